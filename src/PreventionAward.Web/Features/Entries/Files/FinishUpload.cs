using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Makes an attachment of an upload that is whole: its digest, kind and content are checked here and nowhere else.</summary>
public sealed class FinishUpload(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, FileGate gate)
{
    /// <returns>The attachment, also when it was finished before; refused: gone, not whole, other bytes than were told, no kind that is taken, infected, there already, too many.</returns>
    public async Task<(Attachment? File, Refusal? Refusal)> RunAsync(EntryId id, Guid uploadId)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.OwnUploadAsync(person, id, uploadId, now) is not var (upload, own)) return await FinishedBeforeAsync(db, person, id, new(uploadId));
        if (!upload.IsWhole) return (null, new("files.wrong-offset", upload.Received));

        var bytes = await BytesAsync(db, upload);
        var (passed, refusal) = Convert.ToHexStringLower(SHA256.HashData(bytes)) == upload.Sha256
            ? await gate.PassAsync(id, new(uploadId), upload.Name, bytes, now)
            : (null, new("files.broken", upload.Name));
        return passed is null ? (null, await DropAsync(db, upload, person, own, refusal!, now)) : await AttachAsync(db, upload, person, passed, now);
    }

    private static async Task<(Attachment? File, Refusal? Refusal)> AttachAsync(AwardDb db, Upload upload, Person person, PassedFile passed, DateTimeOffset now)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockEntryAsync(upload.EntryId);
        if (await db.TeamEntryAsync(person, upload.EntryId, Can.EditEntry) is not { } own || own.Competition.MostFiles() is not { } most) return (null, new("entries.not-found"));
        db.Remove(upload);
        Refusal? refusal = own.Files.Any(file => file.Sha256 == upload.Sha256) ? new("entries.file-there-already", upload.Name)
            : own.Files.Count >= most ? new("entries.too-many-files", most, passed.File.Name)
            : null;
        if (refusal is null) passed.AddTo(db, person, own.Competition, now);
        var lost = await db.CommitAsync();
        if (lost is null) await transaction.CommitAsync();
        return (refusal ?? lost) is { } why ? (null, why) : (passed.File, null);
    }

    private static async Task<Refusal> DropAsync(AwardDb db, Upload upload, Person person, TeamEntry own, Refusal refusal, DateTimeOffset now)
    {
        db.Remove(upload);
        db.AuditInfected(person, own, refusal, now);
        return await db.CommitAsync() ?? refusal;
    }

    // The answer to the first finishing was lost on its way.
    private static async Task<(Attachment? File, Refusal? Refusal)> FinishedBeforeAsync(AwardDb db, Person person, EntryId id, AttachmentId file) =>
        await db.TeamEntryAsync(person, id, Can.EditEntry) is { } own && own.Attachments.FirstOrDefault(a => a.Id == file) is { } attached ? (attached, null) : (null, new("files.gone"));

    private static async Task<byte[]> BytesAsync(AwardDb db, Upload upload)
    {
        var bytes = new byte[upload.Size];
        await foreach (var chunk in db.Set<UploadChunk>().AsNoTracking().Where(c => c.UploadId == upload.Id).AsAsyncEnumerable())
            chunk.Bytes.CopyTo(bytes, chunk.Position);
        return bytes;
    }
}
