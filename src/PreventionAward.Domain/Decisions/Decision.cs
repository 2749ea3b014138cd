using System.Collections.Immutable;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

/// <summary>What the jury decided and why, in each language. The ranking advised; this is the decision.</summary>
public sealed partial class Decision
{
    private Decision() { }

    public Decision(CompetitionId competitionId) => CompetitionId = competitionId;

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The winner; null where no entry was found worthy.</summary>
    public EntryId? WinnerId { get; private set; }

    public IReadOnlyList<EntryId> Mentions { get; private set; } = [];

    /// <summary>Those who share the prize with the winner, where the tie rule says so; the winner is then the one nominated for Europe.</summary>
    public IReadOnlyList<EntryId> SharedWith { get; private set; } = [];

    /// <summary>The tie for the first place and what resolved it; null where there was none.</summary>
    public SettledTie? Tie { get; private set; }

    /// <summary>Why the winner is not the one ranked first, why there is no winner, or why so where the members disagreed; empty where none is the case.</summary>
    public string OutcomeReason { get; private set; } = "";

    /// <summary>Who took part in deciding; null where no meeting in the portal took up the decision.</summary>
    public Meetings.Deciding? Deciding { get; private set; }

    /// <summary>Why the decision was put on record although a meeting had not handled all of it; empty where it had.</summary>
    public string HandlingReason { get; private set; } = "";

    public PersonId? RecordedBy { get; private set; }

    public DateTimeOffset? RecordedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public bool IsRecorded => RecordedAt is not null;

    public bool IsApproved => ApprovedAt is not null;

    /// <summary>What the decision is for one of the entries that were assessed.</summary>
    public EntryOutcome OutcomeOf(EntryId entry) => DecisionContent.Of(this).OutcomeOf(entry);

    /// <summary>Records what the jury decided.</summary>
    /// <param name="ranking">The ranking at that moment.</param>
    /// <param name="tie">The tie that touches the first place, if there is one.</param>
    /// <param name="handling">What the jury's meetings handled; null where nobody asks (a record from before).</param>
    /// <returns>Refused: approved already; winner not eligible, or also a mention; a tie not voted on, or a prize shared that no tie lets be shared; no reason where one is needed, or one that is too long.</returns>
    public Refusal? Record(Outcome outcome, IReadOnlyList<Scoring.RankedEntry> ranking, PersonId by, DateTimeOffset now, TieAtTop? tie = null, Meetings.Handling? handling = null)
    {
        if (IsApproved) return new("decisions.already-approved");
        var eligible = ranking.Select(r => r.Id).ToHashSet();
        if (outcome.Winner is { } winner && !eligible.Contains(winner) || !eligible.IsSupersetOf(outcome.Mentions) || !eligible.IsSupersetOf(outcome.SharedWith)) return new("decisions.not-eligible");
        if (outcome.Winner is { } chosen && outcome.Mentions.Contains(chosen) || outcome.Mentions.Intersect(outcome.SharedWith).Any()) return new("decisions.winner-is-mention");
        if (WhyNotBy(tie, outcome) is { } byRule) return byRule;
        if ((NeedsReason(outcome, ranking) || tie?.IsAgainst(outcome) == true) && string.IsNullOrWhiteSpace(outcome.Reason))
            return outcome.Winner is null ? new("decisions.no-winner-needs-reason") : new("decisions.not-first-needs-reason");
        if (handling is { IsContested: true } && string.IsNullOrWhiteSpace(outcome.Reason)) return new("decisions.contested-needs-reason");
        if (WhyNotHandled(outcome, handling) is { } notHandled) return notHandled;
        if (TextLimit.Check([outcome.Reason, outcome.HandlingReason]) is { } tooLong) return tooLong;

        (WinnerId, Mentions, OutcomeReason) = (outcome.Winner, [.. outcome.Mentions.Distinct()], Answers.Clean(outcome.Reason));
        (SharedWith, Tie) = ([.. outcome.SharedWith.Distinct()], outcome.Winner is { } first ? tie?.Settled(first) : null);
        (Deciding, HandlingReason) = (handling?.Deciding, handling is { IsWhole: false } ? Answers.Clean(outcome.HandlingReason) : "");
        (RecordedBy, RecordedAt) = (by, now);
        return null;
    }

