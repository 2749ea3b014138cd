using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>Draws the sample papers and names their digests. The tests' own program does this when it is run by itself, so that it can be their second process.</summary>
internal static class SecondProcess
{
    public static async Task Main()
    {
        Console.WriteLine($"{CultureInfo.CurrentCulture.Name} {TimeZoneInfo.Local.Id} {Environment.CurrentDirectory}");
        foreach (var line in await DigestsAsync()) Console.WriteLine(line);
    }

    public static async Task<IReadOnlyList<string>> DigestsAsync()
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        List<string> lines = [];
        foreach (var (name, paper, attachments) in Samples())
            lines.Add($"{name} {Convert.ToHexStringLower(SHA256.HashData(await press.DrawAsync(paper, Press.Noon, attachments)))}");
        return lines;
    }

    /// <summary>What it wrote in another time zone, locale and working folder, the line about these first.</summary>
    public static async Task<string[]> RunAsync(string timeZone, string locale, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } dotnet && dotnet.EndsWith("dotnet", StringComparison.Ordinal) ? dotnet : "dotnet", [typeof(SecondProcess).Assembly.Location])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = timeZone, ["LANG"] = locale, ["LC_ALL"] = locale },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<(string Name, Paper Paper, PaperAttachment[] Attachments)> Samples()
    {
        var texts = StrictTexts.All;
        var material = SampleDecision.Material();
        foreach (var language in Language.All)
        {
            var paper = DecisionPaper.Of(material, language, texts);
            yield return ($"decision {language}", paper, [PublicRecord.Of(material).Attachment(texts.In(language))]);
            yield return ($"decision {language}, accessible", paper with { Standard = PaperStandard.Accessible }, []);
        }

        yield return ("every block", SamplePapers.EveryBlock, []);
    }
}
