namespace PreventionAward.Domain.Entries;

/// <summary>A file on its way into an entry: its bytes come in chunks, one after the other, and may go on after a broken connection.</summary>
public sealed class Upload
{
    /// <summary>Most bytes in one chunk: 1 MiB.</summary>
    public const int LargestChunk = 1024 * 1024;

    /// <summary>Fewest bytes in a chunk that is not the last: 16 KiB, so that nobody fills the database with crumbs.</summary>
    public const int SmallestChunk = 16 * 1024;

    /// <summary>Most unfinished uploads that one person has in one entry.</summary>
    public const int MostOfOnePerson = 5;

    /// <summary>Most unfinished uploads in one entry.</summary>
    public const int MostInOneEntry = 2 * Attachment.MostFiles;

    /// <summary>How long an upload that does not go on is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>The finished attachment has the same id: finishing twice attaches once.</summary>
    public required Guid Id { get; init; }

    public required EntryId EntryId { get; init; }

    /// <summary>Only this person goes on with it.</summary>
    public required PersonId PersonId { get; init; }

    /// <summary>As the browser named it; made safe when the file is attached.</summary>
    public required string Name { get; init; }

    /// <summary>In bytes, all of it.</summary>
    public required long Size { get; init; }

    /// <summary>Lower-case hexadecimal, as the sender computed it before sending; what arrives must have it.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When bytes came last.</summary>
    public DateTimeOffset TouchedAt { get; private set; }

    /// <summary>Bytes that are here; the next chunk begins at this offset.</summary>
    public long Received { get; private set; }

    public bool IsWhole => Received == Size;

    /// <summary>Begins an upload.</summary>
    /// <param name="attached">Files in the draft already.</param>
    /// <param name="most">How many files the form takes.</param>
    /// <param name="unfinished">Unfinished uploads in the same entry.</param>
    /// <returns>Refused: empty, too large, no digest, the entry is full, too many unfinished ones.</returns>
    public static (Upload? Upload, Refusal? Refusal) Start(Upload asked, int attached, int most, IReadOnlyCollection<Upload> unfinished)
    {
        Refusal? refusal = asked switch
        {
            { Size: <= 0 } => new("entries.file-empty", asked.Name),
            { Size: > Attachment.LargestSize } => new("entries.file-too-large", asked.Name),
            { Sha256: var sha256 } when sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower) => new("files.broken", asked.Name),
            _ when attached >= most => new("entries.too-many-files", most, asked.Name),
            _ when unfinished.Count >= MostInOneEntry || unfinished.Count(u => u.PersonId == asked.PersonId) >= MostOfOnePerson => new("files.too-many-unfinished", asked.Name),
            _ => null,
        };
        if (refusal is not null) return (null, refusal);
        asked.TouchedAt = asked.StartedAt;
        return (asked, null);
    }

    public bool IsExpired(DateTimeOffset now) => now - TouchedAt >= Lifetime;

    /// <summary>Takes the next chunk.</summary>
    /// <returns>Refused: not where the last one ended, beyond the size that was told, too long or too short.</returns>
    public Refusal? Take(long offset, int length, DateTimeOffset now)
    {
        if (offset != Received) return new("files.wrong-offset", Received);
        if (length is <= 0 or > LargestChunk || Received + length > Size) return new("files.broken", Name);
        if (length < SmallestChunk && Received + length < Size) return new("files.broken", Name);
        (Received, TouchedAt) = (Received + length, now);
        return null;
    }
}
