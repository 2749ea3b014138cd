using System.Text.Json;
using System.Text.RegularExpressions;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Localisation;

/// <summary>Whatever a page, a mail or a refusal can say is written, in every language. The store itself refuses a text that lacks one.</summary>
public sealed partial class EveryTextTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "templates", "texts");
    private static readonly TextStore Store = TextStore.Read(Folder);
    private static readonly HashSet<string> Areas = [.. Store.Keys.Select(key => key.Split('.')[0])];

    /// <summary>Enums that are never shown to anybody.</summary>
    private static readonly Type[] Unspoken = [typeof(Can), typeof(FieldKind), typeof(DiffKind)];

    [Fact]
    public void Every_sentence_that_the_source_asks_for_is_written() =>
        Assert.Equal("", string.Join('\n', Asked().Where(asked => !IsWritten(asked.Key)).Select(asked => $"{asked.Key} in {asked.Path}").Distinct()));

    [Fact]
    public void Every_constant_of_the_rules_has_a_name_in_every_language() =>
        Assert.Equal("", string.Join('\n', Constants().SelectMany(Texts.EnumKeys).Where(key => !Store.Keys.Contains(key))));

    [Fact]
    public void Keys_stand_in_alphabetical_order_and_one_a_line()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var keys = document.RootElement.EnumerateObject().Select(property => property.Name).ToList();

            Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
            Assert.Equal(keys.Count, File.ReadLines(file).Count(line => line.Contains("\"fi\"", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void No_key_is_written_twice() =>
        Assert.Equal("", string.Join('\n', Directory.EnumerateFiles(Folder, "*.json").SelectMany(File.ReadLines)
            .Where(line => line.Contains("\"fi\"", StringComparison.Ordinal)).GroupBy(line => line.Trim().Split('"')[1])
            .Where(lines => lines.Count() > 1).Select(lines => lines.Key)));

    // A key put together at run time is asked for by its beginning.
    private static bool IsWritten(string key) =>
        Store.Keys.Contains(key) || (key.EndsWith('-') || key.EndsWith('.')) && Store.Keys.Any(k => k.StartsWith(key, StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Key)> Asked() =>
        from file in SourceFile.All
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from Match match in AskedFor().Matches(file.Text).Concat(Literal().Matches(file.Text).Where(IsKeyOfAnArea))
        select (file.Path, match.Groups[1].Value);

    private static bool IsKeyOfAnArea(Match match) =>
        Areas.Contains(match.Groups[1].Value.Split('.')[0]) && !FileName().IsMatch(match.Groups[1].Value);

    private static IEnumerable<Enum> Constants() =>
        from type in typeof(Language).Assembly.GetExportedTypes()
        where type.IsEnum && !Unspoken.Contains(type)
        from Enum value in Enum.GetValues(type)
        select value;

    // T["key", texts["key", new("area.code", new Refusal("area.code".
    [GeneratedRegex(@"(?:\b(?:T|[tT]exts|words)\[|new(?: ?Refusal)?\()""([a-z][a-z0-9-]*(?:\.[a-z0-9-]*)+)""")]
    private static partial Regex AskedFor();

    [GeneratedRegex(@"(?<!\$)""([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(json|csv|pdf|md|txt|css|js|mjs|svg|eml|xml|typ|zip|date|time)$")]
    private static partial Regex FileName();
}
