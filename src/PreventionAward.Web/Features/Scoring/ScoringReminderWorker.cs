using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Looks again and again whether a juror is to be reminded. Several instances may do it at once.</summary>
internal sealed partial class ScoringReminderWorker(IServiceScopeFactory scopes, MailSettings settings, ILogger<ScoringReminderWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RemindOfScoring>().RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.RoundFailed(log, e);
            }

            await Task.Delay(TimeSpan.FromSeconds(settings.ReminderPauseSeconds), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Jurors could not be reminded")]
        public static partial void RoundFailed(ILogger log, Exception e);
    }
}
