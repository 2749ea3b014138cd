using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Database;

/// <summary>What is known of an entry's files beside what a submitted version names.</summary>
public static class FileScans
{
    /// <summary>What the scanner has said of each file.</summary>
    public static Task<Dictionary<AttachmentId, ScanState>> ScansAsync(this AwardDb db, EntryId id) =>
        db.Attachments.AsNoTracking().Where(a => a.EntryId == id).ToDictionaryAsync(a => a.Id, a => a.Scan);
}
