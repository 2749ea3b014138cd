using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Takes the next chunk of one's own upload.</summary>
public sealed class AppendUpload(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>How many bytes are here now; refused: gone (finished, given up, expired, somebody else's), wrong offset, wrong length, no kind that is taken.</returns>
    public async Task<(long Received, Refusal? Refusal)> RunAsync(EntryId id, Guid uploadId, long offset, byte[] bytes)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Two tabs may send the same chunk: the second waits, and is then told that it is there.
        await db.Database.ExecuteSqlAsync($"select 1 from uploads where id = {uploadId} for update");
        if (await db.OwnUploadAsync(person, id, uploadId, now) is not var (upload, own)) return (0, new("files.gone"));
        if (upload.Take(offset, bytes.Length, now) is { } refusal) return (upload.Received, refusal);
        if (offset == 0 && !FileKind.MayBegin(bytes)) return (0, await RefuseKindAsync(db, transaction, upload, bytes));
        db.Add(new UploadChunk(upload.Id, offset, bytes));
        if (await db.CommitAsync() is { } lost) return (offset, lost);
        await transaction.CommitAsync();
        return (upload.Received, null);
    }

    // The rest need not be sent: it will not be taken.
    private static async Task<Refusal> RefuseKindAsync(AwardDb db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Upload upload, byte[] bytes)
    {
        db.Remove(upload);
        await db.CommitAsync();
        await transaction.CommitAsync();
        return FileKind.Refused(upload.Name, bytes);
    }
}

/// <summary>Gives an upload up; its bytes go.</summary>
public sealed class DropUpload(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: not the person's. One that is gone already is no refusal.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, Guid uploadId)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is null) return new("entries.not-found");
        if (await db.OwnUploadAsync(person, id, uploadId, now) is not var (upload, _)) return null;
        db.Remove(upload);
        return await db.CommitAsync();
    }
}

/// <summary>Reads uploads: only their own person finds them.</summary>
internal static class UploadQuery
{
    public static async Task<(Upload Upload, TeamEntry Own)?> OwnUploadAsync(this AwardDb db, Person person, EntryId id, Guid uploadId, DateTimeOffset now)
    {
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return null;
        var upload = await db.Uploads.AsTracking().FirstOrDefaultAsync(u => u.Id == uploadId && u.EntryId == id && u.PersonId == person.Id);
        return upload is null || upload.IsExpired(now) ? null : (upload, own);
    }

    /// <summary>The unfinished uploads of a person in an entry, oldest first.</summary>
    public static async Task<IReadOnlyList<Upload>> OwnUploadsAsync(this AwardDb db, Person person, EntryId id, DateTimeOffset now) =>
        [.. (await db.Uploads.AsNoTracking().Where(u => u.EntryId == id && u.PersonId == person.Id).OrderBy(u => u.StartedAt).ToListAsync()).Where(u => !u.IsExpired(now))];
}
