namespace PreventionAward.Domain.Entries;

/// <summary>A file that a team attached. It belongs to the draft at once; a submitted version names it by its hash.</summary>
public sealed class Attachment
{
    /// <summary>Largest file taken, in bytes: 20 MiB.</summary>
    public const long LargestSize = 20 * 1024 * 1024;

    /// <summary>Most files in one entry.</summary>
    public const int MostFiles = 10;

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

    public SubmittedFile AsSubmitted() => new(Id, Name, Size, Sha256);
}
