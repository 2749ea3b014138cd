using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain;

namespace PreventionAward.Web.Mail;

/// <summary>A rendered mail: waiting, sent, or given up on. Its row is written in the commit of what it tells about.</summary>
public sealed class OutboxMail
{
    /// <summary>After so many failures the mail waits for a person.</summary>
    public const int MostAttempts = 8;

    public required Guid Id { get; init; }

    public required string To { get; init; }

    public required Language Language { get; init; }

    /// <summary>The mail template it was rendered from.</summary>
    public required string Template { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public CompetitionId? CompetitionId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? LastError { get; set; }

    public void Sent(DateTimeOffset now) => (SentAt, NextAttemptAt, LastError, Attempts) = (now, null, null, Attempts + 1);

    /// <summary>Waits 1, 2, 4 ... minutes, up to an hour, then gives up aloud.</summary>
    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > 500 ? error[..500] : error;
        NextAttemptAt = Attempts < MostAttempts ? now.AddMinutes(Math.Min(60, 1 << (Attempts - 1))) : null;
    }

    /// <summary>A person asks for another round of attempts.</summary>
    public void TryAgain(DateTimeOffset now) => (Attempts, NextAttemptAt) = (0, now);
}

internal sealed class OutboxMailConfiguration : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> mail)
    {
        mail.ToTable("outbox_mails");
        mail.HasKey(m => m.Id);
        mail.Property(m => m.To).HasMaxLength(320);
        mail.Property(m => m.Template).HasMaxLength(60);
        mail.HasIndex(m => m.NextAttemptAt);
    }
}
