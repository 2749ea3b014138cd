using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Database;

/// <summary>Finds the files that belong to drafts.</summary>
public static class DraftFiles
{
    /// <summary>The files of these entries' drafts as a submission would name them, in the order in which they were attached.</summary>
    public static async Task<ILookup<EntryId, SubmittedFile>> DraftFilesAsync(this AwardDb db, IReadOnlyCollection<EntryId> entries, CancellationToken cancel = default)
    {
        var ids = entries.ToArray();
        var files = await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.EntryId) && a.RemovedAt == null && a.Supplement == null).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync(cancel);
        return files.ToLookup(a => a.EntryId, a => a.AsSubmitted());
    }
}
