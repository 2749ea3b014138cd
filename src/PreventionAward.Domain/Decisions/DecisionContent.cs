using System.Collections.Immutable;

namespace PreventionAward.Domain.Decisions;

/// <summary>What one version of a decision says: outcome, texts, and when the jury approved it.</summary>
public sealed record DecisionContent(
    EntryId? WinnerId, IReadOnlyList<EntryId> Mentions, IReadOnlyList<EntryId> SharedWith, SettledTie? Tie, string OutcomeReason,
    ImmutableSortedDictionary<string, LocalizedText> Texts, PersonId? ApprovedBy, DateTimeOffset? ApprovedAt)
{
    public static DecisionContent Of(Decision decision) => new(
        decision.WinnerId, decision.Mentions, decision.SharedWith, decision.Tie, decision.OutcomeReason, decision.Texts, decision.ApprovedBy, decision.ApprovedAt);

    /// <summary>The version as a decision, so that it is drawn as one.</summary>
    public Decision ToDecision(CompetitionId competition) => Decision.Restore(
        competition, new(WinnerId, Mentions, OutcomeReason) { SharedWith = SharedWith }, Texts, ApprovedBy, ApprovedAt, ApprovedBy, ApprovedAt, tie: Tie);

    /// <summary>Whether both name the same winner, those who share the prize, and mentions.</summary>
    public bool HasOutcomeOf(DecisionContent other) =>
        WinnerId == other.WinnerId && Mentions.ToHashSet().SetEquals(other.Mentions) && SharedWith.ToHashSet().SetEquals(other.SharedWith);

    internal bool HasTextsOf(DecisionContent other) => Texts.Count == other.Texts.Count && Texts.All(text => other.Texts.GetValueOrDefault(text.Key) == text.Value);
}
