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
    /// <param name="published">Which of its versions does not matter: when the jury decided and who took part in it, a correction never changes.</param>
    public Decision ToDecision(Decision published) => Decision.Restore(
        published.CompetitionId, new(WinnerId, Mentions, OutcomeReason) { SharedWith = SharedWith, HandlingReason = published.HandlingReason }, Texts,
        published.RecordedBy, published.RecordedAt, ApprovedBy, ApprovedAt, tie: Tie, deciding: published.Deciding);

    /// <inheritdoc cref="Decision.OutcomeOf"/>
    public EntryOutcome OutcomeOf(EntryId entry) =>
        entry == WinnerId || SharedWith.Contains(entry) ? EntryOutcome.Winner : Mentions.Contains(entry) ? EntryOutcome.Mentioned : EntryOutcome.Assessed;

    /// <summary>Whether both name the same winner, those who share the prize, and mentions.</summary>
    public bool HasOutcomeOf(DecisionContent other) =>
        WinnerId == other.WinnerId && Mentions.ToHashSet().SetEquals(other.Mentions) && SharedWith.ToHashSet().SetEquals(other.SharedWith);

    /// <summary>
    /// Whether an entry to which the earlier version gave the prize, a share of it, the nomination for Europe or a mention has less by this one: that is to its
    /// party's detriment (Hallintolaki 50 §).
    /// </summary>
    internal bool TakesFrom(DecisionContent earlier) =>
        earlier.Prized.Except(Prized).Any() || earlier.Mentions.Except(Prized).Except(Mentions).Any()
        || (earlier.WinnerId is not null && (WinnerId != earlier.WinnerId || SharedWith.Count > earlier.SharedWith.Count));

    private IEnumerable<EntryId> Prized => WinnerId is { } winner ? SharedWith.Append(winner) : SharedWith;

    internal bool HasTextsOf(DecisionContent other) => Texts.Count == other.Texts.Count && Texts.All(text => other.Texts.GetValueOrDefault(text.Key) == text.Value);
}
