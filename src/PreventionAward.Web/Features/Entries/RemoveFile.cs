using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Takes a file off the draft; a submitted version that names it keeps it.</summary>
public sealed class RemoveFile(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="supplement">The supplement with which the file waits; null: it is the draft's.</param>
    /// <returns>Refused: not found. A file that is off already is no refusal.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, AttachmentId file, Guid? supplement = null)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return new("entries.not-found");
        if (await db.Attachments.FirstOrDefaultAsync(a => a.Id == file && a.EntryId == id && a.Supplement == supplement) is not { RemovedAt: null } attachment) return null;

        attachment.RemovedAt = now;
        db.Audit(person.Id, "file-removed", now, own.Competition.Id, id, new { attachment.Name, attachment.Sha256 });
        return await db.CommitAsync();
    }
}
