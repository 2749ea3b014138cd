using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using PreventionAward.Browser.Tests.Support;

namespace PreventionAward.Browser.Tests;

/// <summary>Every page that a role can reach in the demonstration keeps the rules of WCAG 2.2 A and AA that a machine can check; in a window 320 pixels wide, and the applicant's and the secretary's in wider ones too.</summary>
[Collection("site")]
public sealed partial class AccessibilityTests(Site site)
{
    private static readonly AxeRunOptions Rules = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    [Theory]
    [InlineData(null, 8)]
    [InlineData("applicant", 8)]
    [InlineData("applicant", 8, "fi", 390)]
    [InlineData("applicant", 8, "fi", 1280)]
    [InlineData("juror-1", 10)]
    [InlineData("chair", 10)]
    [InlineData("secretary", 15)]
    [InlineData("secretary", 15, "fi", 1280)]
    [InlineData("publisher", 5)]
    public async Task No_page_breaks_a_rule(string? role, int atLeast, string language = "sv", int width = 320)
    {
        await using var window = role is null ? await site.WindowAsync(language, width) : await site.SignInAsync(role, language, width);
        Dictionary<string, string> kinds = [];
        List<string> broken = [];
        var queue = new Queue<string>(["", "no-such-page", .. role is null ? ["sign-in", "accessibility", "privacy"] : Array.Empty<string>()]);

        while (queue.TryDequeue(out var path))
        {
            if (!kinds.TryAdd(Kind(path), path)) continue;
            await window.GoAsync(path);
            broken.AddRange(await FaultsAsync(window, path));
            foreach (var link in await window.Page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href').split('#')[0])"))
                if (IsPage(link) && (role is null || !IsPublic(link))) queue.Enqueue(link);
        }

        Assert.Equal([], broken);
        Assert.True(kinds.Count >= atLeast, $"Only these were found: {string.Join(", ", kinds.Values)}");
    }

    [Theory]
    [InlineData("sv", 320)]
    [InlineData("fi", 390)]
    [InlineData("sv", 1280)]
    public async Task No_page_breaks_a_rule_where_it_says_what_is_wrong(string language, int width)
    {
        await using var window = await site.SignInAsync("applicant", language, width);
        List<string> broken = [];
        await window.GoAsync("competitions/example-open/enter");
        await window.SendAsync("enter");
        var entry = window.Path;

        await window.GoAsync($"{entry}/parts/project");
        await window.FillAsync("contactMail", "no address");
        await window.FillAsync("title", new string('k', 400));
        await window.SendAsync("part", "[value=save]");
        await LookAsync();
        foreach (var part in await window.Page.Locator("nav a[href^=\"entries/\"][href*=\"/parts/\"], .side a[href*=\"/parts/\"]").EvaluateAllAsync<string[]>("links => [...new Set(links.map(a => a.getAttribute('href').split(/[?#]/)[0]))]"))
        {
            await window.GoAsync($"{part}?missing=true");
            await LookAsync();
        }

        await window.GoAsync($"{entry}/team");
        await window.SendAsync("invite");
        await LookAsync();
        Assert.Equal([], broken);

        async Task LookAsync()
        {
            Assert.True(await window.Page.Locator(".field-error, .refusal").CountAsync() > 0, $"{window.Path} says of nothing that it is wrong.");
            broken.AddRange(await FaultsAsync(window, window.Path));
        }
    }

    private static async Task<IEnumerable<string>> FaultsAsync(Window window, string path)
    {
        var result = await window.Page.RunAxe(Rules);
        var beyond = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return
        [
            .. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"/{path}: {rule.Id}: {node.Html}")),
            .. window.Broke ? [$"/{path}: something went wrong"] : Array.Empty<string>(),
            .. beyond > 0 ? [$"/{path}: {beyond} pixels too wide"] : Array.Empty<string>(),
        ];
    }

    /// <summary>Pages that differ only in which entry they show are one kind; so are the set-up pages of several years.</summary>
    private static string Kind(string path) => SetUp().Replace(Entry().Replace(path.Split('?')[0], "ENTRY"), "staff/YEAR/$1");

    // What everybody sees is looked at once, without an account.
    private static bool IsPublic(string link) =>
        link is "accessibility" or "privacy" || link.StartsWith("archive", StringComparison.Ordinal) || (link.StartsWith("competitions/", StringComparison.Ordinal) && !link.EndsWith("/enter", StringComparison.Ordinal));

    // Within the language's own base; no files, no other site, no form that an address would fill.
    private static bool IsPage(string link) =>
        link.Length > 0 && !link.StartsWith('/') && !link.Contains(':') && !link.Contains(".pdf", StringComparison.Ordinal) && !link.Contains("/files/", StringComparison.Ordinal)
        && !link.StartsWith("./", StringComparison.Ordinal) && !Outbox().IsMatch(link);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Entry();

    [GeneratedRegex("^staff/[^/]+/(setup/|entries/)")]
    private static partial Regex SetUp();

    [GeneratedRegex(@"\.(json|eml|csv|zip)$")]
    private static partial Regex Outbox();
}
