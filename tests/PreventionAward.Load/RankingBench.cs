using System.Globalization;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Ui;

namespace PreventionAward.Load;

/// <summary>The ranking of 5, 200 and 2,000 entries by 50 members on 5 criteria, and what somebody who watches it costs the server.</summary>
internal sealed class RankingBench(Uri address, Ground ground, int server)
{
    private const int Jurors = 50;
    private const int Viewers = 200;

    public async Task<int> RunAsync()
    {
        var jury = await ground.PeopleAsync("juror", Jurors);
        var owner = (await ground.PeopleAsync("team", 1))[0];
        var secretary = await ground.SignInAsync(address, (await ground.PeopleAsync("secretary", 1, StaffRoles.Secretary))[0]);
        foreach (var size in new[] { 5, 200, 2000 })
            await ground.SheetsAsync((await ground.CompetitionAsync($"ranking-{size}", Stage.Deliberation, size, jury, owner)).Competition, Jurors, 100);
        await ground.SettleAsync();

        Console.WriteLine($"| entries x {Jurors} members | page, median ms | p99 ms | list, all rows, ms | CSV, ms | CSV, kB |\n|---:|---:|---:|---:|---:|---:|");
        Dictionary<int, double> pages = [];
        foreach (var size in new[] { 5, 200, 2000 })
        {
            var page = await OneByOneAsync(Links.Deliberation($"ranking-{size}"), secretary);
            var list = await OneByOneAsync(Links.Scores($"ranking-{size}") + "?all=1", secretary);
            var csv = await OneByOneAsync(Links.ScoresCsv($"ranking-{size}"), secretary);
            pages[size] = page.P50;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size} | {page.P50:0.0} | {page.P99:0.0} | {list.P50:0.0} | {csv.P50:0.0} | {csv.Bytes / 1000} |"));
        }

        var people = new List<string> { secretary };
        foreach (var juror in jury.Take(9)) people.Add(await ground.SignInAsync(address, juror));
        List<Viewer> viewers = [];
        foreach (var size in new[] { 200, 2000 })
        {
            var one = await ViewerAsync(size, people, viewers);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a viewer of {size} entries: {one:0} KiB"));
        }

        var viewer = await ViewerAsync(2000, people, viewers);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ranking: 200 entries {pages[200]:0} ms, 2000 entries {pages[2000]:0} ms, viewer {viewer:0} KiB"));
        foreach (var open in viewers) await open.DisposeAsync();
        return pages[2000] < 500 && viewer < 500 ? 0 : 1;
    }

    private Task<Took> OneByOneAsync(string path, string cookie)
    {
        byte[]? request = null;
        return Run.MeasureAsync(address, 1, 2, (wire, _, _) => request ??= wire.Get(path, cookie));
    }

    // Memory is compared between many open boards and more of them, after a pause in which the collector has run.
    private async Task<double> ViewerAsync(int size, List<string> people, List<Viewer> viewers)
    {
        await OpenAsync(size, 30, people, viewers);
        var before = await RestingAsync();
        await OpenAsync(size, Viewers, people, viewers);
        return (double)(await RestingAsync() - before) / Viewers;
    }

    private async Task OpenAsync(int size, int count, List<string> people, List<Viewer> viewers)
    {
        for (var n = 0; n < count; n++)
            viewers.Add((await Viewer.OpenAsync(address, Links.Deliberation($"ranking-{size}"), people[n % people.Count])).Viewer);
    }

    private async Task<long> RestingAsync()
    {
        var least = long.MaxValue;
        for (var n = 0; n < 8; n++)
        {
            // Small pages keep the collector going; what it leaves is what is held.
            await Run.ForAsync(address, 4, 1, (wire, _, _) => wire.Get("archive", ""));
            least = Math.Min(least, Memory.Of(server));
        }

        return least;
    }
}
