using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PreventionAward.Web;
using PreventionAward.Web.Mail;

namespace PreventionAward.MailKit;

/// <summary>Sends mail with MailKit instead of the framework's client.</summary>
public sealed class MailKitAdapter : IAdapter
{
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Mail:SmtpHost"] is null) throw new InvalidOperationException("MailKit sends over SMTP: set Mail:SmtpHost.");
        services.AddSingleton<MailPost, MailKitPost>();
    }
}

internal sealed class MailKitPost(MailSettings settings) : MailPost
{
    public override async Task SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var message = Message(mail);
        using var client = new SmtpClient();
        await client.ConnectAsync(settings.SmtpHost, settings.SmtpPort, settings.SmtpTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancel);
        if (settings.SmtpUser is { } user) await client.AuthenticateAsync(user, settings.SmtpPassword ?? "", cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private MimeMessage Message(OutboxMail mail)
    {
        var from = MailboxAddress.Parse(settings.From);
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Body },

            // The row's own id: a mail that goes out twice after a crash is recognised as one.
            MessageId = $"{mail.Id}@{from.Domain}",
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(mail.To));
        message.Headers.Add("Content-Language", mail.Language.Code);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
