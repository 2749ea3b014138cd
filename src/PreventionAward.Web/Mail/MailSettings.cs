namespace PreventionAward.Web.Mail;

/// <summary>Settings of the mail, from configuration (section Mail, and PublicAddress).</summary>
public sealed class MailSettings
{
    /// <summary>Where the portal is reached; links in mails begin with it.</summary>
    public string PublicAddress { get; set; } = "http://localhost:8080";

    public string From { get; set; } = "no-reply@prevention-award.example";

    /// <summary>Who answers questions; the last line of every mail that names nobody else.</summary>
    public string Contact { get; set; } = "contact@prevention-award.example";

    /// <summary>Without a host, mails are written to <see cref="Folder"/> as .eml files.</summary>
    public string? SmtpHost { get; set; }

    public int SmtpPort { get; set; } = 25;

    public bool SmtpTls { get; set; }

    public string? SmtpUser { get; set; }

    public string? SmtpPassword { get; set; }

    public string Folder { get; set; } = "mail";

    /// <summary>Seconds between two looks at the outbox.</summary>
    public double PauseSeconds { get; set; } = 2;

    /// <summary>Seconds between two looks at who is to be reminded of a deadline.</summary>
    public double ReminderPauseSeconds { get; set; } = 30;
}
