using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>Whatever goes wrong while a juror scores, no tap and no word is lost.</summary>
[Collection("site")]
public sealed class ScoresSurviveTests(Site site)
{
    [Fact]
    public async Task The_server_is_killed_while_a_juror_scores()
    {
        await using var juror = await site.SignInAsync("juror-1");
        var sheet = await juror.OpenSheetAsync(0);

        await juror.ChooseAsync("C1", "3");
        await juror.SheetSaysAsync("ok");
        await site.KillAsync();
        await juror.ChooseAsync("C1", "4");
        await juror.ChooseAsync("C3", "2");
        await juror.FillAsync("C3-comment", "Palvelin katosi kesken – åäö");
        await juror.SheetSaysAsync("error");
        await site.StartAgainAsync();
        await juror.SheetSaysAsync("ok");

        await IsReadAsync(sheet, ("C1", "4"), ("C3", "2"), ("C3-comment", "Palvelin katosi kesken – åäö"));
    }

    [Fact]
    public async Task The_server_is_killed_and_the_page_goes_too()
    {
        await using var juror = await site.SignInAsync("juror-1");
        var sheet = await juror.OpenSheetAsync(1);

        // Once it has saved something, the page's script is known to be there.
        await juror.ChooseAsync("C1", "3");
        await juror.SheetSaysAsync("ok");
        await site.KillAsync();
        await juror.ChooseAsync("C2", "4");
        await juror.FillAsync("C2-comment", "Ennen kuin sivu suljettiin");
        await juror.SheetSaysAsync("error");
        await juror.Page.CloseAsync();
        await site.StartAgainAsync();
        var again = new Window(await juror.Page.Context.NewPageAsync(), site.Address + "/");
        await again.GoAsync(sheet);
        await again.SheetSaysAsync("ok");

        await IsReadAsync(sheet, ("C2", "4"), ("C2-comment", "Ennen kuin sivu suljettiin"));
    }

    // Read from the server by a browser that knows nothing of the first.
    private async Task IsReadAsync(string sheet, params (string Name, string Value)[] expected)
    {
        await using var reader = await site.SignInAsync("juror-1", scripts: false);
        await reader.GoAsync(sheet);
        foreach (var (name, value) in expected)
            if (name.EndsWith("-comment", StringComparison.Ordinal)) Assert.Equal(value, await reader.Page.Locator($"[name=\"{name}\"]").InputValueAsync());
            else await Assertions.Expect(reader.Page.Locator($"input[name=\"{name}\"][value=\"{value}\"]")).ToBeCheckedAsync();
    }
}
