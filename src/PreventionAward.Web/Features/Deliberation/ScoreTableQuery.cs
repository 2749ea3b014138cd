using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>Reads the jury's table.</summary>
public static class ScoreTableQuery
{
    /// <summary>The table as that person may see it: what is withheld is not ranked, counted or compared with.</summary>
    public static async Task<ScoreTable> ScoreTableAsync(this AwardDb db, Competition competition, Person person)
    {
        var scorers = await db.ScorersAsync(competition);
        return (await db.CountedTableAsync(competition, scorers)).For(competition, scorers, person);
    }

    /// <summary>Everything that the table is made of.</summary>
    /// <param name="scorers">Those whose sheets count.</param>
    internal static async Task<CountedTable> CountedTableAsync(this AwardDb db, Competition competition, IReadOnlyList<Juror> scorers)
    {
        var recused = await db.Declarations.AsNoTracking()
            .Where(d => d.CompetitionId == competition.Id && (d.FoundRecused == true || (d.FoundRecused == null && d.Answer == InterestAnswer.Ground)))
            .Select(d => new { d.EntryId, d.PersonId }).ToListAsync();
        var ids = scorers.Select(juror => juror.Id).ToHashSet();
        return new(
            await db.EligibleAsync(competition),
            (await db.CountedSheetsAsync(competition)).Where(sheet => ids.Contains(sheet.JurorId)).ToLookup(sheet => sheet.EntryId),
            recused.Select(d => (d.EntryId, d.PersonId)).ToHashSet());
    }
}
