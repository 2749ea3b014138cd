using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Puts on record what those who read a draft over have found.</summary>
public sealed class ReadOverDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: approved already; not out of date; a text missing; no such warning any more; no reason; changed by somebody else meanwhile.</returns>
    public async Task<Refusal?> RunAsync(string competition, Reading reading)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (person.Id is not { } by || !person.May(Can.WriteDecision, material.Competition.Matter) || material.IsOutcomeWithheld(person)) return new("ui.not-found");

        var (decision, scope) = (material.Decision, material.Scope);
        if (reading is Reading.Whole { Version: var seen } && db.Entry(decision).Property<uint>("Version").CurrentValue != seen) return new("decisions.changed-since-reading");
        var refusal = reading switch
        {
            Reading.SaysTheSame same => decision.Confirm(same.Section, same.Language),
            Reading.Whole whole => decision.CheckLanguage(scope, whole.Language, by, now),
            Reading.MayPass pass => decision.Pass(scope, pass.Warning, pass.Reason, by, now),
            _ => new("ui.not-found"),
        };
        if (refusal is not null) return refusal;

        db.Audit(by, reading.Action, now, material.Competition.Id, null, reading.Detail);
        return await db.CommitAsync();
    }
}

/// <summary>What somebody found in reading a draft over.</summary>
public abstract record Reading(string Action)
{
    /// <summary>What the audit trail keeps of it.</summary>
    public abstract object Detail { get; }

    /// <summary>A text that was out of date says the same as its counterparts.</summary>
    public sealed record SaysTheSame(string Section, Language Language) : Reading("decision-text-confirmed")
    {
        public override object Detail => new { Section, language = Language.Code };
    }

    /// <summary>A language has been read from beginning to end.</summary>
    /// <param name="Version">The version of the decision that was read.</param>
    public sealed record Whole(Language Language, uint Version) : Reading("decision-language-checked")
    {
        public override object Detail => new { language = Language.Code };
    }

    /// <summary>A warning may pass.</summary>
    public sealed record MayPass(string Warning, string? Reason) : Reading("decision-warning-passed")
    {
        public override object Detail => new { Warning, Reason };
    }
}
