namespace PreventionAward.Domain.Entries;

/// <summary>An entry exactly as it was submitted; the receipt speaks of it.</summary>
/// <param name="Version">From 1, one more for each submission.</param>
/// <param name="Sha256">Digest of answers and files, see <see cref="Answers.Digest"/>.</param>
/// <param name="At">Arrival by the database's clock, once the whole request was there (law 13/2003, 10 §).</param>
public sealed record SubmittedVersion(
    EntryId EntryId, int Version, Answers Answers, Language Language, IReadOnlyList<SubmittedFile> Files, string Sha256, PersonId By, DateTimeOffset At);

/// <summary>A file that came with a submitted version.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record SubmittedFile(AttachmentId Id, string Name, long Size, string Sha256);

/// <summary>An attempt to submit that came too late: refused as an entry, kept as evidence (rule R12, law 13/2003 10 §).</summary>
public sealed record LateAttempt(Guid Id, EntryId EntryId, CompetitionId CompetitionId, Answers Answers, string Sha256, PersonId By, DateTimeOffset At);

/// <summary>What has become of an entry.</summary>
public enum EntryStatus
{
    Draft,
    Submitted,
    Eligible,
    Ineligible,
    Withdrawn,
}
