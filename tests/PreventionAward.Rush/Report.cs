using System.Collections.Concurrent;
using System.Globalization;

namespace PreventionAward.Rush;

/// <summary>How long everything took and what went wrong, as the clients saw it.</summary>
internal sealed class Report
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = new();
    private readonly ConcurrentQueue<string> errors = new();

    public int Errors => errors.Count;

    /// <param name="milliseconds">From the first byte sent to the last byte of the answer.</param>
    public void Took(string what, double milliseconds) => times.GetOrAdd(what, _ => []).Add(milliseconds);

    public void Error(string what) => errors.Enqueue(what);

    public void Forget() => times.Clear();

    public void Print(Findings findings)
    {
        Console.WriteLine("\n| request | number | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---:|---:|---:|---:|---:|");
        foreach (var (what, all) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = all.Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {sorted.Length} | {At(sorted, 50):F0} | {At(sorted, 95):F0} | {At(sorted, 99):F0} | {sorted[^1]:F0} |"));
        }

        Console.WriteLine($"\n{findings.Summary}");
        foreach (var sentence in errors.Concat(findings.Lost.Select(l => "lost: " + l)).Concat(findings.Doubled.Select(d => "doubled: " + d)).Concat(findings.Late.Select(l => "late: " + l)).Take(20))
            Console.WriteLine(sentence);
        // The slower of the two counts: what an applicant waits for.
        var p95 = Math.Max(P95("autosave"), P95("submit"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rush: p95 {p95:F0} ms, errors {Errors}, lost {findings.Lost.Count}, doubled {findings.Doubled.Count}, late {findings.Late.Count}"));
    }

    private double P95(string what) => times.TryGetValue(what, out var all) ? At([.. all.Order()], 95) : 0;

    private static double At(double[] sorted, int percent) => sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)];
}

/// <summary>What the record says against the clients' logs.</summary>
/// <param name="Lost">Acknowledged, or refused and to be kept as evidence, and not on record.</param>
/// <param name="Doubled">On record more often than it was asked for.</param>
/// <param name="Late">Sent or received at or after the deadline and accepted.</param>
internal sealed record Findings(string Summary, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Late);
