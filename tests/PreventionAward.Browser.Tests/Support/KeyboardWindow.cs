using Microsoft.Playwright;

namespace PreventionAward.Browser.Tests.Support;

/// <summary>A window without a pointer: everything is reached by the Tab key, as it comes, and used by Space, Enter and the arrows.</summary>
internal sealed class KeyboardWindow(IPage page, string home) : Window(page, home)
{
    private const int MostTabs = 400;

    public override async Task FillAsync(string name, string text)
    {
        await TabToAsync($"main [name=\"{name}\"]");
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.InsertTextAsync(text);
    }

    // A group of radio buttons is one stop; its arrows choose.
    public override async Task ChooseAsync(string name, string value)
    {
        await TabToAsync($"main input[name=\"{name}\"]");
        await Page.Keyboard.PressAsync("Space");
        for (var tries = 0; !await IsFocusedAsync($"[value=\"{value}\"]:checked"); tries++)
        {
            Assert.True(tries < 20, $"No arrow leads to {name} = {value}.");
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public override async Task SelectAsync(string name, string value)
    {
        await TabToAsync($"main select[name=\"{name}\"]");
        for (var tries = 0; await Page.Locator($"main select[name=\"{name}\"]").InputValueAsync() != value; tries++)
        {
            Assert.True(tries < 50, $"No arrow leads to {name} = {value}.");
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public override async Task TickAsync(string name)
    {
        await TabToAsync($"main input[name=\"{name}\"][type=checkbox]");
        if (!await IsFocusedAsync(":checked")) await Page.Keyboard.PressAsync("Space");
    }

    /// <summary>Goes to what the selector names, stop by stop; what Tab does not reach fails the test.</summary>
    public async Task TabToAsync(string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await IsFocusedAsync(selector)) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{Page.Url}: the Tab key does not reach {selector}.");
    }

    protected override async Task PushAsync(string selector)
    {
        await TabToAsync(selector);
        await Page.Keyboard.PressAsync("Enter");
    }

    private Task<bool> IsFocusedAsync(string selector) => Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);
}
