using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>
/// Tells every open board, on every instance of the application, that something of a competition has changed: PostgreSQL's
/// LISTEN and NOTIFY. It says only of which competition; each board reads again what its own person may see.
/// </summary>
public sealed partial class Changes(NpgsqlDataSource source, ILogger<Changes> log) : BackgroundService
{
    internal const string Channel = "award_changes";

    // A connection that is silently gone is noticed after this long.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<object, (CompetitionId Competition, Action Told)> watchers = new();

    /// <summary>False while the database cannot be listened to: what a board shows may then be old.</summary>
    public bool IsListening { get; private set; }

    /// <summary>Calls back after each change of a competition, and whenever <see cref="IsListening"/> changes; until disposed.</summary>
    public IDisposable Watch(CompetitionId competition, Action told)
    {
        var watch = new Watching(watchers);
        watchers[watch] = (competition, told);
        return watch;
    }

    /// <summary>The competitions whose boards show what is about to be committed.</summary>
    internal static IReadOnlyList<CompetitionId> In(ChangeTracker tracker) =>
        [.. tracker.Entries().Where(e => e.State is not (EntityState.Unchanged or EntityState.Detached)).Select(Of).OfType<CompetitionId>().Distinct()];

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stop);
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
            {
                LogLost(e);
                Became(false);
                await Task.Delay(Pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    // A sheet that is only being filled in is nobody else's business yet.
    private static CompetitionId? Of(EntityEntry changed) => changed.Entity switch
    {
        ScoreSheet sheet when sheet.IsHandedIn || changed.Property(nameof(ScoreSheet.HandedInAt)).IsModified => sheet.CompetitionId,
        Declaration declaration => declaration.CompetitionId,
        JuryMember member => member.CompetitionId,
        JuryChange change => change.CompetitionId,
        Meeting meeting => meeting.CompetitionId,
        Decision decision => decision.CompetitionId,
        Competition competition => competition.Id,
        _ => null,
    };

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, told) => Tell(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        Became(true);
        while (true)
        {
            if (await connection.WaitAsync(Silence, stop)) continue;
            await using var alive = new NpgsqlCommand("select 1", connection);
            await alive.ExecuteScalarAsync(stop);
        }
    }

    private void Became(bool listening)
    {
        IsListening = listening;
        foreach (var (_, told) in watchers.Values) told();
    }

    private void Tell(string payload)
    {
        if (!Guid.TryParse(payload, out var id)) return;
        foreach (var (competition, told) in watchers.Values)
            if (competition.Value == id) told();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes cannot be listened to; boards may be old until the database answers")]
    private partial void LogLost(Exception e);

    private sealed class Watching(ConcurrentDictionary<object, (CompetitionId, Action)> watchers) : IDisposable
    {
        public void Dispose() => watchers.TryRemove(this, out _);
    }
}
