using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>Opens a correction of a published decision; the published version stays as it is until the correction is published.</summary>
public sealed class StartCorrection(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: recused from an entry; one is being prepared already; no reason.</returns>
    public async Task<Refusal?> RunAsync(string competition, CorrectionKind kind, string? reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(competition) is not { } found) return new("ui.not-found");
        if (person.Id is not { } by || !person.May(Can.CorrectDecision, found.InForce.Competition.Matter)) return new("ui.not-found");
        if (found.IsOut(person)) return new("corrections.you-are-out");
        if (found.Open is not null) return new("corrections.open-already");
        var (correction, refusal) = Correction.Open(found.InForce.Decision, found.Version + 1, kind, reason, by, now);
        if (correction is null) return refusal;

        db.Add(correction);
        db.Audit(by, "correction-opened", now, correction.CompetitionId, null, new { correction.Version, correction.Kind, correction.Reason });
        return await db.CommitAsync();
    }
}
