using System.Diagnostics;
using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;
using Xunit.Abstractions;

namespace PreventionAward.Browser.Tests;

/// <summary>Two processes of the portal against one PostgreSQL behind one address.</summary>
[Collection("site")]
public sealed class TwoInstancesTest(Site site, ITestOutputHelper output)
{
    private const string Progress = "jury/example-scoring/progress";

    [Fact]
    public async Task A_sheet_handed_in_on_one_shows_on_the_others_board_within_a_second_and_killing_either_loses_nothing()
    {
        var (other, otherAddress) = await site.AnotherAsync();
        try
        {
            await using var front = new OneAddress(new Uri(site.Address), otherAddress);
            await using var juror = await OnAsync(front, 0, "juror-1");
            await using var chair = await OnAsync(front, 1, "chair");
            await chair.GoAsync(Progress);
            var board = chair.Page.Locator("main progress").First;
            await Task.Delay(TimeSpan.FromSeconds(2)); // The circuit has begun.
            var before = await ValueAsync(board);

            await juror.OpenSheetAsync(2);
            for (var n = 1; n <= 5; n++) await juror.ChooseAsync($"C{n}", "3");
            await juror.SheetSaysAsync("ok");
            await juror.SendAsync("scores", "[value=hand-in]");
            var handedIn = Stopwatch.StartNew();
            while (await ValueAsync(board) == before && handedIn.Elapsed < TimeSpan.FromSeconds(10)) await Task.Delay(10);
            output.WriteLine($"shown on the other instance after {handedIn.ElapsedMilliseconds} ms");
            Assert.Equal(before + 1, await ValueAsync(board));
            Assert.True(handedIn.Elapsed < TimeSpan.FromSeconds(1), $"It took {handedIn.ElapsedMilliseconds} ms.");

            // The chair's instance goes: the board comes back by itself, from the other one.
            await chair.Page.EvaluateAsync("() => { window.isOld = true; }");
            other.Kill(entireProcessTree: true);
            await other.WaitForExitAsync();
            await chair.Page.WaitForFunctionAsync("() => !window.isOld", null, new() { Timeout = 60_000 });
            await Assertions.Expect(board).ToHaveAttributeAsync("value", $"{before + 1}", new() { Timeout = 20_000 });

            // It is back, and the juror's goes in the middle of a sheet.
            other.Dispose();
            (other, _) = await site.AnotherAsync(otherAddress);
            var sheet = await juror.OpenSheetAsync(3);
            await juror.ChooseAsync("C1", "4");
            await juror.SheetSaysAsync("ok");
            await site.KillAsync();
            await juror.ChooseAsync("C2", "2");
            await juror.FillAsync("C2-comment", "Toinen prosessi otti vastaan");
            await juror.SheetSaysAsync("ok");
            await using (var reader = await OnAsync(front, 1, "juror-1"))
            {
                await reader.GoAsync(sheet);
                await Assertions.Expect(reader.Page.Locator("input[name=C1][value='4']")).ToBeCheckedAsync();
                await Assertions.Expect(reader.Page.Locator("input[name=C2][value='2']")).ToBeCheckedAsync();
                Assert.Equal("Toinen prosessi otti vastaan", await reader.Page.Locator("[name=C2-comment]").InputValueAsync());
            }

            await site.StartAgainAsync();
        }
        finally
        {
            other.Kill(entireProcessTree: true);
            await other.WaitForExitAsync();
            other.Dispose();
        }
    }

    private async Task<Window> OnAsync(OneAddress front, int instance, string role)
    {
        var window = await site.WindowAsync(address: front.Address);
        await window.Page.Context.AddCookiesAsync([new() { Name = "instance", Value = $"{instance}", Url = front.Address }]);
        return await Site.SignInAsync(window, role);
    }

    private static async Task<int> ValueAsync(ILocator board) => int.Parse((await board.GetAttributeAsync("value"))!, System.Globalization.CultureInfo.InvariantCulture);
}
