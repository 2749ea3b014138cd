using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Screening;

/// <summary>Accepts an entry for assessment or finds it ineligible, and tells its team in the entry's language.</summary>
public sealed class ScreenEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="reason">Why it is ineligible, which the team reads; or why a nomination counts without an endorsement.</param>
    /// <returns>Refused outside screening, without a reason, and where the entry is not the person's to see.</returns>
    public async Task<Refusal?> RunAsync(string name, EntryId id, bool eligible, string reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        var entry = await db.Entries.ReadableBy(person, db.Competitions).Include(e => e.Versions).Include(e => e.Team)
            .FirstOrDefaultAsync(e => e.Id == id && e.CompetitionId == competition.Id);
        if (entry is null) return new("ui.not-found");

        var before = entry.Status;
        if (entry.Screen(competition, eligible, reason, now) is { } refusal) return refusal;
        if (!person.May(Can.ScreenEntry, entry.MatterIn(competition))) return new("ui.not-found");
        await TellTeamAsync(db, competition, entry, now);
        db.Audit(person.Id, eligible ? "entry-eligible" : "entry-ineligible", now, competition.Id, entry.Id, new { before, after = entry.Status, withoutEndorsement = entry.Endorsement?.AcceptedWithout });
        return await db.CommitAsync();
    }

    private async Task TellTeamAsync(AwardDb db, Competition competition, Entry entry, DateTimeOffset now)
    {
        var team = entry.Team.Select(member => member.PersonId).ToList();
        var mails = await db.Accounts.Where(a => team.Contains(a.Id)).Select(a => a.Mail).ToListAsync();
        var language = entry.Submitted!.Language;
        List<(string, string)> values =
        [
            ("title", entry.Submitted.Answers["title"]), ("number", $"{entry.Number}"),
            ("competition", competition.Title.Best(language).Text), ("link", outbox.Address(language, Links.Entry(entry.Id))),
        ];
        if (entry.IneligibleReason is { } reason) values.Add(("reason", reason));
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        var template = entry.IneligibleReason is null ? "entry-eligible" : "entry-ineligible";
        foreach (var mail in mails) outbox.Put(db, template, mail, language, now, competition.Id, [.. values]);
    }
}
