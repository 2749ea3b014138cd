using System.Text.RegularExpressions;

namespace PreventionAward.Web.Tests.Support;

/// <summary>One file of the source: where it stands, and its code without comments and literals.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">As it is on disk.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    private static readonly string[] Ignored = ["bin", "obj", "node_modules", "vendor", "_framework", "TestResults"];

    /// <summary>Every C# and Razor file of the product and its tests, generated migrations left out.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Read("src", "*.cs"), .. Read("src", "*.razor"), .. Read("tests", "*.cs"), .. Read("tests", "*.razor"),
    ];

    public bool IsWeb => Path.StartsWith("src/PreventionAward.Web/", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    /// <summary>The folder of Web that the file belongs to (<c>Mail</c>, <c>Ui</c>, ...); empty for those at the top.</summary>
    public string Folder => IsWeb && Path.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    /// <summary>The feature that the file belongs to; empty outside Features.</summary>
    public string Feature => Folder == "Features" && Path.Split('/') is [_, _, _, var feature, _, ..] ? feature : "";

    /// <summary>The text without what a reader, not the compiler, is meant to read.</summary>
    public string Code => code ??= Literal().Replace(Comment().Replace(Text, ""), "\"\"");

    private string? code;

    public int Lines => Text.Count(c => c == '\n');

    /// <summary>Names of the types and components that the file declares at its top.</summary>
    public IEnumerable<string> Declares =>
        IsRazor ? [System.IO.Path.GetFileNameWithoutExtension(Path)] : Declaration().Matches(Code).Select(m => m.Groups[1].Value);

    private static IEnumerable<SourceFile> Read(string top, string pattern) =>
        from path in Directory.EnumerateFiles(System.IO.Path.Combine(SourceTree.Root, top), pattern, SearchOption.AllDirectories)
        let relative = System.IO.Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/')
        let folders = relative.Split('/')
        where !folders.Intersect(Ignored).Any() && !folders.Contains("Migrations")
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));

    [GeneratedRegex(@"//.*$|/\*.*?\*/|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(?:public|internal) (?:(?:sealed|static|abstract|readonly|partial) )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
