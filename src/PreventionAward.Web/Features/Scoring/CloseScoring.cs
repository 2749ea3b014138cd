using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The chair closes scoring, which opens the scores to the jury.</summary>
public sealed class CloseScoring(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="name">The competition.</param>
    /// <param name="withoutMissing">The chair closes knowingly without the sheets that are missing.</param>
    public async Task<Refusal?> RunAsync(string name, bool withoutMissing)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || !person.May(Can.CloseScoring, competition.Matter)) return new("ui.not-found");

        var standing = await db.StandingAsync(competition) with { MissingAccepted = withoutMissing };
        if (competition.Advance(Stage.Deliberation, standing, now) is { } refusal)
            return refusal.Code == "scoring.sheets-missing" && await db.StaysOutOfAnyAsync(person, competition) ? new("scoring.sheets-missing-uncounted") : refusal;
        db.Audit(person.Id, "scoring-closed", now, competition.Id, null, new { standing.SheetsHandedIn, standing.SheetsMissing });
        return await db.CommitAsync();
    }
}
