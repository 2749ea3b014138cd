using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Takes a file off the draft. A submitted version or a late attempt that names it keeps it; else its bytes go.</summary>
public sealed class RemoveFile(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    private const int MostTries = 5;

    /// <param name="supplement">The supplement with which the file waits; null: it is the draft's.</param>
    /// <returns>Refused: not found. A file that is off already is no refusal.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, AttachmentId file, Guid? supplement = null)
    {
        var now = await clock.NowAsync();
        for (var tries = 1; ; tries++)
        {
            // Somebody may have submitted the file at the same moment: look again.
            var refusal = await TryAsync(id, file, supplement, now);
            if (refusal?.Code != "ui.saved-by-someone-else" || tries == MostTries) return refusal;
        }
    }

    private async Task<Refusal?> TryAsync(EntryId id, AttachmentId file, Guid? supplement, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry, tracked: true) is not { } own) return new("entries.not-found");
        if (await db.Attachments.FirstOrDefaultAsync(a => a.Id == file && a.EntryId == id && a.Supplement == supplement) is not { RemovedAt: null } attachment) return null;

        own.Entry.Save(own.Entry.Draft, own.Entry.Language, now); // The entry's row is written too: it cannot be submitted with the file meanwhile.
        var isKept = own.Entry.Names(file) || await IsInLateAttemptAsync(db, id, file);
        if (isKept) attachment.RemovedAt = now;
        else db.Remove(attachment);
        db.Audit(person.Id, "file-removed", now, own.Competition.Id, id, new { attachment.Name, attachment.Sha256, isKept });
        return await db.CommitAsync();
    }

    private static async Task<bool> IsInLateAttemptAsync(AwardDb db, EntryId id, AttachmentId file) =>
        (await db.LateAttempts.Where(a => a.EntryId == id).Select(a => a.Files).ToListAsync()).Exists(files => files.Any(f => f.Id == file));
}
