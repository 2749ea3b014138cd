using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>Whoever has no pointer can enter too.</summary>
[Collection("site")]
public sealed class KeyboardTest(Site site)
{
    [Fact]
    public async Task An_entry_goes_from_its_first_question_to_the_receipt_by_keyboard_alone()
    {
        await using var window = await site.SignInAsync("applicant");
        var applicant = window.ByKeyboard();
        await applicant.GoAsync("competitions/example-open/enter");
        await applicant.SendAsync("enter");
        var entry = applicant.Path;

        await new EntryFiller(applicant, entry).FillAsync("Pelkällä näppäimistöllä");
        await applicant.GoAsync($"{entry}/check");
        await applicant.SendAsync("submit");

        Assert.Equal($"{entry}/receipt", applicant.Path);
    }

    [Fact]
    public async Task Enter_in_a_row_saves_it_and_removes_none()
    {
        await using var window = await site.SignInAsync("applicant");
        var applicant = window.ByKeyboard();
        await applicant.GoAsync("competitions/example-open/enter");
        await applicant.SendAsync("enter");
        await applicant.GoAsync($"{applicant.Path}/parts/innovation");

        await applicant.FillAsync("partners.1.organisation", "Kumppani");
        await applicant.LeadingOnAsync(() => applicant.Page.Keyboard.PressAsync("Enter"));

        Assert.Equal("Kumppani", await applicant.Page.Locator("[name=\"partners.1.organisation\"]").InputValueAsync());
    }
}
