using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Saves the sheet while the juror writes: the same form as the page's own, answered with words instead of a page.</summary>
internal static class ScoresEndpoint
{
    public const string Pattern = "/jury/{name}/entries/{id:guid}/scores";

    /// <summary>200 with what is saved and the total so far; 409 with why it was not.</summary>
    public static async Task<IResult> SaveAsync(
        string name, Guid id, IFormCollection form, IDbContextFactory<AwardDb> dbs, SaveScores saveScores, Texts texts)
    {
        var criteria = await CriteriaAsync(dbs, name);
        var (sheet, refusal) = await saveScores.RunAsync(name, new(id), PostedMarks.Of(form, criteria), handIn: false);
        if (sheet is null) return Results.Json(new { saved = false, message = texts[refusal!] }, statusCode: StatusCodes.Status409Conflict);
        return Results.Json(new
        {
            saved = true,
            message = texts["scoring.saved", HelsinkiTime.TimeInput(sheet.SavedAt!.Value)],
            total = SheetTotal.Shown(sheet, criteria, texts),
            scored = texts["scoring.scored", JuryEntries.Scored(sheet), criteria.Count],
            count = JuryEntries.Scored(sheet),
        });
    }

    private static async Task<IReadOnlyList<Criterion>> CriteriaAsync(IDbContextFactory<AwardDb> dbs, string name)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return (await db.CompetitionAsync(name))?.Criteria ?? [];
    }
}

/// <summary>A sheet's own weighted total as it is shown.</summary>
internal static class SheetTotal
{
    public static string Shown(ScoreSheet? sheet, IReadOnlyList<Criterion> criteria, Texts texts) =>
        sheet is not null && Ranking.SoFar(sheet, criteria) is { } total ? total.Rounded(2).ToString("0.00", Cultures.Of(texts.Language)) : "–";
}
