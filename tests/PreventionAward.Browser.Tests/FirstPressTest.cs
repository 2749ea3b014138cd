using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>A button does its work at the first press, also where the page has saved itself and nothing waits; saving leaves the page where it is.</summary>
[Collection("site")]
public sealed class FirstPressTest(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_press_goes_on(bool typed)
    {
        await using var applicant = await site.SignInAsync("applicant");
        await applicant.GoAsync("competitions/example-open/enter");
        await applicant.SendAsync("enter");
        var entry = applicant.Path;
        await applicant.GoAsync($"{entry}/parts/project");
        if (typed)
        {
            await applicant.FillAsync("title", "Tallentuu itsestään");
            await Assertions.Expect(applicant.Page.Locator("[data-draft-state][data-state=saved]")).ToContainTextAsync("Tallennettu");
            await applicant.Page.WaitForTimeoutAsync(1500);
            await Assertions.Expect(applicant.Page.Locator("[data-draft-state][data-state=saved]")).ToContainTextAsync("Tallennettu");
        }

        await applicant.Page.Locator("button[value=next]").ClickAsync();
        await Assertions.Expect(applicant.Page).Not.ToHaveURLAsync(new Regex("/parts/project"));
    }
}
