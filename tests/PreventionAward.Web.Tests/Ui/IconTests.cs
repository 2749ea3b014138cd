using System.Text.RegularExpressions;
using Bunit;
using PreventionAward.Web.Tests.Support;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Tests.Ui;

public sealed partial class IconTests : PageContext
{
    private static readonly string Sprite = File.ReadAllText(Path.Combine(SourceTree.Root, "src/PreventionAward.Web/wwwroot/vendor/icons.svg"));

    [Fact]
    public void An_icon_is_hidden_from_those_who_listen()
    {
        var icon = Render<Icon>(parameters => parameters.Add(i => i.Name, "check"));

        icon.MarkupMatches("""<svg class="icon" aria-hidden="true" focusable="false"><use href="vendor/icons.svg#i-check"></use></svg>""");
    }

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_sprite()
    {
        var named = SourceFile.All.Where(file => file.IsRazor)
            .SelectMany(file => Named().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct();

        Assert.Equal([], named.Where(name => !Sprite.Contains($"id=\"i-{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"<Icon Name=""([\w-]+)""")]
    private static partial Regex Named();
}
