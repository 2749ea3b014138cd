using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;
using PreventionAward.Web.Tests.Documents;

namespace PreventionAward.Browser.Tests;

/// <summary>A whole meeting in three windows: the chair leads it, a member of the staff takes part, and the member who is recused from one entry is told to leave.</summary>
[Collection("site")]
public sealed class MeetingTest(Site site)
{
    private const string Here = "jury/example-deliberation/meeting";
    private const string Agreed = "Hela juryn är överens om temat.";

    [Fact]
    public async Task A_meeting_is_held_and_every_window_follows_it()
    {
        await using var chair = await site.SignInAsync("chair", "sv", width: 1280);
        await using var secretary = await site.SignInAsync("secretary", "sv");
        await using var recused = await site.SignInAsync("juror-1", "fi");
        await CloseTheDemoMeetingAsync(chair);

        await chair.FillAsync("place", "Helsingfors");
        await SendAsync(chair, "meeting-open");
        await secretary.GoAsync(Here);
        await recused.GoAsync(Here);
        await ListensAsync(secretary, recused);
        await SendAsync(recused, "own-presence");
        await SendAsync(secretary, "own-presence");
        await chair.GoAsync(Here);
        for (var member = 0; member < 3; member++) await SendAsync(chair, "attendance", "[value^=Arrived]");
        await ListensAsync(secretary, recused);

        // The first entry: everybody hears it, something is agreed on, voted and scored again.
        await SendAsync(chair, "go-on");
        await SeesAsync(secretary, "Pankkiaamu");
        await chair.FillAsync("text.C1", Agreed);
        await SendAsync(chair, "consensus");
        await SeesAsync(secretary, Agreed);
        await SeesAsync(recused, Agreed);
        await chair.FillAsync("question", "Är bidraget värt priset?");
        await SendAsync(chair, "vote-put");
        await SeesAsync(recused, "Är bidraget värt priset?");
        await recused.PressAsync($"a[href='{Here}/vote']");
        await recused.ChooseAsync("stance", "For");
        await SendAsync(recused, "vote");
        await chair.GoAsync(Here);
        await chair.Page.Locator("input[name=without]").CheckAsync();
        await SendAsync(chair, "vote-count");
        await SeesAsync(secretary, "Godkändes. Röster för 1");
        await chair.Page.Locator("summary", new() { HasText = "Öppna en ny bedömning" }).ClickAsync();
        await chair.FillAsync("reason", "Nya uppgifter");
        await SendAsync(chair, "rescoring-open");
        await SeesAsync(recused, "Nya uppgifter");
        await recused.PressAsync($"a[href^='{Here}/scores/']");
        await recused.ChooseAsync("C1", "3");
        await SendAsync(recused, "rescore");
        await SeesAsync(secretary, "Före mötet: 5");

        // The entry from which juror 1 is recused.
        await chair.GoAsync(Here);
        await chair.Page.Locator("summary", new() { HasText = "Gå till en annan punkt" }).ClickAsync();
        await SendAsync(chair, "go-on", "[value='Move:3']");
        await SeesAsync(recused, "Poistu huoneesta tai yhteydestä");
        Assert.DoesNotContain("Kriteeri", await recused.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await recused.Page.Locator(".leave-now .big").IsVisibleAsync());
        await SeesAsync(secretary, "Jurymedlem 1");
        await SendAsync(chair, "attendance", "[value^=SteppedOut]");

        await chair.ChooseAsync("meeting-close-sure", "yes");
        await SendAsync(chair, "meeting-close");
        await SeesAsync(recused, "Kokous 2 on päätetty");
        using var minutes = new Pdf(await chair.FetchAsync($"{Here}/minutes.pdf?number=2&in=sv"));
        Assert.Contains(Agreed, minutes.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Är bidraget värt priset?", minutes.TextInOneLine(), StringComparison.Ordinal);
    }

    private static async Task CloseTheDemoMeetingAsync(Window chair)
    {
        await chair.GoAsync(Here);
        await chair.ChooseAsync("meeting-close-sure", "yes");
        await SendAsync(chair, "meeting-close");
    }

    private static Task SeesAsync(Window window, string words) =>
        Assertions.Expect(window.Page.Locator("main")).ToContainTextAsync(words, new() { Timeout = 10_000 });

    // The live part has connected: before that a change would be missed, as by somebody who comes late.
    private static async Task ListensAsync(params Window[] windows)
    {
        foreach (var window in windows) await window.Page.WaitForFunctionAsync("() => window.Blazor !== undefined");
        await Task.Delay(TimeSpan.FromSeconds(1));
    }

    private static async Task SendAsync(Window window, string form, string button = "")
    {
        await window.FitsAsync();
        await window.SendAsync(form, button);
        await window.NotRefusedAsync();
    }
}
