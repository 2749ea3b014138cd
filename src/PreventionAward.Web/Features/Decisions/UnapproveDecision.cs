using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Whoever approves the decision takes the approval back before publication, so that a text can be mended. The reason stays in the audit trail.</summary>
public sealed class UnapproveDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: no reason, or not approved.</returns>
    public async Task<Refusal?> RunAsync(string competition, string? reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (!person.May(Can.ApproveDecision, material.Competition.Matter)) return new("ui.not-found");
        if (material.WhyNotApprovedBy(person) is { } notThis) return notThis;
        if (!material.Decision.IsApproved) return new("decisions.not-approved");
        if (Answers.Clean(reason) is not { Length: > 0 } why) return new("decisions.reason-missing");
        if (TextLimit.Check(why) is { } tooLong) return tooLong;

        material.Decision.Unapprove();
        db.Audit(person.Id, "decision-unapproved", now, material.Competition.Id, null, new { reason = why });
        return await db.CommitAsync();
    }
}
