using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>Puts the jury's approval of a correction on record, or takes it back: by the chair or whoever acts in the chair's place, as with the decision.</summary>
public sealed class ApproveCorrection(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="version">The row version that was read before approving.</param>
    /// <returns>Refused: somebody else approves; something is missing; changed by somebody else meanwhile.</returns>
    public Task<Refusal?> RunAsync(string competition, uint version) => ChangeAsync(competition, (found, by, now, db) =>
    {
        if (db.Entry(found.Open!).Property<uint>("RowVersion").CurrentValue != version) return (new("decisions.changed-since-opened"), "", null);
        return (found.Open!.Approve(found.InForce.Scope, by, now), "correction-approved", null);
    });

    /// <returns>Refused: somebody else approves; not approved; no reason.</returns>
    public Task<Refusal?> TakeBackAsync(string competition, string? reason) => ChangeAsync(competition, (found, _, _, _) =>
    {
        if (!found.Open!.IsApproved) return (new("decisions.not-approved"), "", null);
        if (Answers.Clean(reason) is not { Length: > 0 } why) return (new("decisions.reason-missing"), "", null);
        if (TextLimit.Check(why) is { } tooLong) return (tooLong, "", null);
        found.Open.Unapprove();
        return (null, "correction-unapproved", why);
    });

    private async Task<Refusal?> ChangeAsync(string competition, Func<DecisionInForce, PersonId, DateTimeOffset, AwardDb, (Refusal? Refusal, string Action, string? Reason)> change)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(competition, forChange: true) is not { Open: { } correction } found) return new("ui.not-found");
        if (person.Id is not { } by || !person.May(Can.ApproveCorrection, found.InForce.Competition.Matter)) return new("ui.not-found");
        if (found.InForce.WhyNotApprovedBy(person) is { } notThis) return notThis;
        var (refusal, action, reason) = change(found, by, now, db);
        if (refusal is not null) return refusal;

        db.Audit(by, action, now, correction.CompetitionId, null, new { correction.Version, reason });
        return await db.CommitAsync();
    }
}
