using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Puts the jury's approval on record, by the chair or, where the chair stays out of an entry, by the secretary; the texts are locked from then on.</summary>
public sealed class ApproveDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="version">The version that was read before approving.</param>
    /// <returns>Refused: somebody else approves, texts or facts missing in a required language, a meeting still open, approved already, or changed by somebody else meanwhile.</returns>
    public async Task<Refusal?> RunAsync(string competition, uint version)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (person.Id is not { } approver || !person.May(Can.ApproveDecision, material.Competition.Matter)) return new("ui.not-found");
        if (material.WhyNotApprovedBy(person) is { } notThis) return notThis;
        if (db.Entry(material.Decision).Property<uint>("Version").CurrentValue != version) return new("decisions.changed-since-opened");
        if (material.FactsMissing().FirstOrDefault() is { } lacking) return lacking;
        if (material.Decision.Approve(material.Scope, approver, now) is { } refusal) return refusal;

        db.Audit(approver, "decision-approved", now, material.Competition.Id);
        return await db.CommitAsync() is null ? null : new("decisions.changed-since-opened");
    }
}
