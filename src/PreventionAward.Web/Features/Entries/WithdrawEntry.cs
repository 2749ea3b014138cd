using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Takes an entry back for good and tells its team; staff too, by number, once it has one.</summary>
public sealed class WithdrawEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <returns>Refused: not found, entries opened already.</returns>
    public async Task<Refusal?> RunAsync(EntryId id)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.WithdrawEntry, tracked: true) is not { } own) return new("entries.not-found");
        if (own.Entry.Withdraw(own.Competition) is { } refusal) return refusal;
        await TellTeamAsync(db, own, (await current.AccountAsync())!.Mail, now);
        if (own.Entry.Number is { } number) await TellStaffAsync(db, own, number, now);
        db.Audit(person.Id, "entry-withdrawn", now, own.Competition.Id, id);
        return await db.CommitAsync();
    }

    private async Task TellTeamAsync(AwardDb db, TeamEntry own, string by, DateTimeOffset now)
    {
        var (members, language) = (own.Entry.Team.Select(member => member.PersonId).ToArray(), own.Entry.Language);
        var title = own.Entry.Title is { Length: > 0 } known ? known : "–";
        foreach (var mail in await db.Accounts.Where(a => members.Contains(a.Id)).Select(a => a.Mail).ToListAsync())
            outbox.Put(db, "entry-withdrawn", mail, language, now, own.Competition.Id, [("title", title), ("by", by), .. Values(own, language, now)]);
    }

    // Staff know of an unopened entry its number and state, so the mail says no more.
    private async Task TellStaffAsync(AwardDb db, TeamEntry own, int number, DateTimeOffset now)
    {
        var office = own.Competition.Authority.ContactMail;
        var secretaries = await db.Accounts.AsNoTracking().Where(a => (a.Staff & StaffRoles.Secretary) != 0).ToListAsync();
        var language = secretaries.Find(a => a.Mail == office)?.Language ?? Language.Finnish;
        foreach (var (mail, its) in office.Length > 0 ? [(office, language)] : secretaries.Select(a => (a.Mail, a.Language)))
            outbox.Put(db, "entry-withdrawn-staff", mail, its, now, own.Competition.Id,
                [("number", number.ToString(CultureInfo.InvariantCulture)), ("link", outbox.Address(its, Links.Screening(own.Competition.Name))), .. Values(own, its, now)]);
    }

    private static IEnumerable<(string Name, string Value)> Values(TeamEntry own, Language language, DateTimeOffset now)
    {
        yield return ("competition", own.Competition.Title.Best(language).Text);
        yield return ("time", HelsinkiTime.DateAndTime(now, language));
        if (own.Competition.Authority.ContactMail is { Length: > 0 } contact) yield return ("contact", contact);
    }
}
