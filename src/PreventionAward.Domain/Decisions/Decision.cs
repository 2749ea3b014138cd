using System.Collections.Immutable;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

/// <summary>What the jury decided and why, in each language. The ranking advised; this is the decision.</summary>
public sealed class Decision
{
    private Decision() { }

    public Decision(CompetitionId competitionId) => CompetitionId = competitionId;

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The winner; null where no entry was found worthy.</summary>
    public EntryId? WinnerId { get; private set; }

    public IReadOnlyList<EntryId> Mentions { get; private set; } = [];

    /// <summary>Why the winner is not the one ranked first, or why there is no winner; empty where neither is the case.</summary>
    public string OutcomeReason { get; private set; } = "";

    /// <summary>Grounds, assessments and remarks, each in its languages; see <see cref="DecisionSection"/>.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Texts { get; private set; } = ImmutableSortedDictionary.Create<string, LocalizedText>(StringComparer.Ordinal);

    public PersonId? RecordedBy { get; private set; }

    public DateTimeOffset? RecordedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public bool IsRecorded => RecordedAt is not null;

    public bool IsApproved => ApprovedAt is not null;

    /// <summary>What the decision is for one of the entries that were assessed.</summary>
    public EntryOutcome OutcomeOf(EntryId entry) =>
        entry == WinnerId ? EntryOutcome.Winner : Mentions.Contains(entry) ? EntryOutcome.Mentioned : EntryOutcome.Assessed;

    public LocalizedText this[string section] => Texts.GetValueOrDefault(section, LocalizedText.Empty);

    /// <summary>Records what the jury decided.</summary>
    /// <param name="ranking">The ranking at that moment.</param>
    /// <returns>Refused: approved already; winner not eligible, or also a mention; no reason where one is needed, or one that is too long.</returns>
    public Refusal? Record(Outcome outcome, IReadOnlyList<Scoring.RankedEntry> ranking, PersonId by, DateTimeOffset now)
    {
        if (IsApproved) return new("decisions.already-approved");
        var eligible = ranking.Select(r => r.Id).ToHashSet();
        if (outcome.Winner is { } winner && !eligible.Contains(winner) || !eligible.IsSupersetOf(outcome.Mentions)) return new("decisions.not-eligible");
        if (outcome.Winner is { } chosen && outcome.Mentions.Contains(chosen)) return new("decisions.winner-is-mention");
        if (NeedsReason(outcome, ranking) && string.IsNullOrWhiteSpace(outcome.Reason))
            return outcome.Winner is null ? new("decisions.no-winner-needs-reason") : new("decisions.not-first-needs-reason");
        if (TextLimit.Check(outcome.Reason) is { } tooLong) return tooLong;

        (WinnerId, Mentions, OutcomeReason) = (outcome.Winner, [.. outcome.Mentions.Distinct()], Answers.Clean(outcome.Reason));
        (RecordedBy, RecordedAt) = (by, now);
        return null;
    }

    /// <summary>Writes one section in one language.</summary>
    /// <returns>Refused: too long; approved by the jury, which locks the texts.</returns>
    public Refusal? Write(string section, Language language, string? text)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (TextLimit.Check(text) is { } tooLong) return tooLong;
        var written = this[section].With(language, Answers.Clean(text));
        Texts = written.IsEmpty() ? Texts.Remove(section) : Texts.SetItem(section, written);
        return null;
    }

    /// <summary>What a required language still lacks, in the order of the document (Hallintolaki 45 §, rules R5 and R7).</summary>
    public IReadOnlyList<(string Section, Language Language)> Missing(IEnumerable<EntryId> eligible) =>
    [
        .. from section in Sections(eligible)
           from language in new[] { Language.Finnish, Language.Swedish }
           where !this[section].Has(language)
           select (section, language),
    ];

    /// <summary>The sections that must be written: grounds, one assessment for every other entry, general remarks.</summary>
    public IReadOnlyList<string> Sections(IEnumerable<EntryId> eligible) =>
        [DecisionSection.Grounds, .. eligible.Where(id => id != WinnerId).Select(DecisionSection.Assessment), DecisionSection.Remarks];

    /// <summary>The chair approves on the jury's behalf; the texts are locked from then on.</summary>
    public Refusal? Approve(IEnumerable<EntryId> eligible, PersonId by, DateTimeOffset now)
    {
        if (!IsRecorded) return new("decisions.not-recorded");
        if (IsApproved) return new("decisions.already-approved");
        if (Missing(eligible) is { Count: > 0 } missing) return new("decisions.texts-missing", missing.Count);
        (ApprovedBy, ApprovedAt) = (by, now);
        return null;
    }

    /// <summary>Takes the approval back before publication, so that a text can be mended.</summary>
    public void Unapprove() => (ApprovedBy, ApprovedAt) = (null, null);

    /// <summary>Puts a decision back as a record holds it: for the import of a dossier only.</summary>
    public static Decision Restore(
        CompetitionId id, Outcome outcome, IEnumerable<KeyValuePair<string, LocalizedText>> texts,
        PersonId? recordedBy, DateTimeOffset? recordedAt, PersonId? approvedBy, DateTimeOffset? approvedAt) =>
        new(id)
        {
            WinnerId = outcome.Winner,
            Mentions = outcome.Mentions,
            OutcomeReason = outcome.Reason,
            Texts = texts.ToImmutableSortedDictionary(StringComparer.Ordinal),
            RecordedBy = recordedBy,
            RecordedAt = recordedAt,
            ApprovedBy = approvedBy,
            ApprovedAt = approvedAt,
        };

    private static bool NeedsReason(Outcome outcome, IReadOnlyList<Scoring.RankedEntry> ranking) =>
        outcome.Winner is not { } winner || ranking.FirstOrDefault(r => r.Id == winner)?.Rank != 1;
}

/// <summary>What the chair puts on record for the jury.</summary>
public sealed record Outcome(EntryId? Winner, IReadOnlyList<EntryId> Mentions, string Reason);

/// <summary>Names the sections of a decision.</summary>
public static class DecisionSection
{
    public const string Grounds = "grounds";
    public const string Remarks = "remarks";

    /// <summary>The section that assesses one entry.</summary>
    public static string Assessment(EntryId entry) => "assessment." + entry.Value;
}

/// <summary>What became of an entry that the jury assessed.</summary>
public enum EntryOutcome
{
    Winner,
    Mentioned,

    /// <summary>Assessed; neither winner nor honourable mention.</summary>
    Assessed,
}
