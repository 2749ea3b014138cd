using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Mail;

/// <summary>How far a mail is, as the outbox page names and filters it.</summary>
public static class OutboxState
{
    public const string Waiting = "waiting";
    public const string Sent = "sent";
    public const string Failed = "failed";

    public static readonly IReadOnlyList<string> All = [Waiting, Sent, Failed];

    public static string Of(OutboxMail mail) => mail switch { { NextAttemptAt: not null } => Waiting, { SentAt: not null } => Sent, _ => Failed };

    /// <summary>The mails in one state, or all where it is none of them; to recipients whose address has the letters.</summary>
    public static IQueryable<OutboxMail> In(this IQueryable<OutboxMail> mails, string? state, string recipient)
    {
        if (recipient.Length > 0) mails = mails.Where(m => m.To.Contains(recipient));
        return state switch
        {
            Waiting => mails.Where(m => m.NextAttemptAt != null),
            Sent => mails.Where(m => m.NextAttemptAt == null && m.SentAt != null),
            Failed => mails.Where(m => m.NextAttemptAt == null && m.SentAt == null),
            _ => mails,
        };
    }

    /// <summary>Mails that call somebody to a jury's work: of no use to whoever has left that jury.</summary>
    public static bool CallsToTheJury(OutboxMail mail) => mail.Template is "jury-invitation" or "scoring-opened" or "scoring-reminder";

    /// <summary>Every seat there is, by competition and mail address.</summary>
    public static async Task<HashSet<(CompetitionId, string)>> SeatsAsync(this AwardDb db)
    {
        var seats = await db.JuryMembers.Join(db.Accounts, m => m.PersonId, a => a.Id, (m, a) => new { m.CompetitionId, a.Mail }).ToListAsync();
        return [.. seats.Select(s => (s.CompetitionId, s.Mail))];
    }

    public static bool HasLeft(this OutboxMail mail, IReadOnlySet<(CompetitionId, string)> seats) =>
        CallsToTheJury(mail) && mail.CompetitionId is { } competition && !seats.Contains((competition, mail.To));
}
