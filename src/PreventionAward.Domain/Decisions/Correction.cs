using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

/// <summary>
/// A correction of a published decision (Hallintolaki 50-51 §): the next version, written beside the one in force. Nothing of that changes before the correction
/// is published, and then it is kept as the version that was replaced.
/// </summary>
public sealed partial class Correction
{
    private Correction() { }

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The version of the decision that it makes: 2 for the first correction.</summary>
    public int Version { get; private set; }

    public CorrectionKind Kind { get; private set; }

    /// <summary>Why the decision is found wrong: for the record, not published.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>What has been corrected, in words for everybody.</summary>
    public LocalizedText What { get; private set; } = LocalizedText.Empty;

    /// <summary>How the parties were heard; for a clerical error maybe why that was not needed (Hallintolaki 52 §).</summary>
    public string Hearing { get; private set; } = "";

    /// <summary>The correction is to the detriment of a party.</summary>
    public bool IsToDetriment { get; private set; }

    /// <summary>That party's consent: who and when; or that the error is obvious and came from the party itself (Hallintolaki 50 §).</summary>
    public string Consent { get; private set; } = "";

    /// <summary>What the corrected decision says of its ground, the hearing and the detriment; null where nobody has put it on record.</summary>
    public CorrectionFacts? Facts { get; private set; }

    /// <summary>The new version as it is being written, or was published.</summary>
    public DecisionContent Content { get; private set; } = null!;

    /// <summary>The version in force when the correction was opened.</summary>
    public DecisionContent Replaces { get; private set; } = null!;

    public TextStanding TextStanding { get; private set; } = TextStanding.None;

    public PersonId OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public PersonId? ApprovedBy { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public PersonId? PublishedBy { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsApproved => ApprovedAt is not null;

    public bool IsPublished => PublishedAt is not null;

    /// <summary>The version as its writers have it before them: locked once it is approved.</summary>
    public Decision Draft => Decision.Restore(
        CompetitionId, new(Content.WinnerId, Content.Mentions, Content.OutcomeReason) { SharedWith = Content.SharedWith }, Content.Texts,
        OpenedBy, OpenedAt, ApprovedBy, ApprovedAt, TextStanding, Content.Tie);

    /// <summary>
    /// The version as it is published. Where a clerical error is mended the jury's approval stands as it was; an error of fact is corrected by deciding anew, so
    /// that decision is dated by its own approval (Hallintolaki 50 and 52 §).
    /// </summary>
    public DecisionContent AsPublished => Kind == CorrectionKind.Clerical ? Content : Content with { ApprovedBy = ApprovedBy, ApprovedAt = ApprovedAt };

    /// <summary>Opens a correction: the texts are those of the version in force.</summary>
    /// <param name="current">The version in force.</param>
    /// <param name="version">The number of the version to come, from 2.</param>
    /// <returns>Refused: no reason, or one that is too long.</returns>
    public static (Correction? Correction, Refusal? Refusal) Open(Decision current, int version, CorrectionKind kind, string? reason, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason)) return (null, new("corrections.reason-missing"));
        if (TextLimit.Check(reason) is { } tooLong) return (null, tooLong);
        var content = DecisionContent.Of(current);
        return (new()
        {
            CompetitionId = current.CompetitionId,
            Version = version,
            Kind = kind,
            Reason = Answers.Clean(reason),
            Content = content,
            Replaces = content,
            TextStanding = TextStanding.None with { Passed = current.TextStanding.Passed },
            OpenedBy = by,
            OpenedAt = now,
        }, null);
    }

