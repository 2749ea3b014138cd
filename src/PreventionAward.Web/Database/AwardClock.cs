using Npgsql;

namespace PreventionAward.Web.Database;

/// <summary>The one clock of the portal. Whoever needs the time asks here, so that several instances agree and a test can hold it.</summary>
public abstract class AwardClock
{
    /// <summary>This instant, in UTC. A write reads it once, when its whole request has arrived and before anything is checked.</summary>
    public abstract ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default);
}

/// <summary>The database's <c>clock_timestamp()</c>: real time even within a transaction, the same for every instance.</summary>
internal sealed class DatabaseClock(NpgsqlDataSource source) : AwardClock
{
    public override async ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default)
    {
        await using var command = source.CreateCommand("select clock_timestamp()");
        return new((DateTime)(await command.ExecuteScalarAsync(cancel))!);
    }
}
