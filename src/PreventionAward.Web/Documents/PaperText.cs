using System.Text;

namespace PreventionAward.Web.Documents;

/// <summary>Makes a typed text fit to be set: what no reader can see and no page can show is taken out, once, for web and PDF alike.</summary>
public static class PaperText
{
    /// <summary>
    /// Line ends become line feeds and tabs spaces; control characters, noncharacters and the characters that turn the reading
    /// direction of what follows are left out; half of a surrogate pair becomes U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value == '\t') clean.Append(' ');
            else if (rune.Value == '\n' || !IsLeftOut(rune.Value)) clean.Append(rune.ToString());
        return clean.ToString().Trim(' ', '\n');
    }

    /// <summary>The paragraphs of a text, each with its lines: an empty line parts paragraphs.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Paragraphs(string text) =>
    [
        .. Clean(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => paragraph.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static bool IsLeftOut(int character) => character
        is < 0x20 or (>= 0x7F and < 0xA0)
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0xFEFF or (>= 0xFDD0 and <= 0xFDEF)
        || (character & 0xFFFE) == 0xFFFE;
}
