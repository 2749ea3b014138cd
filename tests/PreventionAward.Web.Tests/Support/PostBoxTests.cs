using System.Net.Mail;
using System.Text;

namespace PreventionAward.Web.Tests.Support;

public sealed class PostBoxTests
{
    [Fact]
    public async Task A_mail_arrives_with_its_letters_and_lines()
    {
        await using var box = new PostBox();

        await SendAsync(box, "Ehdotus otettu vastaan: Ǩiõtt, äiti ja 🙂 samassa otsikossa, joka on pitkä", "Hei\n.piste alussa\nTack för bidraget å ä ö ǩ\n");

        var mail = Assert.Single(box.Mails);
        Assert.Equal("award@example.fi", mail.From);
        Assert.Equal(["team@example.fi"], mail.To);
        Assert.Equal("Ehdotus otettu vastaan: Ǩiõtt, äiti ja 🙂 samassa otsikossa, joka on pitkä", mail.Header("Subject"));
        Assert.Equal("Hei\n.piste alussa\nTack för bidraget å ä ö ǩ\n", mail.Text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }

    [Theory]
    [InlineData(PostBoxMood.Refuses, SmtpStatusCode.MailboxUnavailable)]
    [InlineData(PostBoxMood.Busy, SmtpStatusCode.LocalErrorInProcessing)]
    public async Task A_box_that_does_not_take_a_mail_says_so_and_keeps_nothing(object mood, SmtpStatusCode expected)
    {
        await using var box = new PostBox { Mood = (PostBoxMood)mood };

        var refused = await Assert.ThrowsAnyAsync<SmtpException>(() => SendAsync(box, "Hei", "Hei"));

        Assert.Equal(expected, refused.StatusCode);
        Assert.Empty(box.Mails);
        Assert.Equal(1, box.Visits);
    }

    private static async Task SendAsync(PostBox box, string subject, string body)
    {
        using var client = new SmtpClient(PostBox.Host, box.Port);
        using var mail = new MailMessage("award@example.fi", "team@example.fi", subject, body)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        await client.SendMailAsync(mail);
    }
}
