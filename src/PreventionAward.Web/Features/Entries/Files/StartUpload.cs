using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Begins an upload, or finds the unfinished one of the same file and person to go on with.</summary>
public sealed class StartUpload(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="sha256">Of the whole file, computed before sending.</param>
    /// <returns>The upload with the bytes it has, or why there is none: not found, empty, too large, attached already, too many.</returns>
    public async Task<(Upload? Upload, Refusal? Refusal)> RunAsync(EntryId id, string name, long size, string sha256)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockEntryAsync(id);
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own || person.Id is not { } by || own.Competition.MostFiles() is not { } most) return (null, new("entries.not-found"));
        if (own.Files.Any(file => file.Sha256 == sha256)) return (null, new("entries.file-there-already", name));

        var unfinished = await db.Uploads.Where(u => u.EntryId == id).ToListAsync();
        db.RemoveRange(unfinished.Where(u => u.IsExpired(now)));
        unfinished.RemoveAll(u => u.IsExpired(now));
        if (unfinished.FirstOrDefault(u => u.PersonId == by && u.Sha256 == sha256 && u.Size == size) is { } known) return (known, null);

        var asked = new Upload { Id = Guid.CreateVersion7(now), EntryId = id, PersonId = by, Name = Shortened(Answers.Clean(name)), Size = size, Sha256 = sha256, StartedAt = now };
        var (upload, refusal) = Upload.Start(asked, own.Files.Count, most, unfinished);
        if (upload is null) return (null, refusal);
        db.Add(upload);
        if (await db.CommitAsync() is { } lost) return (null, lost);
        await transaction.CommitAsync();
        return (upload, null);
    }

    // The end of a long name says what it is; what is cut is told by nobody else.
    private static string Shortened(string name) => name.Length <= 200 ? name : string.Concat(name.AsSpan(0, char.IsHighSurrogate(name[179]) ? 179 : 180), name.AsSpan(name.Length - 20));
}
