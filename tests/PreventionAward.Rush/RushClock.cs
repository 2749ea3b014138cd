using System.Diagnostics;

namespace PreventionAward.Rush;

/// <summary>The database's time, kept up by a stop watch: the clients' logs and the record tell one time, to a millisecond or so.</summary>
internal sealed class RushClock
{
    private readonly DateTimeOffset start;
    private readonly long began = Stopwatch.GetTimestamp();

    private RushClock(DateTimeOffset start) => this.start = start;

    public DateTimeOffset Now => start + Stopwatch.GetElapsedTime(began);

    public static async Task<RushClock> StartAsync(Ground ground) => new(await ground.NowAsync());

    /// <summary>Waits until then; not at all where that has passed.</summary>
    public Task UntilAsync(DateTimeOffset moment) => moment > Now ? Task.Delay(moment - Now) : Task.CompletedTask;
}
