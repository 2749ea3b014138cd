using System.Globalization;
using System.Text.RegularExpressions;
using PreventionAward.Browser.Tests.Support;
using PreventionAward.Web.Tests.Documents;

namespace PreventionAward.Browser.Tests;

/// <summary>A newcomer takes a competition from set-up to the published PDF: in Swedish, on a telephone, in real time.</summary>
[Collection("site")]
public sealed partial class WholeYearTest(Site site)
{
    private const string Name = "helt-ar";
    private const string Entry = "Trygga kvarter i Österbotten – ǩ och 🙂";
    private DateTimeOffset closes;

    [Fact]
    public async Task From_set_up_to_the_published_decision()
    {
        await using var secretary = await site.SignInAsync("secretary", "sv");
        await using var applicant = await site.SignInAsync("applicant", "sv");
        await using var juror = await site.SignInAsync("juror-1", "sv");
        await using var chair = await site.SignInAsync("chair", "sv");
        await using var publisher = await site.SignInAsync("publisher", "sv");

        await SetUpAsync(secretary);
        await EnterAsync(applicant);
        await ReadTheCallAsync();
        await WaitForTheDeadlineAsync();
        await ScreenAsync(secretary);
        await ScoreAsync(juror, 4);
        await ScoreAsync(chair, 3);
        await DecideAsync(chair);
        await WriteAsync(secretary);
        await ApproveAsync(chair);
        await ReadOverAsync(secretary);
        await PublishAsync(publisher);
        await ReadTheDecisionAsync();
        await CheckTheFilesAsync();
    }

    private async Task SetUpAsync(Window secretary)
    {
        await secretary.GoAsync("staff/new");
        await secretary.FillAsync("name", Name);
        await SendAsync(secretary, "new-competition");

        Assert.Equal($"staff/{Name}/setup/theme", secretary.Path);
        foreach (var (field, text) in new[] { ("title", "Kilpailu {0}"), ("theme", "Teema {0}"), ("description", "Kuvaus {0}"), ("in-scope", "Mukaan {0}"), ("out-of-scope", "Ei mukaan {0}") })
            foreach (var language in new[] { "fi", "sv", "en" })
                await secretary.FillAsync($"{field}.{language}", string.Format(CultureInfo.InvariantCulture, text, language));
        await SendAsync(secretary, "theme");

        await secretary.GoAsync($"staff/{Name}/setup/authority");
        foreach (var language in new[] { "fi", "sv", "en" })
        {
            await secretary.FillAsync($"authority.{language}", $"Esimerkkiviranomainen ({language})");
            await secretary.FillAsync($"contact.{language}", $"Sihteeri ({language})");
            await secretary.FillAsync($"appeal.{language}", $"Muutoksenhaku ({language})");
        }

        await secretary.FillAsync("mail", "secretary@demo.example");
        await SendAsync(secretary, "authority");

        foreach (var (mail, role) in new[] { ("chair@demo.example", "Chair"), ("juror-1@demo.example", "Member") })
        {
            await secretary.GoAsync($"staff/{Name}/setup/jury");
            await secretary.FillAsync("mail", mail);
            await secretary.FillAsync("juror", role == "Chair" ? "Raadin puheenjohtaja" : "Raadin jäsen 1");
            await secretary.ChooseAsync("role", role);
            await secretary.ChooseAsync("language", "sv");
            await SendAsync(secretary, "juror");
        }

        await secretary.GoAsync($"staff/{Name}/setup/timetable");
        (closes, var date, var time) = Deadline();
        await secretary.FillAsync("closes.date", date);
        await secretary.FillAsync("closes.time", time);
        await SendAsync(secretary, "timetable");

        await secretary.GoAsync($"staff/{Name}/setup/check");
        await secretary.ChooseAsync("open-sure", "yes");
        await SendAsync(secretary, "open");
    }

