using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Ui;

namespace PreventionAward.Load;

/// <summary>Every kind of page under load, with sign-in, permissions, anti-forgery and layout, beside a page that has none of them.</summary>
internal sealed class PagesBench(Uri address, Ground ground, Uri floor, int server)
{
    private const double Seconds = 2;

    public async Task<int> RunAsync()
    {
        var jury = await ground.PeopleAsync("juror", 50);
        var owner = (await ground.PeopleAsync("team", 1))[0];
        var staff = (await ground.PeopleAsync("secretary", 1, StaffRoles.Secretary))[0];
        var open = await ground.CompetitionAsync("open", Stage.Open, 1, [], owner);
        var scoring = await ground.CompetitionAsync("scoring", Stage.Scoring, 200, jury, owner);
        // Each jury is another: nobody has declared interests in thousands of entries of several competitions.
        List<Account> readers = [];
        foreach (var size in new[] { 5, 200, 2000 })
        {
            var members = await ground.PeopleAsync($"member-{size}", 50);
            readers.Add(members[1]);
            await ground.SheetsAsync((await ground.CompetitionAsync($"list-{size}", Stage.Deliberation, size, members, (await ground.PeopleAsync("other", 1))[0])).Competition, 5, 600);
        }

        await ground.SettleAsync();
        var reader = await ground.SignInAsync(address, readers[1]);
        var (team, juror, secretary) = (await ground.SignInAsync(address, owner), await ground.SignInAsync(address, jury[1]), await ground.SignInAsync(address, staff));

        Console.WriteLine("| page | conn. | requests/s | p50 ms | p99 ms | bytes |\n|---|---:|---:|---:|---:|---:|");
        var bare = await PageAsync("floor: a bare page, 200 rows", floor, "floor", "");
        var home = await PageAsync("home", address, "", "");
        await PageAsync("competition page", address, Links.Competition("open"), "");
        var entry = await PageAsync("entry view, 6,000 characters", address, Links.JuryEntry("list-200", (await EntriesAsync("list-200"))[0]), reader);
        await PageAsync("entry form part", address, Links.EntryPart(open.Entries[0], open.Competition.Form.Parts[1].Key), team);
        var sheet = await PageAsync("score sheet", address, Links.JuryEntry("scoring", scoring.Entries[0]), juror);
        Dictionary<int, Took> lists = [];
        foreach (var size in new[] { 5, 200, 2000 })
        {
            await PageAsync($"list of {size}, first page of 50", address, Links.Scores($"list-{size}"), secretary, 4);
            lists[size] = await PageAsync($"list of {size}, all rows", address, Links.Scores($"list-{size}") + "?all=1", secretary, 4);
        }

        var csv = await PageAsync("scores CSV, 2,000 entries", address, Links.ScoresCsv("list-2000"), secretary, 4);
        await HandInAsync(scoring.Entries, jury);
        Console.WriteLine($"memory of the portal after that: {Memory.Of(server) / 1024} MiB");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages: floor {bare.PerSecond:0}, home {home.PerSecond:0}, entry {entry.PerSecond:0}, sheet {sheet.PerSecond:0} req/s; list 200 {lists[200].P50:0.0} ms, 2000 {lists[2000].P50:0.0} ms; csv 2000 {csv.P50:0.0} ms"));
        return 0;
    }

    // At one connection and at many. Of pages the rate at many is told; of lists and exports the time at one.
    private async Task<Took> PageAsync(string name, Uri at, string path, string cookie, int many = 16)
    {
        List<Took> took = [];
        foreach (var connections in new[] { 1, many })
        {
            byte[]? request = null;
            took.Add(await Run.MeasureAsync(at, connections, Seconds, (wire, _, _) => request ??= wire.Get(path, cookie)));
            Tell(name, connections, took[^1]);
        }

        return many == 16 ? took[1] : took[0];
    }

    // Eight members at once, each through entry after entry: points, a comment, handed in.
    private async Task HandInAsync(IReadOnlyList<EntryId> entries, IReadOnlyList<Account> jury)
    {
        List<(string Cookie, List<(string, string)> Fields)> writers = [];
        foreach (var account in jury.Skip(10).Take(40))
        {
            var cookie = await ground.SignInAsync(address, account);
            using var wire = new Wire(address);
            var (_, _, page) = await wire.SendAsync(wire.Get(Links.JuryEntry("scoring", entries[0]), cookie), keep: true);
            List<(string, string)> fields = [.. Ground.Hidden(page, "scores"), ("do", "hand-in")];
            for (var n = 1; n <= 5; n++) fields.AddRange([($"C{n}", "3"), ($"C{n}-comment", string.Concat(Enumerable.Repeat("perustelu ", 12)))]);
            var token = page.Split("\r\n").Where(line => line.StartsWith("Set-Cookie:", StringComparison.OrdinalIgnoreCase)).Select(line => line[11..].Split(';')[0].Trim());
            writers.Add((string.Join("; ", token.Prepend(cookie)), fields));
        }

        foreach (var (connections, from) in new[] { (1, 0), (8, 5) })
        {
            var took = await Run.ForAsync(address, connections, Seconds, (wire, connection, n) =>
                n / entries.Count is var next && from + connection + (next * connections) < writers.Count && writers[from + connection + (next * connections)] is var writer
                    ? wire.Post(Links.JuryEntry("scoring", entries[n % entries.Count]), writer.Cookie, writer.Fields)
                    : null, expected: 302);
            Tell("score sheet handed in", connections, took);
        }
    }

    private async Task<IReadOnlyList<EntryId>> EntriesAsync(string name)
    {
        await using var db = ground.Db();
        return [.. db.Entries.Where(e => db.Competitions.Any(c => c.Id == e.CompetitionId && c.Name == name)).OrderBy(e => e.Number).Select(e => e.Id).Take(10)];
    }

    private static void Tell(string name, int connections, Took took) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {connections} | {took.PerSecond:0} | {took.P50:0.0} | {took.P99:0.0} | {took.Bytes} |{(took.Failed > 0 ? $" {took.Failed} FAILED" : "")}"));
}
