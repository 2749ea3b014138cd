using System.Text.RegularExpressions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests;

/// <summary>How the house is built, read from the source: who may use whom, and what is nowhere.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Web = [.. SourceFile.All.Where(file => file.IsWeb)];

    /// <summary>The arrows between the folders of Web. Features may use them all; what is not named here uses no other.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Documents"] = ["Templates", "Localisation"],
        ["Mail"] = ["Templates", "Localisation", "Database"],
        ["Access"] = ["Database"],
        ["Ui"] = ["Localisation"],
        ["Drafts"] = ["Access", "Localisation"],
        ["Features"] = ["Templates", "Localisation", "Documents", "Mail", "Database", "Access", "Ui", "Drafts"],
    };

    /// <summary>Folders that know none of the others and that all may use, as they may use the base library.</summary>
    private static readonly string[] Ground = ["Json"];

    /// <summary>Exceptions to the arrows: from, to, and why.</summary>
    private static readonly (string File, string Folder, string Why)[] Excused =
    [
        ("src/PreventionAward.Web/Access/PersonQuery.cs", "Localisation", "the term of a jury ends at midnight in Finland, and one file knows when that is"),
        ("src/PreventionAward.Web/Features/Public/DecisionPage.razor", "Decisions", "the public reads what that feature has published"),
        ("src/PreventionAward.Web/Features/Public/DecisionVersionPage.razor", "Decisions", "the public reads what that feature has published"),
        ("src/PreventionAward.Web/Features/Public/HomePage.razor", "Entries", "whoever has an entry that is not submitted is told so at the door"),
        ("src/PreventionAward.Web/Features/Public/PublishedFile.cs", "Decisions", "the public reads what that feature has published"),
        ("src/PreventionAward.Web/Features/Screening/AdmitLate.cs", "Entries", "a late nomination asks the responsible organisation as one in time does"),
        ("src/PreventionAward.Web/Features/Dossiers/LoadDemo.cs", "SignIn", "the demo competitions are acted by the demo accounts"),
        ("src/PreventionAward.Web/Features/Dossiers/LoadDemo.cs", "Decisions", "the demo decisions are drawn by the very code that publishes"),
    ];

    [Fact]
    public void Folders_use_each_other_only_along_the_arrows() => Nowhere(
        from user in Web
        where user.Folder != ""
        let allowed = Arrows.GetValueOrDefault(user.Folder, [])
        from used in Web.Select(file => file.Folder).Where(folder => folder != "").Distinct()
        where used != user.Folder && !allowed.Contains(used) && !Ground.Contains(used)
        where !Excused.Any(excuse => excuse.File == user.Path && excuse.Folder == used)
        where Uses(user, used, Web.Where(file => file.Folder == used))
        select $"{user.Path} uses {used}");

    [Fact]
    public void A_feature_does_not_use_another_feature() => Nowhere(
        from user in Web
        where user.Feature != ""
        from other in Web.Select(file => file.Feature).Where(feature => feature != "").Distinct()
        where other != user.Feature
        where !Excused.Any(excuse => excuse.File == user.Path && excuse.Folder == other)
        where Uses(user, $"Features.{other}", Web.Where(file => file.Feature == other))
        select $"{user.Path} uses {other}");

    [Fact]
    public void Every_excuse_is_still_needed() => Nowhere(
        from excuse in Excused where Web.All(file => file.Path != excuse.File) select $"{excuse.File} is gone");

    [Theory]
    [InlineData("QuestPDF", "src/PreventionAward.QuestPdf/")]
    [InlineData("MailKit", "src/PreventionAward.MailKit/")]
    [InlineData("MimeKit", "src/PreventionAward.MailKit/")]
    public void An_engine_is_known_only_to_its_adapter(string engine, string adapter) => Nowhere(
        from file in SourceFile.All
        where !file.Path.StartsWith(adapter, StringComparison.Ordinal)
        where Regex.IsMatch(file.Code, $@"\busing {engine}\b")
        select file.Path);

    [Fact]
    public void Pages_read_and_never_save() => Nowhere(
        from file in SourceFile.All
        where file.IsRazor && Saving().IsMatch(file.Code)
        select file.Path);

    [Fact]
    public void Nobody_asks_the_machine_for_the_time() => Nowhere(
        from file in SourceFile.All
        from Match asked in Clock().Matches(file.Code)
        select $"{file.Path}: {asked.Value}");

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() => Nowhere(
        from file in SourceFile.All where file.Lines > 300 select $"{file.Path}: {file.Lines}");

    [Fact]
    public void No_component_is_longer_than_two_hundred_lines() => Nowhere(
        from file in SourceFile.All where file.IsRazor && file.Lines > 200 select $"{file.Path}: {file.Lines}");

    [Fact]
    public void Nothing_has_a_name_that_says_nothing() => Nowhere(
        from file in SourceFile.All
        from name in file.Declares
        where EmptyWord().IsMatch(name)
        select $"{file.Path}: {name}");

    [Fact]
    public void Nothing_is_tied_to_one_machine() => Nowhere(
        from file in SourceFile.All
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && MachinePath().IsMatch(file.Text)
        select file.Path);

    [Fact]
    public void Pages_are_called_pages_and_nothing_else_is() => Nowhere(
        from file in Web
        where file.IsRazor
        where Regex.IsMatch(file.Text, "^@page ", RegexOptions.Multiline) != file.Path.EndsWith("Page.razor", StringComparison.Ordinal)
        select file.Path);

    [Fact]
    public void Code_stays_in_its_component() => Nowhere(
        from file in SourceFile.All where file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) select file.Path);

    [Fact]
    public void Every_type_that_others_see_says_why_it_exists() => Nowhere(
        from file in SourceFile.All
        where file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.IsRazor
        from Match bare in Undocumented().Matches(file.Text.ReplaceLineEndings("\n"))
        select $"{file.Path}: {bare.Groups[1].Value}");

    private static bool Uses(SourceFile user, string part, IEnumerable<SourceFile> files) =>
        Regex.IsMatch(user.Code, $@"(?<![\w.])(?:PreventionAward\.Web\.)?{Regex.Escape(part)}\.[A-Z]|\bPreventionAward\.Web\.{Regex.Escape(part)}\b")
        || (user.IsRazor && files.Where(file => file.IsRazor).Any(file => Regex.IsMatch(user.Code, $@"<{Path.GetFileNameWithoutExtension(file.Path)}\b")));

    private static void Nowhere(IEnumerable<string> found)
    {
        var list = found.Distinct().ToList();
        Assert.True(list.Count == 0, string.Join('\n', list));
    }

    [GeneratedRegex(@"\b(SaveChanges|SaveChangesAsync|CommitAsync|ExecuteUpdateAsync|ExecuteDeleteAsync)\b")]
    private static partial Regex Saving();

    [GeneratedRegex(@"\b(DateTime\.Now|DateTime\.UtcNow|DateTime\.Today|DateTimeOffset\.Now|DateTimeOffset\.UtcNow)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(Service|Manager|Helper|Util|Utils|Common|Base|Dto)$")]
    private static partial Regex EmptyWord();

    [GeneratedRegex(@"""(/work/|/home/|/root/|/Users/|[A-Z]:\\)")]
    private static partial Regex MachinePath();

    // The line before a public type is a comment, the end of one, or an attribute below one.
    [GeneratedRegex(@"(?<!^\s*(?:///|\[|#).*\n)^public (?:(?:sealed|static|abstract|readonly) )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Undocumented();
}
