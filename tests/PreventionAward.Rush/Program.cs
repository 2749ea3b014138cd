using System.Globalization;
using PreventionAward.Domain.Competitions;
using PreventionAward.Rush;

// The last minute before a deadline, measured: ADDRESS CONNECTION [--applicants N] [--seconds N] [--plant-faults]
// Or documents: ADDRESS CONNECTION documents.
// The product runs at ADDRESS on the database of CONNECTION; ./bench starts both.
var options = args.Skip(2).ToList();
var applicants = Number("--applicants", 200);
var seconds = Number("--seconds", 60);

await using var ground = new Ground(args[1]);
if (options.Contains("documents"))
{
    await new DocumentsRun(new Uri(args[0]), ground).RunAsync();
    return 0;
}

await ground.InsistOnDurabilityAsync();
var clock = await RushClock.StartAsync(ground);

Console.WriteLine("Warming up: a small call of 20 applicants, 15 seconds, not counted.");
await RushAsync("warm", 20, 15, new Report());
var report = new Report();
var (rush, call) = await RushAsync("rush", applicants, seconds, report);
if (options.Contains("--plant-faults")) await ground.PlantFaultsAsync(rush, call.Timetable.ClosesAt!.Value, report);
var findings = await new Checker(ground, call, rush).RunAsync();
report.Print(findings);
return report.Errors + findings.Lost.Count + findings.Doubled.Count + findings.Late.Count == 0 ? 0 : 1;

async Task<(IReadOnlyList<Applicant> Rush, Competition Call)> RushAsync(string name, int count, int lasts, Report log)
{
    var people = await ground.PeopleAsync(name, count, clock);
    var browsers = people.Select(person => new Browser(new Uri(args[0]), person.Mail, log)).ToList();
    await Parallel.ForEachAsync(browsers.Zip(people), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (pair, _) => await pair.First.SignInAsync(pair.Second.SignInPath));
    log.Forget(); // Signing in is not what is measured.

    // A whole second: the record keeps microseconds, and the deadline must be one of them.
    var closes = DateTimeOffset.FromUnixTimeSeconds(clock.Now.ToUnixTimeSeconds() + lasts + 2);
    var theirs = await ground.CallAsync(name, people, closes);
    Console.WriteLine($"The call closes in {lasts} seconds. {count} applicants write, attach a file and submit.");
    var writers = browsers.Zip(people).Select((pair, place) => new Applicant(pair.First, pair.Second, theirs, clock, new Random(place), closes)).ToList();
    await Task.WhenAll(writers.Select(writer => writer.RunAsync(lasts)));
    return (writers, theirs);
}

int Number(string name, int otherwise) =>
    options.IndexOf(name) is >= 0 and var at ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : otherwise;
