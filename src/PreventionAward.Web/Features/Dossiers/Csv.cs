using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Comma-separated values as RFC 4180 has them, in UTF-8 with its mark so that spreadsheets read ä as ä.</summary>
internal static partial class Csv
{
    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n")))];

    // A spreadsheet would take a text that begins so for a formula, and an entry's text is anybody's. Where it parts cells
    // at semicolons, tabs or line ends, a text with one in it must stay one cell, and what follows must be no formula either.
    private static string Cell(string text)
    {
        var safe = Formula().Replace(text.Length > 0 && text[0] is '\t' or ';' or '\n' ? "'" + text : text, "$1'");
        return safe.AsSpan().IndexOfAny(",;\t\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    [GeneratedRegex(@"(^|[;\t\r\n] *)(?=[=+\-@])")]
    private static partial Regex Formula();
}
