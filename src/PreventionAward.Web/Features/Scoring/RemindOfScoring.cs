using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Reminds jurors three days and one day before sheets are due. Of several instances that do it at once, one reminds.</summary>
public sealed class RemindOfScoring(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>How many jurors were reminded.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = await clock.NowAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var reminded = 0;
        foreach (var id in await db.Competitions.Where(c => c.Stage == Stage.Scoring).Select(c => c.Id).ToListAsync(cancel)) reminded += await RemindAsync(id, now, cancel);
        return reminded;
    }

    private async Task<int> RemindAsync(CompetitionId id, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var competition = await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == id, cancel);
        if (ScoringReminder.DueIn(competition, now) is not { } kind || competition.Timetable.ScoringDue is not { } about) return 0;
        var done = (await db.Set<ScoringReminder>().Where(r => r.CompetitionId == id && r.Kind == kind && r.About == about).Select(r => r.JurorId).ToListAsync(cancel)).ToHashSet();
        var dues = (await db.SheetProgressAsync(competition, Person.Anyone)).Due().Where(due => !done.Contains(due.Juror)).ToList();
        var jurors = dues.Select(due => due.Juror).ToArray();
        var accounts = await db.Accounts.AsNoTracking().Where(a => jurors.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
        var reminded = 0;
        foreach (var due in dues)
        {
            // One commit for each: where another instance was first with somebody, only that mail falls away.
            db.ChangeTracker.Clear();
            outbox.Remind(db, competition, accounts[due.Juror], due, kind, about, now, texts);
            db.Audit(null, "juror-reminded", now, id, detail: new { juror = due.Juror, kind });
            if (await db.CommitAsync(cancel) is null) reminded++;
        }

        return reminded;
    }
}
