using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Web.Tests.Support;

/// <summary>Reads a raw mail far enough for a test to compare its words: headers, and the first plain text part.</summary>
internal static partial class MailText
{
    public static string Header(string raw, string name)
    {
        var unfolded = Folding().Replace(raw.Split("\r\n\r\n", 2)[0], " ");
        var line = unfolded.Split("\r\n").FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line is null ? "" : Decoded(line[(name.Length + 1)..].Trim());
    }

    public static string PlainText(string raw)
    {
        var body = raw.Split("\r\n\r\n", 2) is [_, var rest] ? rest : "";
        var type = Header(raw, "Content-Type");
        if (Boundary().Match(type) is { Success: true } boundary)
        {
            var parts = body.Split("--" + boundary.Groups[1].Value).Select(part => part.TrimStart('\r', '\n'));
            return PlainText(parts.First(part => part.Contains("text/plain", StringComparison.OrdinalIgnoreCase)));
        }
        return Header(raw, "Content-Transfer-Encoding").ToUpperInvariant() switch
        {
            "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "QUOTED-PRINTABLE" => QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(body)),
        };
    }

    private static string Decoded(string value) =>
        EncodedWord().Replace(Between().Replace(value, "$1"), word => word.Groups[1].Value.ToUpperInvariant() == "B"
            ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value))
            : QuotedPrintable(word.Groups[2].Value.Replace('_', ' ')));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length) bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            else bytes.Add((byte)text[i]);
            if (text[i] == '=') i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"boundary=""?([^"";\s]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?([bq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    // White space between two encoded words is not part of the text.
    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex Between();
}