    /// <summary>The chair approves on the jury's behalf; the texts are locked from then on.</summary>
    /// <returns>Refused: not recorded; approved already; a text missing or out of date; a warning that nobody has passed with a reason.</returns>
    public Refusal? Approve(DecisionScope scope, PersonId by, DateTimeOffset now)
    {
        if (!IsRecorded) return new("decisions.not-recorded");
        if (IsApproved) return new("decisions.already-approved");
        if (Missing(scope) is { Count: > 0 } missing) return new("decisions.texts-missing", missing.Count);
        if (OutOfDateIn(scope).Count is > 0 and var behind) return new("decisions.texts-out-of-date", behind);
        if (Warnings(scope).Count(warning => !IsPassed(warning)) is > 0 and var open) return new("decisions.warnings-open", open);
        (ApprovedBy, ApprovedAt) = (by, now);
        return null;
    }

    /// <summary>Takes the approval back before publication, so that a text can be mended.</summary>
    public void Unapprove() => (ApprovedBy, ApprovedAt) = (null, null);

    /// <summary>Takes over what a published correction says; what it replaces is kept with the correction.</summary>
    public void Correct(Correction correction)
    {
        var said = correction.AsPublished;
        (WinnerId, Mentions, SharedWith, Tie, OutcomeReason) = (said.WinnerId, said.Mentions, said.SharedWith, said.Tie, said.OutcomeReason);
        (Texts, TextStanding, ApprovedBy, ApprovedAt) = (said.Texts, correction.TextStanding, said.ApprovedBy, said.ApprovedAt);
    }

    /// <summary>Puts a decision back as a record holds it: for the import of a dossier only.</summary>
    public static Decision Restore(
        CompetitionId id, Outcome outcome, IEnumerable<KeyValuePair<string, LocalizedText>> texts,
        PersonId? recordedBy, DateTimeOffset? recordedAt, PersonId? approvedBy, DateTimeOffset? approvedAt, TextStanding? standing = null, SettledTie? tie = null,
        Meetings.Deciding? deciding = null) =>
        new(id)
        {
            TextStanding = standing ?? TextStanding.None,
            WinnerId = outcome.Winner,
            Mentions = outcome.Mentions,
            SharedWith = outcome.SharedWith,
            Tie = tie,
            OutcomeReason = outcome.Reason,
            HandlingReason = outcome.HandlingReason,
            Deciding = deciding,
            Texts = texts.ToImmutableSortedDictionary(StringComparer.Ordinal),
            RecordedBy = recordedBy,
            RecordedAt = recordedAt,
            ApprovedBy = approvedBy,
            ApprovedAt = approvedAt,
        };

    private static Refusal? WhyNotBy(TieAtTop? tie, Outcome outcome)
    {
        if (outcome.Winner is { } winner && outcome.SharedWith.Contains(winner)) return new("decisions.shared-with-itself");
        if (outcome.SharedWith.Count > 0 && (outcome.Winner is not { } first || tie?.MayShare(first, outcome.SharedWith) != true)) return new("decisions.not-shared");
        return tie is { AwaitsVote: true } && outcome.Winner is { } chosen && tie.Left.Contains(chosen) ? new("decisions.tie-needs-vote") : null;
    }

    private static Refusal? WhyNotHandled(Outcome outcome, Meetings.Handling? handling)
    {
        if (handling is not { IsWhole: false } || !string.IsNullOrWhiteSpace(outcome.HandlingReason)) return null;
        return handling.NotHandled.Count is > 0 and var entries ? new("decisions.not-handled-needs-reason", entries) : new("decisions.not-decided-in-meeting");
    }

    private static bool NeedsReason(Outcome outcome, IReadOnlyList<Scoring.RankedEntry> ranking) =>
        outcome.Winner is not { } winner || ranking.FirstOrDefault(r => r.Id == winner)?.Rank != 1;
}

/// <summary>What the chair puts on record for the jury.</summary>
public sealed record Outcome(EntryId? Winner, IReadOnlyList<EntryId> Mentions, string Reason)
{
    /// <summary>Those who share the prize with the winner.</summary>
    public IReadOnlyList<EntryId> SharedWith { get; init; } = [];

    /// <summary>Why it is put on record although no meeting handled all of it.</summary>
    public string HandlingReason { get; init; } = "";
}

/// <summary>What became of an entry that the jury assessed.</summary>
public enum EntryOutcome
{
    Winner,
    Mentioned,

    /// <summary>Assessed; neither winner nor honourable mention.</summary>
    Assessed,
}
