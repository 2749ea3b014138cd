using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Entries.Files;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Attaches files to a draft, known by their content and under safe names.</summary>
public sealed class AttachFiles(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, FileGate gate)
{
    /// <summary>The largest request that files may come in, in bytes: all of them at once, and the answers beside.</summary>
    public const long LargestRequest = (Attachment.MostFiles + 1) * Attachment.LargestSize;

    /// <param name="most">How many files the form allows.</param>
    /// <param name="supplement">The supplement with which they wait to be handed in; null: the draft's at once.</param>
    /// <returns>Why a file was not taken, one for each that was not; the others are attached.</returns>
    public async Task<IReadOnlyList<Refusal>> RunAsync(EntryId id, IReadOnlyList<IFormFile> files, int? most, Guid? supplement = null)
    {
        if (files.Count == 0) return [];
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return [new("entries.not-found")];

        List<Refusal> refusals = [];
        List<PassedFile> passed = [];
        foreach (var file in files)
        {
            var (taken, refusal) = await ReadAsync(id, file, now);
            if (taken is not null) passed.Add(taken);
            if (refusal is null) continue;
            refusals.Add(refusal);
            db.AuditInfected(person, own, refusal, now);
        }

        return await AttachAsync(db, person, id, passed, most, supplement, now) is { } more ? [.. refusals, .. more] : [new("entries.not-found")];
    }

    private static async Task<IReadOnlyList<Refusal>?> AttachAsync(AwardDb db, Person person, EntryId id, List<PassedFile> passed, int? most, Guid? supplement, DateTimeOffset now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockEntryAsync(id);
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return null;
        List<Refusal> refusals = [];
        List<SubmittedFile> there = supplement is null ? [.. own.Files] : [.. own.Entry.Submitted?.Files ?? [], .. own.Waiting.Where(f => f.Supplement == supplement).Select(f => f.AsSubmitted())];
        var free = Math.Min(most ?? Attachment.MostFiles, Attachment.MostFiles) - there.Count;
        var known = there.Select(file => file.Sha256).ToHashSet();
        foreach (var file in passed) file.File.Supplement = supplement;
        foreach (var file in passed)
            if (!known.Add(file.File.Sha256)) refusals.Add(new("entries.file-there-already", file.File.Name));
            else if (free-- <= 0) refusals.Add(new("entries.too-many-files", most ?? Attachment.MostFiles, file.File.Name));
            else file.AddTo(db, person, own.Competition, now);

        if (await db.CommitAsync() is { } lost) return [lost];
        await transaction.CommitAsync();
        return refusals;
    }

    private async Task<(PassedFile? Taken, Refusal? Refusal)> ReadAsync(EntryId id, IFormFile file, DateTimeOffset now)
    {
        if (file.Length > Attachment.LargestSize) return (null, new("entries.file-too-large", file.FileName));
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory);
        return await gate.PassAsync(id, new(Guid.CreateVersion7(now)), file.FileName, memory.ToArray(), now);
    }
}
