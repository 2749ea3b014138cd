using System.Net;
using System.Net.Mail;

namespace PreventionAward.Web.Mail;

/// <summary>Takes one mail out of the house, or throws with the reason why not.</summary>
public abstract class MailPost
{
    public abstract Task SendAsync(OutboxMail mail, CancellationToken cancel);
}

/// <summary>One mail over SMTP with the framework's own client, or as an .eml file where no host is set.</summary>
internal sealed class SmtpPost(MailSettings settings) : MailPost
{
    public override async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var message = Message(mail);
        using var client = Client();
        await client.SendMailAsync(message, cancel);
    }

    private MailMessage Message(OutboxMail mail)
    {
        var message = new MailMessage(settings.From, mail.To)
        {
            Subject = mail.Subject,
            Body = mail.Body,
            IsBodyHtml = false,
            BodyEncoding = System.Text.Encoding.UTF8,
            SubjectEncoding = System.Text.Encoding.UTF8,
        };

        // The row's own id: a mail that goes out twice after a crash is recognised as one.
        message.Headers.Add("Message-ID", $"<{mail.Id}@{message.From!.Host}>");
        message.Headers.Add("Content-Language", mail.Language.Code);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private SmtpClient Client()
    {
        if (settings.SmtpHost is null)
        {
            var folder = Path.GetFullPath(settings.Folder);
            Directory.CreateDirectory(folder);
            return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        }

        return new(settings.SmtpHost, settings.SmtpPort)
        {
            EnableSsl = settings.SmtpTls,
            Timeout = 30_000,
            Credentials = settings.SmtpUser is { } user ? new NetworkCredential(user, settings.SmtpPassword) : null,
        };
    }
}
