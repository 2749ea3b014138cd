using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PreventionAward.Domain;

namespace PreventionAward.Web.Documents;

/// <summary>
/// Draws in the background what takes longer than somebody waits for an answer, once for each person and content. What may be read is asked anew each time the
/// file is asked for; only a file with exactly that content is given.
/// </summary>
public sealed class LongPapers(PaperPress press, IOptions<DocumentsOptions> options)
{
    private const int Most = 16;
    private const long KeptMilliseconds = 10 * 60_000;
    private readonly ConcurrentDictionary<string, PaperInTheMaking> jobs = new(StringComparer.Ordinal);

    /// <param name="paper">The paper as it is at a moment; two moments differ in nothing but the time they name.</param>
    /// <param name="now">The moment the document says it was made.</param>
    /// <param name="address">Where the file is fetched once it is ready, relative to the base.</param>
    /// <param name="entries">How many entries are in it, for whoever waits.</param>
    /// <returns>The file, or what is still being made, or what failed: then the next try begins anew.</returns>
    public async Task<(byte[]? Pdf, PaperInTheMaking? Making)> DrawAsync(PersonId person, string address, int entries, Func<DateTimeOffset, Paper> paper, DateTimeOffset now)
    {
        Forget();
        var key = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { person, address, content = paper(DateTimeOffset.UnixEpoch) })));
        if (jobs.TryGetValue(key, out var old) && old.HasFailed) jobs.TryRemove(key, out _);

        // Whoever asked may go away meanwhile: the drawing goes on.
        var job = jobs.GetOrAdd(key, _ => new(Guid.NewGuid(), person, address, entries, new(() => press.DrawAsync(paper(now), now, []))));
        await Task.WhenAny(job.Drawing, Task.Delay(options.Value.Patience));
        return job.IsReady ? (await job.Drawing, null) : (null, job);
    }

    /// <summary>What that person waits for; null for anybody else, and once it has been forgotten.</summary>
    public PaperInTheMaking? Find(Guid id, PersonId? person) => jobs.Values.FirstOrDefault(job => job.Id == id && job.Person == person);

    private void Forget()
    {
        foreach (var (key, job) in jobs)
            if (job.Drawing.IsCompleted && (job.Age > KeptMilliseconds || jobs.Count >= Most)) jobs.TryRemove(key, out _);
    }
}

/// <summary>A file that is being made for somebody.</summary>
public sealed class PaperInTheMaking(Guid id, PersonId person, string address, int entries, Lazy<Task<byte[]>> drawing)
{
    private readonly long began = Environment.TickCount64;

    public Guid Id => id;

    public PersonId Person => person;

    /// <summary>Where the file is fetched, relative to the base.</summary>
    public string Address => address;

    public int Entries => entries;

    public bool IsReady => Drawing.IsCompletedSuccessfully;

    public bool HasFailed => Drawing.IsFaulted || Drawing.IsCanceled;

    internal Task<byte[]> Drawing => drawing.Value;

    /// <summary>Milliseconds since it was asked for.</summary>
    internal long Age => Environment.TickCount64 - began;
}
