using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>A live part keeps what the page was opened with until it has read something itself.</summary>
[Collection("site")]
public sealed class LivePartTest(Site site)
{
    private const string Watch = """
        document.addEventListener("DOMContentLoaded", () => {
          const first = document.querySelector("main .SHOWN");
          window.was = { there: first !== null, gone: 0, drawnAnew: false };
          new MutationObserver(() => {
            const now = document.querySelector("main .SHOWN");
            if (now === null) window.was.gone++;
            else if (now !== first) window.was.drawnAnew = true;
          }).observe(document.body, { childList: true, subtree: true });
        });
        """;

    [Theory]
    [InlineData("jury/example-scoring/progress", "matrix")]
    [InlineData("jury/example-decided/deliberation", "board")]
    public async Task It_is_never_empty_while_it_connects(string path, string shown)
    {
        await using var chair = await site.SignInAsync("chair", "fi", width: 1280);
        await chair.Page.AddInitScriptAsync(Watch.Replace("SHOWN", shown, StringComparison.Ordinal));

        await chair.GoAsync(path);

        await chair.Page.WaitForFunctionAsync("() => window.was?.drawnAnew");
        Assert.True(await chair.Page.EvaluateAsync<bool>("() => window.was.there"));
        Assert.Equal(0, await chair.Page.EvaluateAsync<int>("() => window.was.gone"));
    }
}
