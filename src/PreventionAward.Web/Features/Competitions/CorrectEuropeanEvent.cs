using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Gives an event of the winner in Europe another day or note, or takes it back; the audit trail keeps what stood there.</summary>
public sealed class CorrectEuropeanEvent(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="after">What stands there from now on; null takes the event back.</param>
    /// <returns>Refused: no such event; else as recording one is.</returns>
    public async Task<Refusal?> RunAsync(string name, Milestone before, Milestone? after)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.NominateWinner, competition.Matter)) return new("ui.not-found");

        var refusal = after is null ? competition.TakeBack(before) : competition.Correct(before, after, EuropeanEvents.NotBefore(competition), now);
        if (refusal is not null) return refusal;
        db.Audit(person.Id, after is null ? "europe-taken-back" : "europe-corrected", now, competition.Id, detail: new { before, after });
        return await db.CommitAsync();
    }
}
