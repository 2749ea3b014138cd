using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The secretary types in the sheet that a juror gave on paper. Once it is in, nobody sees what is in it but its juror, until scoring is closed.</summary>
public sealed class EnterPaperSheet(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Why it was not taken in, and what each criterion lacks where that is the reason.</returns>
    public async Task<(Refusal? Refusal, IReadOnlyList<(Criterion Criterion, Refusal Why)> Missing)> RunAsync(string name, EntryId id, PersonId juror, IReadOnlyDictionary<string, Mark> marks)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var (competition, sheet, refusal) = await db.PaperSheetAsync(person, name, id, juror);
        if (competition is null || sheet is null) return (refusal, []);

        if (sheet.EnterFromPaper(competition.Criteria, marks, person.Id!.Value, now) is { } wrong)
            return (wrong, wrong.Code == "scoring.paper.incomplete" ? sheet.Missing(competition.Criteria) : []);
        db.Audit(person.Id, "sheet-entered-from-paper", now, competition.Id, id, new { juror });
        return (await db.CommitAsync(), []);
    }
}

/// <summary>Finds the sheet that the secretary may fill in for a juror.</summary>
internal static class PaperSheetQuery
{
    /// <summary>The empty sheet, made where there is none; or why the person may not fill it in. A juror who may not score the entry is refused as on the screen.</summary>
    public static async Task<(Competition? Competition, ScoreSheet? Sheet, Refusal? Refusal)> PaperSheetAsync(this AwardDb db, Person person, string name, EntryId id, PersonId juror)
    {
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter) || !person.May(Can.EnterPaperSheet, matter)) return (null, null, new("ui.not-found"));
        var (member, _) = await db.PersonAsync(juror);
        if (member.SeatIn(competition.Id) is null) return (null, null, new("ui.not-found"));
        if (!member.May(Can.ScoreEntry, matter)) return (null, null, new("scoring.paper.not-clear"));

        var sheet = await db.ScoreSheets.FindAsync(id, juror);
        if (sheet is null) db.Add(sheet = new(competition.Id, id, juror));
        return sheet.WhyNotFromPaper() is { } not ? (null, null, not) : (competition, sheet, null);
    }
}
