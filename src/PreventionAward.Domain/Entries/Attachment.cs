namespace PreventionAward.Domain.Entries;

/// <summary>A file that a team attached. It belongs to the draft at once; a submitted version names it by its hash.</summary>
public sealed class Attachment
{
    /// <summary>Largest file taken, in bytes: 20 MiB.</summary>
    public const long LargestSize = 20 * 1024 * 1024;

    /// <summary>Most files in one entry.</summary>
    public const int MostFiles = 10;

    /// <summary>How long to wait before a scanner that did not answer is asked again.</summary>
    public static readonly TimeSpan ScanPause = TimeSpan.FromMinutes(1);

    public required AttachmentId Id { get; init; }

    public required EntryId EntryId { get; init; }

    /// <summary>The name shown, made safe: no path, no control characters.</summary>
    public required string Name { get; init; }

    /// <summary>Recognised from the content, never from what the browser said.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Removed from the draft; the bytes stay while a submitted version names them.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>The supplement with which it waits to be handed in; null once it was, and for the files of the draft.</summary>
    public Guid? Supplement { get; set; }

    public ScanState Scan { get; set; }

    /// <summary>When the scanner answered; null before.</summary>
    public DateTimeOffset? ScannedAt { get; set; }

    /// <summary>What the scanner found; null where nothing was.</summary>
    public string? Found { get; set; }

    /// <summary>When the scanner is asked again at the earliest; null = any time.</summary>
    public DateTimeOffset? ScanAgainAt { get; set; }

    /// <summary>The team says that it contains secret information, and on which ground.</summary>
    public SecrecyGround? Secret { get; set; }

    /// <summary>The team does not want it used in judging: the jury does not see it.</summary>
    public bool NotJudged { get; set; }

    /// <summary>Notes what the scanner said, or that it said nothing.</summary>
    public void Scanned(ScanVerdict verdict, DateTimeOffset now)
    {
        (Scan, Found) = (verdict.State, verdict.Found);
        ScannedAt = verdict.State is ScanState.Clean or ScanState.Infected ? now : null;
        ScanAgainAt = verdict.State is ScanState.Waiting ? now + ScanPause : null;
    }

    public SubmittedFile AsSubmitted() => new(Id, Name, Size, Sha256) { Secret = Secret, NotJudged = NotJudged };
}
