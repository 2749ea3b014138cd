using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>The responsible organisation endorses a nomination or declines it, by the link that was mailed to it and without signing in.</summary>
public sealed class AnswerEndorsement(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>The entry and its competition, where the link is good, also once it has been answered; null otherwise, and nothing is told.</returns>
    public async Task<(Entry Entry, Competition Competition)?> LookAsync(EntryId id, string token)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await FindAsync(db, id, token);
    }

    /// <param name="by">Who answers: name and position.</param>
    /// <returns>Refused: the link is void; answered already; too late; no answer chosen; nobody named.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, string token, EndorsementAnswer? answer, string by, string remark)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await FindAsync(db, id, token) is not var (entry, competition)) return new("endorsement.void");
        if (answer is not { } chosen) return new("endorsement.choose");
        if (entry.AnswerEndorsement(competition, chosen, by, remark, now) is { } refusal) return refusal;
        db.Audit(null, chosen == EndorsementAnswer.Endorsed ? "endorsement-given" : "endorsement-declined", now, competition.Id, id, new { by = entry.Endorsement!.By, mail = entry.Endorsement.Mail });
        await TellAsync(db, competition, entry, token, now);
        return await db.CommitAsync();
    }

    private static async Task<(Entry Entry, Competition Competition)?> FindAsync(AwardDb db, EntryId id, string token)
    {
        var entry = await db.Entries.Include(e => e.Versions).Include(e => e.Team).AsSplitQuery().FirstOrDefaultAsync(e => e.Id == id);
        if (entry?.Endorsement?.TokenHash is not { } hash || !IsSame(hash, AskToEndorse.Hash(id, token))) return null;
        return (entry, await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == entry.CompetitionId));
    }

    private static bool IsSame(string hash, string other) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));

    private async Task TellAsync(AwardDb db, Competition competition, Entry entry, string token, DateTimeOffset now)
    {
        var (language, asked) = (entry.Submitted!.Language, entry.Endorsement!);
        var team = entry.Team.Select(m => m.PersonId).ToArray();
        List<(string, string)> values =
        [
            ("title", entry.Submitted.Answers["title"]), ("organisation", asked.Organisation), ("answer", texts.In(language).Written(asked.Answer!.Value)),
            ("competition", competition.Title.Best(language).Text),
        ];
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        foreach (var mail in await db.Accounts.AsNoTracking().Where(a => team.Contains(a.Id)).Select(a => a.Mail).ToListAsync())
            outbox.Put(db, "endorsement-answered", mail, language, now, competition.Id, [.. values, ("link", outbox.Address(language, Links.Entry(entry.Id)))]);
        if (Recipient.Parse(asked.Mail) is { } endorser)
            outbox.Put(db, "endorsement-confirmed", endorser, language, now, competition.Id,
                [.. values, ("by", asked.By), ("time", HelsinkiTime.DateAndTime(now, language)), ("link", outbox.Address(language, Links.Endorse(entry.Id, token)))]);
    }
}
