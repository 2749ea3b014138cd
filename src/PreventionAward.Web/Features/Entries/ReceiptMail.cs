using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Whether the receipt of a version went by mail too: not every version's did, an imported one's never.</summary>
internal static class ReceiptMail
{
    private static readonly string[] Templates = ["entry-received", "supplement-received"];

    /// <summary>True where it has been sent, false where it waits to be, null where there is none or it was given up on.</summary>
    public static async Task<bool?> StandingAsync(AwardDb db, Guid entry, SubmittedVersion version)
    {
        // The mail names the digest of the version and the address of the entry.
        var (digest, address) = (version.Sha256, entry.ToString());
        var mails = await db.Set<OutboxMail>().AsNoTracking()
            .Where(m => Templates.Contains(m.Template) && m.Body.Contains(digest) && m.Body.Contains(address))
            .Select(m => new { IsSent = m.SentAt != null, IsWaiting = m.NextAttemptAt != null }).ToListAsync();
        return mails.Any(m => m.IsSent) ? true : mails.Any(m => m.IsWaiting) ? false : null;
    }
}
