using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The chair gives a handed-in sheet back to its juror, with a reason that stays on record.</summary>
public sealed class ReopenSheet(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, EntryId id, PersonId juror, string? reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter) || !person.May(Can.ReopenSheet, matter)) return new("ui.not-found");
        if (await db.ScoreSheets.FindAsync(id, juror) is not { } sheet) return new("scoring.not-handed-in");

        if (sheet.Reopen(reason) is { } refusal) return refusal;
        db.Audit(person.Id, "sheet-reopened", now, competition.Id, id, new { juror, reason = Answers.Clean(reason) });
        return await db.CommitAsync();
    }
}
