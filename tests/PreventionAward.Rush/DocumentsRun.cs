using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Documents;

namespace PreventionAward.Rush;

/// <summary>
/// How long documents take: decisions through the whole application, over HTTP and from the database, and a long document straight from the
/// engine. Before every measured request a word of the text is changed, since the engine remembers what it has set.
/// </summary>
internal sealed class DocumentsRun(Uri address, Ground ground)
{
    private const int Rounds = 30;

    public async Task RunAsync()
    {
        Console.WriteLine("| document | pages | cold ms | warm ms (median) | warm, nothing changed | engine's memory MB |\n|---|---:|---:|---:|---:|---:|");
        var clock = await RushClock.StartAsync(ground);
        var publisher = await ground.PublisherAsync(clock);
        var browser = new Browser(address, publisher.Mail, new Report());
        await browser.SignInAsync(publisher.SignInPath);
        var five = await DecisionAsync(browser.Http, 5, await ground.DecidedAsync("five", 5, 150, clock));
        await DecisionAsync(browser.Http, 60, await ground.DecidedAsync("sixty", 60, 3000, clock));
        var packet = await PacketAsync(SampleEntries.Packet(200));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents: decision {five:F0} ms, packet {packet:F0} pages/s"));
    }

    private async Task<double> DecisionAsync(HttpClient http, int entries, Competition competition)
    {
        var path = $"staff/{competition.Name}/decision/preview.pdf?in=fi";
        var (cold, bytes) = await TimeAsync(() => http.GetByteArrayAsync(path));
        List<double> changed = [], again = [];
        for (var round = 0; round < Rounds; round++)
        {
            await ground.TouchDecisionAsync(competition.Id, round);
            changed.Add((await TimeAsync(() => http.GetByteArrayAsync(path))).Milliseconds);
        }

        for (var round = 0; round < Rounds; round++) again.Add((await TimeAsync(() => http.GetByteArrayAsync(path))).Milliseconds);
        Row($"decision of {entries} entries, over HTTP", PagesOf(bytes), cold, Median(changed), Median(again), null);
        return Median(changed);
    }

    private static async Task<double> PacketAsync(Paper packet)
    {
        // The engine is to stay, however much it has grown, so that warm is warm and its memory can be read.
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Documents:MemoryMegabytes", "16384"), new("Documents:MostMemoryMegabytes", "16384")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddDocuments().BuildServiceProvider();
        var press = services.GetRequiredService<PaperPress>();
        var (cold, drawn) = await TimeAsync(() => press.PressAsync(packet, DateTimeOffset.UnixEpoch, []));
        List<double> changed = [];
        for (var round = 0; round < 2; round++)
            changed.Add((await TimeAsync(() => press.PressAsync(SampleEntries.Changed(packet, round), DateTimeOffset.UnixEpoch, []))).Milliseconds);
        var (again, _) = await TimeAsync(() => press.PressAsync(SampleEntries.Changed(packet, 1), DateTimeOffset.UnixEpoch, []));
        Row("packet of 200 entries", drawn.Pages, cold, Median(changed), again, PeakMegabytes(services.GetRequiredService<TypstWorker>().ProcessId));
        return drawn.Pages / Median(changed) * 1000;
    }

    private static async Task<(double Milliseconds, T Result)> TimeAsync<T>(Func<Task<T>> run)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await run();
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, result);
    }

    private static void Row(string what, int pages, double cold, double warm, double again, int? memory) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {pages} | {cold:F0} | {warm:F0} | {again:F0} | {memory?.ToString(CultureInfo.InvariantCulture) ?? "–"} |"));

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    // Each page says once that it is one; in our engine's files that is plain to see.
    private static int PagesOf(byte[] pdf) => System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;

    // Where the system tells it (Linux).
    private static int? PeakMegabytes(int? process) =>
        process is { } id && File.Exists($"/proc/{id}/status") && File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal)) is { } line
            ? int.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
            : null;
}
