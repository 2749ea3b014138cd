using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>Whatever breaks while a file is sent, it goes on from where it was and arrives byte for byte.</summary>
[Collection("site")]
public sealed class UploadsSurviveTests(Site site)
{
    private static readonly Regex InTheMiddle = new("Lähetetään: [1-9]");

    [Fact]
    public Task The_network_goes_in_the_middle_and_comes_back() => SendsAsync(async (window, state) =>
    {
        await window.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(state).ToContainTextAsync("Yhteys katkesi");
        await window.Page.Context.SetOfflineAsync(false);
    });

    [Fact]
    public Task The_page_is_reloaded_in_the_middle() => SendsAsync(async (window, _) => await window.Page.ReloadAsync());

    [Fact]
    public Task The_server_is_killed_in_the_middle_and_started_again() => SendsAsync(async (window, state) =>
    {
        await site.KillAsync();
        await Assertions.Expect(state).ToContainTextAsync("Yhteys katkesi");
        await site.StartAgainAsync();
    });

    [Fact]
    public async Task A_file_that_is_not_taken_is_told_in_words_and_nobody_leaves_while_one_is_sent()
    {
        await using var window = await PartAsync();
        var items = window.Page.Locator("[data-uploads] ul > li");
        await ChooseAsync(window, "ohjelma.pdf", "MZ program"u8.ToArray());
        await Assertions.Expect(items).ToContainTextAsync("ohjelma.pdf");
        await Assertions.Expect(window.Page.Locator("[data-uploads] [role=status]")).ToContainTextAsync("ohjelma.pdf");
        await Assertions.Expect(items.Locator("[data-state]")).Not.ToContainTextAsync("Lähetetään");

        await ChooseAsync(window, "suuri.pdf", SomePdf());
        await Assertions.Expect(items.Nth(1).Locator("[data-state]")).ToContainTextAsync(InTheMiddle);
        await window.Page.Locator("main form button[value=next]").First.ClickAsync();
        await Assertions.Expect(items.Nth(1).Locator("[data-state]")).ToBeFocusedAsync();
        await items.Nth(1).Locator("button").ClickAsync();
        await Assertions.Expect(items).ToHaveCountAsync(1);
    }

    private async Task SendsAsync(Func<Window, ILocator, Task> breaks)
    {
        await using var window = await PartAsync();
        var bytes = SomePdf();
        var state = window.Page.Locator("[data-uploads] [data-state]");
        await ChooseAsync(window, "suunnitelma.pdf", bytes);
        await Assertions.Expect(state).ToContainTextAsync(InTheMiddle);

        await breaks(window, state);

        var link = window.Page.Locator("[data-uploads] ul > li a");
        await Assertions.Expect(link).ToHaveTextAsync("suunnitelma.pdf", new() { Timeout = 60_000 });
        Assert.Equal(bytes, await window.FetchAsync((await link.GetAttributeAsync("href"))!));
        await window.Page.ReloadAsync();
        await Assertions.Expect(link).ToHaveCountAsync(1);
    }

    // Slowly enough that there is a middle.
    private async Task<Window> PartAsync()
    {
        var window = await site.SignInAsync("applicant");
        window.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await window.GoAsync("competitions/example-open/enter");
        await window.SendAsync("enter");
        await window.GoAsync($"{window.Path}/parts/confirmations");
        await window.Page.RouteAsync("**/uploads/*offset=*", async route =>
        {
            await Task.Delay(150);
            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException)
            {
                // The page is gone, and its request with it.
            }
        });
        return window;
    }

    private static Task ChooseAsync(Window window, string name, byte[] bytes) =>
        window.Page.Locator("input[name=attachments]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = bytes });

    private static byte[] SomePdf()
    {
        var bytes = new byte[4_000_000];
        new Random(7).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }
}
