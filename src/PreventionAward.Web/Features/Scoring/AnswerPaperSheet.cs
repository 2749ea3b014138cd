using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>A juror finds right what staff typed in from paper, or takes it up to correct it.</summary>
public sealed class AnswerPaperSheet(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="isRight">False to open the sheet and correct it.</param>
    public async Task<Refusal?> RunAsync(string name, EntryId id, bool isRight)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var (competition, sheet, refusal) = await db.SheetToWriteAsync(person, name, id);
        if (competition is null || sheet is null) return refusal;

        if ((isRight ? sheet.ConfirmPaper(now) : sheet.TakeUpPaper()) is { } nothing) return nothing;
        db.Audit(person.Id, isRight ? "paper-sheet-confirmed" : "paper-sheet-taken-up", now, competition.Id, id);
        return await db.CommitAsync();
    }
}
