using System.Collections.Concurrent;

namespace PreventionAward.Web.Database;

/// <summary>
/// Lets those who want to read the same thing at the same moment read it together. A read never serves somebody who asked after it
/// had begun: what was changed before one asks is always seen.
/// </summary>
public sealed class SharedReads<TKey, TValue> where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Line> lines = new();

    /// <summary>The value, from a read that begins now or later.</summary>
    public Task<TValue> ReadAsync(TKey key, Func<Task<TValue>> read) => lines.GetOrAdd(key, _ => new Line()).ReadAsync(read);

    private sealed class Line
    {
        private readonly Lock gate = new();
        private Task<TValue>? running;
        private Task<TValue>? next;

        public Task<TValue> ReadAsync(Func<Task<TValue>> read)
        {
            lock (gate)
            {
                if (running is null) return running = RunAsync(read);
                return next ??= AfterAsync(running, read);
            }
        }

        private async Task<TValue> AfterAsync(Task before, Func<Task<TValue>> read)
        {
            await before.ContinueWith(_ => { }, TaskScheduler.Default);
            lock (gate) (running, next) = (next, null);
            return await RunAsync(read);
        }

        private async Task<TValue> RunAsync(Func<Task<TValue>> read)
        {
            try
            {
                return await Task.Run(read);
            }
            finally
            {
                // What was read is not kept: whoever comes next reads anew.
                lock (gate) running = null;
            }
        }
    }
}
