using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries.Marking;

/// <summary>Staff decide at screening on the marks of a submitted entry. What the team submitted stays as it is.</summary>
public sealed class RuleOnMarks(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: not found, not at screening, somebody else saved first.</returns>
    public async Task<Refusal?> RunAsync(string competitionName, EntryId id, IReadOnlyList<MarkRow> rows, IFormCollection form)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, competitionName) is not { } competition || person.Id is not { } by) return new("ui.not-found");
        var entry = await db.Entries.AsTracking().ReadableBy(person, db.Competitions).Include(e => e.Versions).FirstOrDefaultAsync(e => e.Id == id && e.CompetitionId == competition.Id);
        if (entry is null || !person.May(Can.ScreenEntry, entry.MatterIn(competition))) return new("ui.not-found");

        foreach (var row in rows)
        {
            var (secret, notJudged) = (row.SecretIn(form), row.NotJudgedIn(form));
            if ((secret, notJudged) == (row.Secret, row.NotJudged)) continue;
            if (entry.Rule(competition.Form, new(row.On, secret, notJudged, by, now)) is { } refusal) return refusal;
            db.Audit(by, "mark-ruled", now, competition.Id, id, new { on = row.On, before = new { row.Secret, row.NotJudged }, after = new { secret, notJudged } });
        }

        return await db.CommitAsync();
    }
}
