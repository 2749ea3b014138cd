using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Attaches files to a draft, known by their content and under safe names.</summary>
public sealed class AttachFiles(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <summary>The largest request that files may come in, in bytes: all of them at once, and the answers beside.</summary>
    public const long LargestRequest = (Attachment.MostFiles + 1) * Attachment.LargestSize;

    /// <param name="most">How many files the form allows.</param>
    /// <returns>Why a file was not taken, one for each that was not; the others are attached.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(EntryId id, IReadOnlyList<IFormFile> files, int? most)
    {
        if (files.Count == 0) return [];
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return [new("entries.not-found")];

        List<Refusal> refusals = [];
        var free = Math.Min(most ?? Attachment.MostFiles, Attachment.MostFiles) - own.Files.Count;
        var known = own.Files.Select(file => file.Sha256).ToHashSet();
        foreach (var file in files)
        {
            var (taken, refusal) = await ReadAsync(id, file, now);
            if (refusal is not null) refusals.Add(refusal);
            else if (!known.Add(taken!.Value.File.Sha256)) refusals.Add(new("entries.file-there-already", file.FileName));
            else if (free-- <= 0) refusals.Add(new("entries.too-many-files", most ?? Attachment.MostFiles, taken.Value.File.Name));
            else Add(db, taken.Value, person, own, now);
        }

        return await db.CommitAsync() is { } lost ? [lost] : refusals;
    }

    private static void Add(AwardDb db, (Attachment File, byte[] Bytes) taken, Person person, TeamEntry own, DateTimeOffset now)
    {
        db.Add(taken.File);
        db.Add(new AttachmentContent(taken.File.Id, taken.Bytes));
        db.Audit(person.Id, "file-attached", now, own.Competition.Id, own.Entry.Id, new { taken.File.Name, taken.File.Size, taken.File.Sha256 });
    }

    private static async Task<((Attachment File, byte[] Bytes)? Taken, Refusal? Refusal)> ReadAsync(EntryId id, IFormFile file, DateTimeOffset now)
    {
        if (file.Length == 0) return (null, new("entries.file-empty", file.FileName));
        if (file.Length > Attachment.LargestSize) return (null, new("entries.file-too-large", file.FileName));
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        var bytes = memory.ToArray();
        if (FileKind.Of(bytes) is not { } kind) return (null, new("entries.file-kind", file.FileName));
        var attachment = new Attachment
        {
            Id = new(Guid.CreateVersion7(now)),
            EntryId = id,
            Name = kind.SafeName(file.FileName),
            ContentType = kind.ContentType,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            AddedAt = now,
        };
        return ((attachment, bytes), null);
    }
}
