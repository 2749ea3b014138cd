using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Puts on record that the winner was nominated, that the nomination went to Europe, or what came of it.</summary>
public sealed class RecordEuropeanEvent(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="at">When it happened; not in the future.</param>
    /// <returns>Refused: not decided yet; no winner; a day that has not come.</returns>
    public async Task<Refusal?> RunAsync(string name, MilestoneKind kind, DateTimeOffset at, LocalizedText note)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        if (kind is not (MilestoneKind.Nominated or MilestoneKind.SentToEurope or MilestoneKind.EuropeanResult)) return new("ui.not-found");
        if (at > now) return new("nomination.in-the-future");

        var hasWinner = await db.Decisions.AnyAsync(d => d.CompetitionId == competition.Id && d.WinnerId != null);
        if (competition.Record(kind, hasWinner, at, note.IsEmpty() ? null : note) is { } refusal) return refusal;
        if (!person.May(Can.NominateWinner, competition.Matter)) return new("ui.not-found");
        db.Audit(person.Id, "europe-" + kind switch { MilestoneKind.Nominated => "nominated", MilestoneKind.SentToEurope => "sent", _ => "result" }, now, competition.Id, detail: new { at });
        return await db.CommitAsync();
    }
}
