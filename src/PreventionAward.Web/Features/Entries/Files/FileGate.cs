using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>What every file passes before it is attached, however it came: size, kind by content, scanner.</summary>
public sealed class FileGate(FileScanner scanner)
{
    /// <returns>The file, ready to be kept, or why it is not taken: empty, too large, of another kind, infected.</returns>
    public async Task<(PassedFile? File, Refusal? Refusal)> PassAsync(EntryId entry, AttachmentId id, string name, byte[] bytes, DateTimeOffset now)
    {
        if (bytes.Length == 0) return (null, new("entries.file-empty", name));
        if (bytes.Length > Attachment.LargestSize) return (null, new("entries.file-too-large", name));
        if (FileKind.Of(bytes) is not { } kind) return (null, FileKind.Refused(name, bytes));
        var verdict = await scanner.ScanAsync(bytes);
        if (verdict.State == ScanState.Infected) return (null, new("files.infected", name, verdict.Found ?? ""));
        var file = new Attachment
        {
            Id = id,
            EntryId = entry,
            Name = kind.SafeName(name),
            ContentType = kind.ContentType,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            AddedAt = now,
        };
        file.Scanned(verdict, now);
        return (new(file, bytes), null);
    }
}

/// <summary>A file that may be attached, with its bytes.</summary>
public sealed record PassedFile(Attachment File, byte[] Bytes)
{
    /// <summary>Attaches it in the commit at hand.</summary>
    public void AddTo(AwardDb db, Person person, Competition competition, DateTimeOffset now)
    {
        db.Add(File);
        db.Add(new AttachmentContent(File.Id, Bytes));
        db.Audit(person.Id, "file-attached", now, competition.Id, File.EntryId, new { File.Name, File.Size, File.Sha256, File.Scan });
    }
}

/// <summary>What the writes about files have in common.</summary>
internal static class FileWrites
{
    /// <summary>Two who attach at once would each count the other's file as not there: the entry is locked until the commit.</summary>
    public static Task LockEntryAsync(this AwardDb db, EntryId entry) =>
        db.Database.ExecuteSqlAsync($"select 1 from entries where id = {entry.Value} for update");

    /// <summary>How many files the competition's form takes; null where it asks for none.</summary>
    public static int? MostFiles(this Competition competition) =>
        competition.Form.Fields.FirstOrDefault(field => field.Kind == FieldKind.Files) is { } field ? Math.Min(field.Max ?? Attachment.MostFiles, Attachment.MostFiles) : null;

    /// <summary>An infected file is on record, its bytes are not.</summary>
    public static void AuditInfected(this AwardDb db, Person person, TeamEntry own, Refusal refusal, DateTimeOffset now)
    {
        if (refusal is { Code: "files.infected", Args: [var name, var found] })
            db.Audit(person.Id, "file-infected", now, own.Competition.Id, own.Entry.Id, new { name, found });
    }
}
