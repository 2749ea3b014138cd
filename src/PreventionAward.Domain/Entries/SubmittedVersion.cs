using System.Text.Json.Serialization;

namespace PreventionAward.Domain.Entries;

/// <summary>An entry exactly as it was submitted; the receipt speaks of it.</summary>
/// <param name="Version">From 1, one more for each submission.</param>
/// <param name="Sha256">Digest of answers and files, see <see cref="Answers.Digest"/>.</param>
/// <param name="At">Arrival by the database's clock, once the whole request was there (law 13/2003, 10 §).</param>
public sealed record SubmittedVersion(
    EntryId EntryId, int Version, Answers Answers, Language Language, IReadOnlyList<SubmittedFile> Files, string Sha256, PersonId By, DateTimeOffset At)
{
    /// <summary>Which wish to submit it came from: a second request with the same key is the same submission. Null where none was given.</summary>
    public Guid? Key { get; init; }

    /// <summary>The request that this version answers: only what it asked for differs from the version before. Null for what the team submitted itself.</summary>
    public Guid? Supplement { get; init; }
}

/// <summary>A file that came with a submitted version.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record SubmittedFile(AttachmentId Id, string Name, long Size, string Sha256)
{
    /// <summary>The team said that it contains secret information, and on which ground.</summary>
    public SecrecyGround? Secret { get; init; }

    /// <summary>The team did not want it used in judging.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotJudged { get; init; }
}

/// <summary>An attempt to submit that came too late: refused as an entry, kept as evidence (rule R12, law 13/2003 10 §).</summary>
public sealed record LateAttempt(Guid Id, EntryId EntryId, CompetitionId CompetitionId, Answers Answers, string Sha256, PersonId By, DateTimeOffset At)
{
    public Language Language { get; init; } = Language.Finnish;

    /// <summary>As <see cref="SubmittedVersion.Key"/>: a repeated request is one attempt.</summary>
    public Guid? Key { get; init; }

    /// <summary>The files that were attached at that moment.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; init; } = [];
}

/// <summary>Why an entry counts although it came after the deadline; decided by staff and told in the decision.</summary>
/// <param name="Attempt">The late attempt that became the version that counts.</param>
/// <param name="Evidence">What shows that it had been sent in time; empty for a late admission.</param>
public sealed record Admission(AdmissionKind Kind, Guid Attempt, string Reason, string Evidence, PersonId By, DateTimeOffset At);

/// <summary>How a late attempt was admitted.</summary>
public enum AdmissionKind
{
    /// <summary>Counts as arrived in time: the authority's own system had failed, and the sending is reliably shown (law 13/2003, 10 §).</summary>
    InTimeByGround,

    /// <summary>Late, and admitted all the same for a reason on record.</summary>
    Late,
}

/// <summary>A time at which the portal or a part of it did not work.</summary>
/// <param name="To">Null while it lasts.</param>
/// <param name="What">What failed.</param>
public sealed record Outage(Guid Id, DateTimeOffset From, DateTimeOffset? To, string What, PersonId By, DateTimeOffset At)
{
    /// <summary>Whether something at that moment may have failed for it.</summary>
    public bool Covers(DateTimeOffset moment) => From <= moment && !(moment > To);
}

/// <summary>What has become of an entry.</summary>
public enum EntryStatus
{
    Draft,
    Submitted,
    Eligible,
    Ineligible,
    Withdrawn,
}
