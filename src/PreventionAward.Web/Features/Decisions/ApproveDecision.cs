using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The chair approves the decision on the jury's behalf; its texts are locked from then on.</summary>
public sealed class ApproveDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="version">The version that the chair has read.</param>
    /// <returns>Refused: texts missing in a required language, approved already, or changed by somebody else meanwhile.</returns>
    public async Task<Refusal?> RunAsync(string competition, uint version)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (person.Id is not { } chair || !person.May(Can.ApproveDecision, material.Competition.Matter)) return new("ui.not-found");
        if (material.Decision.Approve(material.AssessedIds, chair, now) is { } refusal) return refusal;

        db.Entry(material.Decision).Property<uint>("Version").OriginalValue = version;
        db.Audit(chair, "decision-approved", now, material.Competition.Id);
        return await db.CommitAsync();
    }
}
