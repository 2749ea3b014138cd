using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Mail;

/// <summary>Sends what waits in the outbox. Several instances may do it at once: a claimed row is skipped by the others.</summary>
internal sealed partial class OutboxWorker(
    IDbContextFactory<AwardDb> dbs, MailPost post, AwardClock clock, MailSettings settings, ILogger<OutboxWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendOneAsync(stoppingToken)) { }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.RoundFailed(log, e);
            }

            await Task.Delay(TimeSpan.FromSeconds(settings.PauseSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Claims one waiting mail, sends it and marks it, in one transaction; false when none waits.</summary>
    internal async Task<bool> SendOneAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = await clock.NowAsync(cancel);
        var mail = await db.Set<OutboxMail>()
            .FromSql($"select * from outbox_mails where next_attempt_at <= {now} order by next_attempt_at limit 1 for update skip locked")
            .FirstOrDefaultAsync(cancel);
        if (mail is null) return false;

        await SendAsync(mail, now, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task SendAsync(OutboxMail mail, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            await post.SendAsync(mail, cancel);
            mail.Sent(now);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            mail.Failed((e.InnerException ?? e).Message, now);
            Log.MailFailed(log, mail.Id, mail.Attempts, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} failed at attempt {Attempt}")]
        public static partial void MailFailed(ILogger log, Guid id, int attempt, Exception e);

        [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be worked on")]
        public static partial void RoundFailed(ILogger log, Exception e);
    }
}
