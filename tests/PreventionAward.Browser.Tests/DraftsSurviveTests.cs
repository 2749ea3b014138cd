using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using PreventionAward.Browser.Tests.Support;
using Xunit.Abstractions;

namespace PreventionAward.Browser.Tests;

/// <summary>Whatever goes wrong while somebody writes an entry, no character is lost. TRIES = how often each fault is tried; TABLE = the file to which a line is added for each.</summary>
[Collection("site")]
public sealed class DraftsSurviveTests(Site site, ITestOutputHelper output)
{
    private const string Saving = "**/draft?*";

    private static readonly int Tries = int.Parse(Environment.GetEnvironmentVariable("TRIES") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public Task The_server_is_killed_while_somebody_types() => TryAsync("server killed with -9 while typing, started again", async (writer, part) =>
    {
        var typing = TypeAsync(writer, "title", "Kesken kirjoittamisen ");
        await Task.Delay(Random.Shared.Next(100, 900));
        await site.KillAsync();
        await typing;
        await TypeAsync(writer, "title", "palvelin katosi.");
        await SaysAsync(writer, "kept");
        await site.StartAgainAsync();
        await SaysAsync(writer, "saved");
        return [("title", "Kesken kirjoittamisen palvelin katosi.")];
    }, alone: true);

    [Fact]
    public Task A_new_version_is_put_in_place_while_somebody_types() => TryAsync("deploy during editing: stopped in order, another process in its place", async (writer, part) =>
    {
        var typing = TypeAsync(writer, "title", "Ennen päivitystä ");
        await Task.Delay(Random.Shared.Next(100, 900));
        await site.StopAsync();
        await typing;
        await TypeAsync(writer, "title", "ja sen aikana, ");
        await site.StartAgainAsync();
        await TypeAsync(writer, "title", "ja sen jälkeen.");
        await SaysAsync(writer, "saved");
        return [("title", "Ennen päivitystä ja sen aikana, ja sen jälkeen.")];
    }, alone: true);

    [Fact]
    public Task The_page_is_frozen_and_resumed() => TryAsync("page frozen and resumed", async (writer, part) =>
    {
        await TypeAsync(writer, "title", "Ennen jäätymistä");
        await LifecycleAsync(writer, "frozen");
        await Task.Delay(1500);
        await LifecycleAsync(writer, "active");
        await TypeAsync(writer, "title", " ja herättyä");
        await SaysAsync(writer, "saved");
        return [("title", "Ennen jäätymistä ja herättyä")];
    });

    [Fact]
    public Task The_page_is_frozen_and_thrown_away() => TryAsync("page frozen, thrown away by the browser, opened again", async (writer, part) =>
    {
        await writer.Page.Context.RouteAsync(Saving, route => OrGoneAsync(() => route.AbortAsync()));
        await TypeAsync(writer, "title", "Selain vapautti muistia");
        await SaysAsync(writer, "kept");
        await LifecycleAsync(writer, "frozen");
        var again = new Window(await writer.Page.Context.NewPageAsync(), site.Address + "/");
        await writer.Page.CloseAsync();
        await again.GoAsync(part);
        await Assertions.Expect(again.Page.Locator("[name=title]")).ToHaveValueAsync("Selain vapautti muistia");
        await again.Page.Context.UnrouteAsync(Saving);
        await SaysAsync(again, "saved");
        return [("title", "Selain vapautti muistia")];
    });

    [Fact]
    public Task The_network_goes_and_comes_back() => TryAsync("network off and on", async (writer, part) =>
    {
        await TypeAsync(writer, "title", "Ennen katkosta");
        await writer.Page.Context.SetOfflineAsync(true);
        await TypeAsync(writer, "title", " ja sen aikana – åäö €");
        await SaysAsync(writer, "kept");
        await writer.Page.Context.SetOfflineAsync(false);
        await SaysAsync(writer, "saved");
        return [("title", "Ennen katkosta ja sen aikana – åäö €")];
    });

    [Fact]
    public Task The_sign_in_runs_out_in_the_middle() => TryAsync("sign-in expired in the middle", async (writer, part) =>
    {
        await TypeAsync(writer, "title", "Ennen");
        await SaysAsync(writer, "saved");
        await writer.Page.Context.ClearCookiesAsync(new() { Name = "award" });
        await TypeAsync(writer, "title", " ja jälkeen");
        var link = writer.Page.Locator("[data-draft-notice=signed-out] a");
        await Assertions.Expect(link).ToBeVisibleAsync();
        var tab = await writer.Page.Context.RunAndWaitForPageAsync(() => link.ClickAsync());
        await tab.Locator("button[name=as][value=applicant]").ClickAsync();
        await SaysAsync(writer, "saved");
        await Assertions.Expect(link).ToBeHiddenAsync();
        await tab.CloseAsync();
        return [("title", "Ennen ja jälkeen")];
    });

    [Fact]
    public Task Two_tabs_write_into_two_questions() => TryAsync("two tabs, different answers", async (writer, part) =>
    {
        var other = new Window(await writer.Page.Context.NewPageAsync(), site.Address + "/");
        await other.GoAsync(part);
        await Task.WhenAll(TypeAsync(writer, "title", "Ensimmäinen välilehti"), TypeAsync(other, "organisation", "Toinen välilehti"));
        await SaysAsync(writer, "saved");
        await SaysAsync(other, "saved");
        await other.Page.CloseAsync();
        return [("title", "Ensimmäinen välilehti"), ("organisation", "Toinen välilehti")];
    });

    [Fact]
    public Task Two_tabs_write_into_the_same_question() => TryAsync("two tabs, the same answer", async (writer, part) =>
    {
        var other = new Window(await writer.Page.Context.NewPageAsync(), site.Address + "/");
        await other.GoAsync(part);
        await TypeAsync(writer, "title", "Yksi teksti");
        await SaysAsync(writer, "saved");
        await TypeAsync(other, "title", "Toinen teksti");
        await SaysAsync(other, "conflict");
        await Assertions.Expect(other.Page.Locator("main form blockquote")).ToHaveTextAsync("Yksi teksti");
        Assert.Equal("Toinen teksti", await other.Page.Locator("[name=title]").InputValueAsync());
        await other.Page.Locator("[data-pick=mine]").ClickAsync();
        await SaysAsync(other, "saved");
        await other.Page.CloseAsync();
        return [("title", "Toinen teksti")];
    });

    [Fact]
    public Task The_page_is_reloaded_while_the_server_is_away() => TryAsync("page reloaded with unsaved text", async (writer, part) =>
    {
        await writer.Page.RouteAsync(Saving, route => OrGoneAsync(() => route.AbortAsync()));
        await TypeAsync(writer, "title", "Ennen latausta kirjoitettu");
        await SaysAsync(writer, "kept");
        await writer.Page.ReloadAsync();
        await Assertions.Expect(writer.Page.Locator("[data-draft-notice=restored]")).ToBeVisibleAsync();
        await Assertions.Expect(writer.Page.Locator("[name=title]")).ToHaveValueAsync("Ennen latausta kirjoitettu");
        await writer.Page.UnrouteAsync(Saving);
        await SaysAsync(writer, "saved");
        return [("title", "Ennen latausta kirjoitettu")];
    });

    [Fact]
    public Task The_page_is_reloaded_at_the_last_letter() => TryAsync("page reloaded at the last letter", async (writer, part) =>
    {
        await TypeAsync(writer, "title", "Viimeiseen kirjaimeen");
        await writer.Page.ReloadAsync();
        await Assertions.Expect(writer.Page.Locator("[name=title]")).ToHaveValueAsync("Viimeiseen kirjaimeen");
        return [("title", "Viimeiseen kirjaimeen")];
    });

    [Fact]
    public Task Somebody_goes_back_and_forth() => TryAsync("back button", async (writer, part) =>
    {
        await TypeAsync(writer, "title", "Ensin tämä");
        await writer.GoAsync(part.Replace("project", "description", StringComparison.Ordinal));
        await writer.Page.GoBackAsync();
        await Assertions.Expect(writer.Page.Locator("[name=title]")).ToHaveValueAsync("Ensin tämä");
        await TypeAsync(writer, "title", ", sitten lisää");
        await writer.Page.GoForwardAsync();
        await writer.Page.GoBackAsync();
        await Assertions.Expect(writer.Page.Locator("[name=title]")).ToHaveValueAsync("Ensin tämä, sitten lisää");
        await SaysAsync(writer, "saved");
        return [("title", "Ensin tämä, sitten lisää")];
    });

    [Fact]
    public Task A_saved_answer_never_came_back() => TryAsync("acknowledgement lost on the way", async (writer, part) =>
    {
        var lost = 0;
        await writer.Page.RouteAsync(Saving, route => OrGoneAsync(async () =>
        {
            if (lost++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        }));
        await TypeAsync(writer, "title", "Tallennettu kuulematta");
        await SaysAsync(writer, "kept");
        await TypeAsync(writer, "title", " ja jatkettu");
        await SaysAsync(writer, "saved");
        return [("title", "Tallennettu kuulematta ja jatkettu")];
    });

    [Fact]
    public async Task Signing_out_wipes_what_was_kept_on_the_device()
    {
        var (writer, part) = await WriterAsync();
        await using var _ = writer;
        await writer.Page.RouteAsync(Saving, route => OrGoneAsync(() => route.AbortAsync()));
        await TypeAsync(writer, "title", "Jaettu kone");
        await SaysAsync(writer, "kept");
        Assert.Equal(1, await KeptAsync(writer));

        await writer.PressAsync("form[action$=sign-out] button");

        Assert.Equal(0, await KeptAsync(writer));
    }

    [Fact]
    public async Task On_a_shared_computer_nothing_is_kept()
    {
        var (writer, part) = await WriterAsync();
        await using var _ = writer;
        await writer.Page.RouteAsync(Saving, route => OrGoneAsync(() => route.AbortAsync()));
        await TypeAsync(writer, "title", "Yhteiskäyttö");
        await SaysAsync(writer, "kept");

        await writer.Page.Locator("#draft-off").CheckAsync();
        await TypeAsync(writer, "title", " jatkuu");

        Assert.Equal(0, await KeptAsync(writer));
        await Assertions.Expect(writer.Page.Locator("[data-draft-state]")).ToContainTextAsync("Pidä tämä sivu auki");
    }

    /// <summary>Does it as often as asked, some at a time; every text is then read from the server, by a browser that knows nothing of the first.</summary>
    /// <param name="alone">One after the other: the fault is the server's, and would meet everybody.</param>
    private async Task TryAsync(string fault, Func<Window, string, Task<(string Name, string Text)[]>> run, bool alone = false)
    {
        ConcurrentQueue<string> lost = [];
        await Parallel.ForEachAsync(Enumerable.Range(0, Tries), new ParallelOptions { MaxDegreeOfParallelism = alone ? 1 : 4 }, async (_, _) =>
        {
            var (writer, part) = await WriterAsync();
            await using var closing = writer;
            var expected = await run(writer, part);
            if (!writer.Page.IsClosed) await SaysAsync(writer, "saved");
            await using var reader = await site.SignInAsync("applicant", scripts: false);
            await reader.GoAsync(part);
            foreach (var (name, text) in expected)
                if (await reader.Page.Locator($"main [name=\"{name}\"]").InputValueAsync() is var found && found != text) lost.Enqueue($"{name}: {found} instead of {text}");
        });

        var line = $"| {fault} | {Tries} | {lost.Count} |";
        output.WriteLine(line);
        if (Environment.GetEnvironmentVariable("TABLE") is { Length: > 0 } table) await File.AppendAllLinesAsync(table, [line]);
        Assert.True(lost.IsEmpty, string.Join('\n', lost));
    }

    // A request may outlive the page that sent it.
    private static async Task OrGoneAsync(Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (PlaywrightException)
        {
            // The page is gone, and its request with it.
        }
    }

    private async Task<(Window Writer, string Part)> WriterAsync()
    {
        var writer = await site.SignInAsync("applicant");
        await writer.GoAsync("competitions/example-open/enter");
        await writer.SendAsync("enter");
        var part = $"{writer.Path}/parts/project";
        await writer.GoAsync(part);
        return (writer, part);
    }

    // As a browser does with a page in the background: frozen means that nothing of it runs.
    private static async Task LifecycleAsync(Window window, string state)
    {
        var session = await window.Page.Context.NewCDPSessionAsync(window.Page);
        await session.SendAsync("Page.setWebLifecycleState", new() { ["state"] = state });
        await session.DetachAsync();
    }

    private static Task TypeAsync(Window window, string name, string text) =>
        TypeAtEndAsync(window.Page.Locator($"main [name=\"{name}\"]"), text);

    private static async Task TypeAtEndAsync(ILocator field, string text)
    {
        await field.FocusAsync();
        await field.PressAsync("End");
        await field.PressSequentiallyAsync(text, new() { Delay = 15 });
    }

    private static Task SaysAsync(Window window, string state) =>
        Assertions.Expect(window.Page.Locator("[data-draft-state]")).ToHaveAttributeAsync("data-state", state, new() { Timeout = 30_000 });

    private static Task<int> KeptAsync(Window window) => window.Page.EvaluateAsync<int>(
        """
        () => new Promise(done => {
          const open = indexedDB.open("award-drafts", 1);
          open.onupgradeneeded = () => open.result.createObjectStore("texts");
          open.onsuccess = () => { open.result.transaction("texts").objectStore("texts").count().onsuccess = e => { done(e.target.result); open.result.close(); }; };
        })
        """);
}