    private static async Task EnterAsync(Window applicant)
    {
        await applicant.GoAsync($"competitions/{Name}/enter");
        await SendAsync(applicant, "enter");
        var entry = applicant.Path;
        await new EntryFiller(applicant, entry).FillAsync(Entry);

        await applicant.GoAsync($"{entry}/check");
        Assert.Contains("liite.pdf", await applicant.WordsAsync(), StringComparison.Ordinal);
        await SendAsync(applicant, "submit");

        Assert.Equal($"{entry}/receipt", applicant.Path);
        var words = await applicant.WordsAsync();
        Assert.Contains(Entry, words, StringComparison.Ordinal);
        var digest = Digest().Match(words).Value;
        using var receipt = new Pdf(await applicant.FetchAsync($"{entry}/receipt.pdf"));
        Assert.Contains(digest, receipt.Text().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>While the clock runs: the call reads well in each language.</summary>
    private async Task ReadTheCallAsync()
    {
        foreach (var language in new[] { "fi", "sv", "en" })
        {
            await using var anyone = await site.WindowAsync(language);
            await anyone.GoAsync($"competitions/{Name}");
            await anyone.FitsAsync();
            Assert.Contains($"Teema {language}", await anyone.WordsAsync(), StringComparison.Ordinal);
        }
    }

    private async Task WaitForTheDeadlineAsync()
    {
        var left = closes - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left + TimeSpan.FromSeconds(0.5));
    }

    private static async Task ScreenAsync(Window secretary)
    {
        await secretary.GoAsync($"staff/{Name}");
        await SendAsync(secretary, "move", "[value=Closed]");
        await secretary.GoAsync($"staff/{Name}/screening");
        Assert.DoesNotContain(Entry, await secretary.WordsAsync(), StringComparison.Ordinal);
        await secretary.ChooseAsync("open-entries-sure", "yes");
        await SendAsync(secretary, "open-entries");

        await secretary.PressAsync($"main a[href^=\"staff/{Name}/entries/\"]");
        Assert.Contains(Entry, await secretary.WordsAsync(), StringComparison.Ordinal);
        await secretary.ChooseAsync("verdict-choice", "eligible");
        await SendAsync(secretary, "screen");
        await SendAsync(secretary, "start-scoring");
    }

    private static async Task ScoreAsync(Window juror, int points)
    {
        await juror.GoAsync($"jury/{Name}");
        await juror.ChooseAsync("secrecy-sure", "yes");
        await SendAsync(juror, "secrecy");
        await juror.PressAsync($"main a[href^=\"jury/{Name}/entries/\"]");
        Assert.DoesNotContain("frågan innovation", await juror.WordsAsync(), StringComparison.Ordinal);
        await juror.ChooseAsync("answer", "None");
        await SendAsync(juror, "declare");

        Assert.Contains("frågan innovation", await juror.WordsAsync(), StringComparison.Ordinal);
        foreach (var criterion in new[] { "C1", "C2", "C3", "C4", "C5" })
        {
            await juror.ChooseAsync(criterion, $"{points}");
            await juror.FillAsync($"{criterion}-comment", "Väl motiverat.");
        }

        await SendAsync(juror, "scores", "[value=hand-in]");
        Assert.Equal($"jury/{Name}", juror.Path);
    }

    private static async Task DecideAsync(Window chair)
    {
        await chair.GoAsync($"jury/{Name}/progress");
        await chair.ChooseAsync("close-scoring-sure", "yes");
        await SendAsync(chair, "close-scoring");
        await Microsoft.Playwright.Assertions.Expect(chair.Page.Locator("main").First).ToContainTextAsync("3,50");

        await chair.GoAsync($"jury/{Name}/outcome");
        await chair.Page.Locator("main input[name=winner]").First.CheckAsync();
        await chair.Page.Locator("main textarea[name=handling]").FillAsync("Raati kokoontui ministeriössä.");
        await SendAsync(chair, "outcome");
    }

    private static async Task WriteAsync(Window secretary)
    {
        await secretary.GoAsync($"staff/{Name}/decision");
        foreach (var field in await secretary.Page.Locator("main textarea[name^=\"text-\"]").AllAsync())
        {
            var name = (await field.GetAttributeAsync("name"))!;
            var language = name.Split('-')[1];
            if (language != "en") await secretary.FillAsync(name, language == "sv" ? "Juryns motivering på svenska.\n\nEtt andra stycke." : "Raadin perustelut suomeksi.\n\nToinen kappale.");
        }

        // It has saved itself, and says that no text is left.
        await Microsoft.Playwright.Assertions.Expect(secretary.Page.Locator("#next-text a[href$='#approval']")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await SendAsync(secretary, "decision-texts");
    }

    private static async Task ApproveAsync(Window chair)
    {
        await chair.GoAsync($"staff/{Name}/decision");
        await chair.ChooseAsync("decision-approve-sure", "yes");
        await SendAsync(chair, "decision-approve");
    }

    private static async Task ReadOverAsync(Window secretary)
    {
        foreach (var language in new[] { "fi", "sv" })
        {
            await secretary.GoAsync($"staff/{Name}/decision");
            await secretary.ChooseAsync($"check-{language}-sure", "yes");
            await SendAsync(secretary, $"check-{language}");
        }
    }

    private static async Task PublishAsync(Window publisher)
    {
        await publisher.GoAsync($"publish/{Name}");
        await publisher.ChooseAsync("publish-decision-sure", "yes");
        await SendAsync(publisher, "publish-decision");
        Assert.Equal($"competitions/{Name}/decision", publisher.Path);
    }

    private async Task ReadTheDecisionAsync()
    {
        foreach (var (language, words) in new[] { ("fi", "Raadin perustelut suomeksi."), ("sv", "Juryns motivering på svenska."), ("en", "Raadin perustelut suomeksi.") })
        {
            await using var anyone = await site.WindowAsync(language);
            await anyone.GoAsync($"competitions/{Name}/decision");
            await anyone.FitsAsync();
            var text = await anyone.WordsAsync();
            Assert.Contains(Entry, text, StringComparison.Ordinal);
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.DoesNotContain("3,50", text, StringComparison.Ordinal);
        }
    }

    private async Task CheckTheFilesAsync()
    {
        Assert.True(Pdf.ToolsAreInstalled, "Needs poppler-utils and qpdf (Debian packages)");
        foreach (var (language, words) in new[] { ("fi", "Raadin perustelut suomeksi."), ("sv", "Juryns motivering på svenska.") })
        {
            await using var anyone = await site.WindowAsync(language);
            using var file = new Pdf(await anyone.FetchAsync($"competitions/{Name}/decision.pdf"));
            Assert.Contains("No syntax or stream encoding errors", file.Check(), StringComparison.Ordinal);
            Assert.Matches(@"Tagged:\s+yes", file.Info());
            Assert.Contains(words, file.TextInOneLine(), StringComparison.Ordinal);
            Assert.All(file.Fonts().Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..], font => Assert.Matches(@"\byes (yes|no) +yes\b", font));
            Assert.DoesNotContain("points", System.Text.Encoding.UTF8.GetString(file.Attached("decision.json")), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task SendAsync(Window window, string form, string button = "")
    {
        await window.FitsAsync();
        await window.SendAsync(form, button);
        await window.NotRefusedAsync();
    }

    /// <summary>A whole minute of Helsinki's clock, 80 to 140 seconds away.</summary>
    private static (DateTimeOffset At, string Date, string Time) Deadline()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
        var earliest = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow().AddSeconds(80 + 59.9), zone);
        var at = earliest.AddTicks(-(earliest.Ticks % TimeSpan.TicksPerMinute));
        return (at, at.ToString("d.M.yyyy", CultureInfo.InvariantCulture), at.ToString("H.mm", CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Digest();
}
