using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Secretary or chair reminds the members from whom declarations or sheets are missing: each at most once a day.</summary>
public sealed class RemindJurors(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>Refused: nothing is missing, or everybody concerned has been reminded today.</returns>
    public async Task<Refusal?> RunAsync(string name)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || !person.May(Can.SeeProgress, competition.Matter)) return new("ui.not-found");
        if (competition.Stage != Stage.Scoring) return new("scoring.remind.not-now");

        // Who is reminded follows from what the person may see; what the mail counts is all of the member's own.
        var concerned = (await db.SheetProgressAsync(competition, person)).Due().Where(due => due.Juror != person.Id).Select(due => due.Juror).ToHashSet();
        if (concerned.Count == 0) return new("scoring.remind.nobody");
        var today = HelsinkiTime.StartOfDay(now);
        concerned.ExceptWith(await db.Set<ScoringReminder>().Where(r => r.CompetitionId == competition.Id && r.At >= today).Select(r => r.JurorId).ToListAsync());
        if (concerned.Count == 0) return new("scoring.remind.today-already");

        var accounts = await db.Accounts.AsNoTracking().Where(a => concerned.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        foreach (var due in (await db.SheetProgressAsync(competition, Person.Anyone)).Due().Where(due => accounts.ContainsKey(due.Juror)))
            outbox.Remind(db, competition, accounts[due.Juror], due, ScoringReminderKind.ByStaff, today, now, texts);
        db.Audit(person.Id, "jurors-reminded", now, competition.Id, detail: new { jurors = concerned });
        return await db.CommitAsync();
    }
}
