using Microsoft.Playwright;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>What a juror does with the demo's sheets.</summary>
internal static class Sheets
{
    /// <summary>Opens the sheet of an entry of the example that is being scored; declares first where that has not been done.</summary>
    /// <param name="place">Which entry of the desk, from 0; each test has its own.</param>
    /// <returns>Its address.</returns>
    public static async Task<string> OpenSheetAsync(this Window juror, int place)
    {
        await juror.GoAsync("jury/example-scoring");
        var link = (await juror.Page.Locator("ul.tasks a").Nth(place).GetAttributeAsync("href"))!;
        await juror.GoAsync(link);
        if (await juror.Page.Locator("input[name=answer][value=None]").CountAsync() > 0)
        {
            await juror.ChooseAsync("answer", "None");
            await juror.SendAsync("declare");
        }

        return link;
    }

    /// <summary>Waits until the sheet says that it is saved (ok) or that it is not (error).</summary>
    public static Task SheetSaysAsync(this Window window, string tone) =>
        Assertions.Expect(window.Page.Locator("#scores [data-state]")).ToHaveAttributeAsync("data-tone", tone, new() { Timeout = 40_000 });
}
