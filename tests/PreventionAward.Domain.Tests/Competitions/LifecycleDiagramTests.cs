using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed partial class LifecycleDiagramTests
{
    [Fact]
    public void The_diagram_in_the_readme_shows_the_moves_that_exist_and_no_other()
    {
        var shown = Arrow().Matches(Readme()).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}");

        Assert.Equal(Lifecycle.Moves.Select(move => $"{move.From} --> {move.To}").Order(), shown.Order());
    }

    private static string Readme([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(here).Parent;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PreventionAward.sln"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "README.md"));
    }

    [GeneratedRegex(@"^\s*(\w+) --> (\w+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
