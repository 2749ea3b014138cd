using Microsoft.Playwright;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>One person's browser window, with the few things a person does in it.</summary>
internal class Window(IPage page, string home) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>The address of the page after the site's own, in whichever language: <c>entries/…</c>.</summary>
    public string Path => page.Url.StartsWith(home, StringComparison.Ordinal) ? page.Url[home.Length..].Split('?', '#')[0] : page.Url;

    /// <summary>The page that was gone to last is the one that says something went wrong.</summary>
    public bool Broke { get; private set; }

    public async Task<Window> GoAsync(string path)
    {
        var answer = await page.GotoAsync(home + path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        Broke = answer?.Status >= 500;
        return this;
    }

    /// <summary>Writes into the field of that name.</summary>
    public virtual async Task FillAsync(string name, string text) => await (await UnfoldedAsync($"main [name=\"{name}\"]")).FillAsync(text);

    /// <summary>Chooses a radio button or ticks a box.</summary>
    public virtual async Task ChooseAsync(string name, string value) => await (await UnfoldedAsync($"main input[name=\"{name}\"][value=\"{value}\"]")).CheckAsync();

    /// <summary>Chooses from a list.</summary>
    public virtual async Task SelectAsync(string name, string value) => await (await UnfoldedAsync($"main select[name=\"{name}\"]")).SelectOptionAsync(value);

    /// <summary>Ticks a box.</summary>
    public virtual Task TickAsync(string name) => page.Locator($"main input[name=\"{name}\"][type=checkbox]").CheckAsync();

    /// <summary>The same window, used by somebody who has only a keyboard.</summary>
    public Window ByKeyboard() => new KeyboardWindow(page, home);

    /// <summary>Presses the (first visible) button of a form and waits for the page that it leads to.</summary>
    /// <param name="form">Its form name (<c>@formname</c>).</param>
    /// <param name="button">Which of its buttons, where it has several.</param>
    public Task SendAsync(string form, string button = "") =>
        PressAsync($"form:has(input[name=_handler][value=\"{form}\"]) button{button}:not([aria-hidden])");

    /// <summary>Clicks what leads to another page and waits for that page.</summary>
    public async Task PressAsync(string selector) => await LeadingOnAsync(() => PushAsync(selector));

    /// <summary>Pushes a button or follows a link.</summary>
    protected virtual async Task PushAsync(string selector) => await (await UnfoldedAsync(selector)).ClickAsync();

    /// <summary>The first that the selector names; the parts of the page that it is folded away in are opened first.</summary>
    private async Task<ILocator> UnfoldedAsync(string selector)
    {
        var place = page.Locator(selector).First;
        var folds = place.Locator("xpath=ancestor::details[not(@open)]");
        while (await folds.CountAsync() > 0) await folds.First.Locator("> summary").ClickAsync();
        return place;
    }

    /// <summary>Does what leads to another page, and waits for that page.</summary>
    public async Task LeadingOnAsync(Func<Task> act)
    {
        var gone = new TaskCompletionSource();
        void Arrived(object? sender, IFrame frame)
        {
            if (frame == page.MainFrame) gone.TrySetResult();
        }

        page.FrameNavigated += Arrived;
        await act();
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.FrameNavigated -= Arrived;
        // The document itself is asked: an event that came between the navigation and the waiting would be waited for in vain.
        while (await page.EvaluateAsync<string>("() => document.readyState") == "loading") await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    /// <summary>The words of the page's main part.</summary>
    public async Task<string> WordsAsync() => await page.Locator("main").First.InnerTextAsync();

    /// <summary>Nothing was refused; otherwise the test fails with the sentence that the person got.</summary>
    public async Task NotRefusedAsync()
    {
        var alerts = await page.Locator("main [role=alert]").AllInnerTextsAsync();
        Assert.True(alerts.Count == 0, $"{page.Url}: {string.Join(" / ", alerts)}");
    }

    /// <summary>The page fits the window: nobody has to scroll sideways.</summary>
    public async Task FitsAsync()
    {
        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(beyond <= 0, $"{page.Url} is {beyond} pixels too wide.");
    }

    public async Task<byte[]> FetchAsync(string path)
    {
        var response = await page.Context.APIRequest.GetAsync(home + path);
        Assert.Equal(200, response.Status);
        return await response.BodyAsync();
    }

    public async ValueTask DisposeAsync() => await page.Context.CloseAsync();
}
