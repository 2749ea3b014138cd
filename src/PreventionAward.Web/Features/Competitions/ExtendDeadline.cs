using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Moves the closing time of a call on for everybody and tells every owner of an entry.</summary>
public sealed class ExtendDeadline(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="to">The new closing time.</param>
    /// <param name="reason">Public: it stands on the page of the competition and in the mail.</param>
    /// <returns>Refused: entries opened already; not later than before; passed; no reason in both national languages.</returns>
    public async Task<Refusal?> RunAsync(string name, DateTimeOffset to, LocalizedText reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.AdvanceStage, competition.Matter)) return new("ui.not-found");
        var from = competition.Timetable.ClosesAt;
        if (competition.Extend(to, reason, now) is { } refusal) return refusal;

        db.Audit(person.Id, "deadline-extended", now, competition.Id, detail: new { from, to, reason });
        foreach (var owner in await OwnersAsync(db, competition))
            outbox.Put(db, "deadline-extended", owner.Mail, owner.Language, now, competition.Id,
                ("competition", competition.Title.Best(owner.Language).Text), ("before", HelsinkiTime.DateAndTime(from!.Value, owner.Language)),
                ("deadline", HelsinkiTime.DateAndTime(to, owner.Language)), ("reason", reason.Best(owner.Language).Text),
                ("link", outbox.Address(owner.Language, Links.MyEntries)), ("contact", competition.Authority.ContactMail));
        return await db.CommitAsync();
    }

    private static Task<List<Account>> OwnersAsync(AwardDb db, Competition competition)
    {
        EntryStatus[] underWay = [EntryStatus.Draft, EntryStatus.Submitted];
        var owners = db.Entries.Where(e => e.CompetitionId == competition.Id && underWay.Contains(e.Status))
            .SelectMany(e => e.Team).Where(m => m.Role == TeamRole.Owner).Select(m => m.PersonId);
        return db.Accounts.AsNoTracking().Where(a => owners.Contains(a.Id)).OrderBy(a => a.Mail).ToListAsync();
    }
}
