using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Saves a juror's sheet, complete or not, and hands it in where that is asked for.</summary>
public sealed class SaveScores(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    private const int MostTries = 3;

    /// <param name="marks">None: the form was not one of this sheet, and nothing is saved.</param>
    /// <returns>The sheet as it is now; or why it was not saved, or saved and not handed in.</returns>
    public async Task<(ScoreSheet? Sheet, Refusal? Refusal)> RunAsync(string name, EntryId id, IReadOnlyDictionary<string, Mark> marks, bool handIn)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();

        // A sheet has one writer: what came between is a save of the same form that was still on its way, or the juror's other window.
        for (var tries = 1; ; tries++)
        {
            var outcome = await TryAsync(person, name, id, marks, handIn, now);
            if (outcome.Refusal?.Code != "ui.saved-by-someone-else") return outcome;
            if (tries == MostTries) return (null, new("scoring.saved-elsewhere"));
        }
    }

    private async Task<(ScoreSheet? Sheet, Refusal? Refusal)> TryAsync(
        Person person, string name, EntryId id, IReadOnlyDictionary<string, Mark> marks, bool handIn, DateTimeOffset now)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var (competition, sheet, refusal) = await db.SheetToWriteAsync(person, name, id);
        if (competition is null || sheet is null) return (null, refusal);
        if (marks.Count == 0) return (null, new("ui.not-found"));

        foreach (var (key, mark) in marks)
            if (sheet.Save(competition.Criteria, key, mark, now) is { } wrong) return (null, wrong);

        // What is incomplete is saved all the same; only the handing in is refused.
        refusal = handIn ? sheet.HandIn(competition.Criteria, now) : null;

        // The audit trail says that, never what: staff read it while scores are still closed.
        db.Audit(person.Id, sheet.IsHandedIn ? "sheet-handed-in" : "sheet-saved", now, competition.Id, id);
        return await db.CommitAsync() is { } lost ? (null, lost) : (sheet, refusal);
    }
}
