using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Asks the scanner again about files that it has not answered for, and clears away uploads that never finished.</summary>
internal sealed partial class FileWorker(
    IDbContextFactory<AwardDb> dbs, FileScanner scanner, AwardClock clock, ClamavSettings settings, ILogger<FileWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SweepAsync(stoppingToken);
                while (await ScanOneAsync(stoppingToken)) { }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.RoundFailed(log, e);
            }

            await Task.Delay(TimeSpan.FromSeconds(settings.PauseSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes uploads away that have not gone on for too long.</summary>
    internal async Task SweepAsync(CancellationToken cancel)
    {
        var before = await clock.NowAsync(cancel) - Upload.Lifetime;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.Uploads.Where(u => u.TouchedAt <= before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Scans one file that waits, in one transaction; false when none waits or no scanner is connected. Several instances skip each other's.</summary>
    internal async Task<bool> ScanOneAsync(CancellationToken cancel)
    {
        if (!scanner.IsConnected) return false;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = await clock.NowAsync(cancel);
        var file = await db.Attachments.FromSql(
            $"select * from attachments where scan in ('NotScanned', 'Waiting') and (scan_again_at is null or scan_again_at <= {now}) order by added_at limit 1 for update skip locked")
            .AsTracking().FirstOrDefaultAsync(cancel);
        if (file is null) return false;

        var content = await db.Set<AttachmentContent>().AsTracking().FirstAsync(c => c.AttachmentId == file.Id, cancel);
        file.Scanned(await scanner.ScanAsync(content.Bytes, cancel), now);
        if (file.Scan == ScanState.Infected) await LockAwayAsync(db, file, content, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return file.Scan != ScanState.Waiting;
    }

    // What has been submitted is a document of the authority's: its bytes stay, and nobody gets them. A draft's bytes go.
    private static async Task LockAwayAsync(AwardDb db, Attachment file, AttachmentContent content, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = await db.Entries.AsNoTracking().Include(e => e.Versions).FirstAsync(e => e.Id == file.EntryId, cancel);
        var late = await db.LateAttempts.AsNoTracking().Where(a => a.EntryId == file.EntryId).ToListAsync(cancel);
        var isSubmitted = entry.Versions.SelectMany(v => v.Files).Concat(late.SelectMany(a => a.Files)).Any(f => f.Id == file.Id);
        file.RemovedAt ??= now;
        if (!isSubmitted) db.Remove(content);
        db.Audit(null, "file-infected", now, entry.CompetitionId, entry.Id, new { file.Name, file.Sha256, file.Found, kept = isSubmitted });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Attached files could not be looked after")]
        public static partial void RoundFailed(ILogger log, Exception e);
    }
}
