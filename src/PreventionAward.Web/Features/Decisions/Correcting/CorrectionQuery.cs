using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>A published decision and the correction of it that is being prepared.</summary>
/// <param name="InForce">What the published version is drawn from.</param>
/// <param name="Open">Null where none is being prepared.</param>
/// <param name="RowVersion">What changes of the correction are checked against.</param>
public sealed record DecisionInForce(DecisionMaterial InForce, Correction? Open, uint RowVersion)
{
    /// <summary>The version in force, from 1.</summary>
    public int Version => InForce.CurrentVersion;

    /// <summary>The correction as its writers have it before them.</summary>
    public DecisionMaterial Draft => InForce with { Decision = Open!.Draft };

    /// <summary>The correction as it would be published.</summary>
    public DecisionMaterial Corrected => InForce with
    {
        Decision = Open!.AsPublished.ToDecision(InForce.Decision),
        Corrections = [.. InForce.Corrections, Open],
    };

    /// <summary>The members who stay out of no entry, and so may decide anew.</summary>
    public IReadOnlyList<JuryMember> Deciders => [.. InForce.Jury.Where(m => InForce.Recusals.All(r => r.Member.PersonId != m.PersonId))];

    /// <summary>Refused: somebody who may not decide; fewer than the quorum; the day of the decision in force or one before it, or a day to come.</summary>
    public Refusal? WhyNotDecided(DecidedAnew? anew, DateOnly today)
    {
        if (anew is null) return null;
        if (anew.TookPart.Any(person => Deciders.All(m => m.PersonId != person))) return new("corrections.anew-not-member");
        if (InForce.Competition.Quorum.Needed(Deciders.Count) is var needed && anew.TookPart.Count < needed) return new("corrections.anew-no-quorum", needed);
        return anew.On > today || anew.On <= InForce.DecidedOn ? new("corrections.anew-day", anew.On) : null;
    }

    /// <summary>Those who write the correction, and those who publish it; nobody who stays out of an entry.</summary>
    public bool MayPreview(Person person) => !IsOut(person)
        && (person.May(Can.CorrectDecision, InForce.Competition.Matter) || person.May(Can.PublishCorrection, InForce.Competition.Matter));

    /// <summary>Whether somebody takes no part: a correction handles every entry, as the decision did (Hallintolaki 27 §).</summary>
    public bool IsOut(Person person) =>
        person.Aside.Contains(InForce.Competition.Id) || InForce.AssessedIds.Any(person.Teams.ContainsKey) || person.IsPartyBefore(InForce.Competition.Id);
}

/// <summary>Reads corrections and the versions that they made.</summary>
public static class CorrectionQuery
{
    /// <summary>Null where no decision is published. A year put together from public sources has none of its own.</summary>
    /// <param name="forChange">True to change correction and decision in the same commit.</param>
    public static async Task<DecisionInForce?> DecisionInForceAsync(this AwardDb db, string competition, bool forChange = false)
    {
        if (await db.DecisionMaterialAsync(competition, forChange) is not { IsReconstructed: false } material || !material.Competition.Stage.IsPublic) return null;
        var tracking = forChange ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var open = await db.Corrections.AsTracking(tracking).Where(c => c.CompetitionId == material.Competition.Id && c.PublishedAt == null)
            .Select(c => new { Correction = c, RowVersion = EF.Property<uint>(c, "RowVersion") }).SingleOrDefaultAsync();
        return new(material, open?.Correction, open?.RowVersion ?? 0);
    }

    extension(DecisionMaterial material)
    {
        /// <summary>The version in force, from 1.</summary>
        public int CurrentVersion => material.Corrections is [.., var latest] ? latest.Version : 1;

        /// <summary>The material as that version of the decision said it; null where there is no such version.</summary>
        public DecisionMaterial? AsVersion(int version)
        {
            if (version == material.CurrentVersion) return material;
            return material.Corrections.FirstOrDefault(c => c.Version == version + 1) is { } next
                ? material with { Decision = next.Replaces.ToDecision(material.Decision), Corrections = [.. material.Corrections.Where(c => c.Version <= version)] }
                : null;
        }
    }
}
