using System.Text.RegularExpressions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Ui;

/// <summary>The browser is told to run and to draw nothing but our own files; so nothing may stand inline.</summary>
public sealed partial class StyleTests
{
    [Fact]
    public void Nothing_is_styled_or_scripted_inside_a_page() =>
        Assert.Equal([], SourceFile.All.Where(file => file.IsRazor && Inline().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void No_page_links_to_a_bare_fragment_which_would_lead_to_the_base() =>
        Assert.Equal([], SourceFile.All.Where(file => file.IsRazor && file.Text.Contains("href=\"#", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void No_link_leaves_the_language() =>
        Assert.Equal([], SourceFile.All.Where(file => file.IsRazor && Rooted().IsMatch(file.Text)).Select(file => file.Path));

    [Fact]
    public void The_style_sheet_stays_small()
    {
        var css = File.ReadAllText(Path.Combine(SourceTree.Root, "src/PreventionAward.Web/wwwroot/app.css"));

        Assert.InRange(css.Length, 1, 32 * 1024);
        Assert.Equal(css.Count(c => c == '{'), css.Count(c => c == '}'));
    }

    [GeneratedRegex(@"\sstyle=""|\son(click|change|input|submit|load)=""|<style|<script(?![^>]*\ssrc=)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"(href|action)=""/")]
    private static partial Regex Rooted();
}
