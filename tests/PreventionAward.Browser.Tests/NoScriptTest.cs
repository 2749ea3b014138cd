using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>The entry form is a promise: it works in a browser that runs no scripts.</summary>
[Collection("site")]
public sealed class NoScriptTest(Site site)
{
    [Fact]
    public async Task An_entry_is_started_filled_in_given_a_row_and_a_file_and_submitted_without_scripts()
    {
        await using var applicant = await site.SignInAsync("applicant", scripts: false);
        await applicant.GoAsync("competitions/example-open/enter");
        await applicant.SendAsync("enter");
        var entry = applicant.Path;
        Assert.StartsWith("entries/", entry, StringComparison.Ordinal);

        await applicant.GoAsync($"{entry}/parts/project");
        await applicant.FillAsync("title", "Ilman skriptejä");
        await applicant.ChooseAsync("stillRunning", "no");
        await applicant.FillAsync("endDate", "31.12.2026");
        await applicant.SendAsync("part", "[value=next]");
        Assert.Equal($"{entry}/parts/description", applicant.Path);

        await applicant.GoAsync($"{entry}/parts/innovation");
        await applicant.FillAsync("partners.1.organisation", "Kumppani");
        await applicant.FillAsync("partners.1.role", "Toteuttaja");
        await applicant.SendAsync("part", "[value=\"add:partners\"]");
        Assert.Equal(1, await applicant.Page.Locator("[name=\"partners.2.organisation\"]").CountAsync());

        await applicant.GoAsync($"{entry}/parts/confirmations");
        await applicant.Page.Locator("input[type=file]").SetInputFilesAsync(
            new Microsoft.Playwright.FilePayload { Name = "kartta.pdf", MimeType = "application/pdf", Buffer = [.. EntryFiller.SmallPdf, (byte)'\n'] });
        await applicant.SendAsync("part", "[value=upload]");
        Assert.Contains("kartta.pdf", await applicant.WordsAsync(), StringComparison.Ordinal);

        await applicant.GoAsync($"{entry}/check");
        var words = await applicant.WordsAsync();
        Assert.Contains("Ilman skriptejä", words, StringComparison.Ordinal);
        Assert.Contains("Kumppani", words, StringComparison.Ordinal);
        Assert.Contains("31.12.2026", words, StringComparison.Ordinal);

        await new EntryFiller(applicant, entry).FillAsync("Ilman skriptejä");
        await applicant.GoAsync($"{entry}/check");
        await applicant.SendAsync("submit");
        await applicant.NotRefusedAsync();
        Assert.Equal($"{entry}/receipt", applicant.Path);
    }
}