    /// <summary>The jury's approval of the correction; its texts are locked from then on.</summary>
    /// <returns>Refused: approved already; what was corrected not told in both national languages; the error, how the jury decided anew, the hearing or what lets it be to a detriment not on record; grounds kept from another winner; nothing changed; a text missing, out of date, or with an open warning.</returns>
    public Refusal? Approve(DecisionScope scope, PersonId by, DateTimeOffset now)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (NotReady() is [var lacking, ..]) return lacking;
        if (Warnings.Count(warning => !IsPassed(warning)) is > 0 and var open) return new("decisions.warnings-open", open);
        if (Draft.Approve(scope, by, now) is { } refusal) return refusal;
        (ApprovedBy, ApprovedAt) = (by, now);
        return null;
    }

    /// <summary>Takes the approval back before publication.</summary>
    public void Unapprove() => (ApprovedBy, ApprovedAt) = (null, null);

    /// <summary>Marks it as published; the decision takes its content over by <see cref="Decision.Correct"/>.</summary>
    /// <returns>Refused: not approved, or a language not read over since its last change.</returns>
    public Refusal? Publish(DecisionScope scope, PersonId by, DateTimeOffset now)
    {
        if (IsPublished) return new("corrections.published-already");
        if (!IsApproved) return new("decisions.not-approved");
        if (Draft.Unchecked(scope) is [var unread, ..]) return new("decisions.language-unchecked", unread);
        (PublishedBy, PublishedAt) = (by, now);
        return null;
    }

    /// <summary>Puts a correction back as a record holds it: for the import of a dossier only.</summary>
    public static Correction Restore(CorrectionRecord record) => new()
    {
        CompetitionId = record.CompetitionId,
        Version = record.Version,
        Kind = record.Kind,
        Reason = record.Reason,
        What = record.What,
        Hearing = record.Hearing,
        IsToDetriment = record.IsToDetriment,
        Consent = record.Consent,
        Facts = record.Facts,
        Content = record.Content,
        Replaces = record.Replaces,
        TextStanding = record.Standing,
        OpenedBy = record.OpenedBy,
        OpenedAt = record.OpenedAt,
        ApprovedBy = record.ApprovedBy,
        ApprovedAt = record.ApprovedAt,
        PublishedBy = record.PublishedBy,
        PublishedAt = record.PublishedAt,
    };

    /// <summary>What has to be put on record or written before the jury can approve it, apart from the decision's own texts.</summary>
    public IReadOnlyList<Refusal> NotReady() => [.. Lacking()];

    private IEnumerable<Refusal> Lacking()
    {
        foreach (var language in new[] { Language.Finnish, Language.Swedish })
            if (!What.Has(language)) yield return new("corrections.what-missing", language);
        if (Hearing.Length == 0) yield return new("corrections.hearing-missing");
        if (WhyNotOnNewEvidence(Facts, IsToDetriment, Content) is { } against) yield return against;
        if (!IsToDetriment && Content.TakesFrom(Replaces)) yield return new("corrections.outcome-is-detriment");
        if ((Facts ?? CorrectionFacts.None).WhyNotReady(Kind, IsToDetriment) is { } lacking) yield return lacking;
        if (IsToDetriment && Consent.Length == 0) yield return new("corrections.consent-missing");
        if (WrittenForAnother.Count is > 0 and var kept) yield return new("corrections.written-for-another", kept);
        if (Content.HasOutcomeOf(Replaces) && Content.HasTextsOf(Replaces)) yield return new("corrections.nothing-changed");
    }
}

/// <summary>Reads the corrections of one decision.</summary>
public static class Corrections
{
    /// <summary>Who had won by the version in force at that time; one that is not published yet changes nothing.</summary>
    /// <param name="corrections">Oldest first.</param>
    /// <param name="winner">Of the latest version.</param>
    public static EntryId? WinnerAt(this IEnumerable<Correction> corrections, DateTimeOffset at, EntryId? winner) =>
        corrections.FirstOrDefault(c => c.PublishedAt is not { } published || published > at) is { } next ? next.Replaces.WinnerId : winner;
}

/// <summary>Which error is corrected.</summary>
public enum CorrectionKind
{
    /// <summary>An obvious clerical or calculation error, or another clear one like them (Hallintolaki 51 §).</summary>
    Clerical,

    /// <summary>A wrong or lacking fact, a wrong application of law, an error in procedure, or new evidence (Hallintolaki 50 §).</summary>
    Fact,
}

/// <summary>Everything that a correction's record holds.</summary>
public sealed record CorrectionRecord(
    CompetitionId CompetitionId, int Version, CorrectionKind Kind, string Reason, LocalizedText What, string Hearing, bool IsToDetriment, string Consent,
    DecisionContent Content, DecisionContent Replaces, TextStanding Standing, PersonId OpenedBy, DateTimeOffset OpenedAt,
    PersonId? ApprovedBy, DateTimeOffset? ApprovedAt, PersonId? PublishedBy, DateTimeOffset? PublishedAt, CorrectionFacts? Facts = null);
