using System.IO.Compression;
using System.Text;

namespace PreventionAward.Domain.Entries;

/// <summary>A kind of file that may be attached, known by what is in the file and never by its name.</summary>
/// <param name="Extension">The ending its name gets, with the dot.</param>
public sealed record FileKind(string Extension, string ContentType)
{
    private const string Office = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly FileKind Pdf = new(".pdf", "application/pdf");
    private static readonly FileKind Png = new(".png", "image/png");
    private static readonly FileKind Jpeg = new(".jpg", "image/jpeg");

    private static readonly (string Folder, FileKind Kind)[] OfficeKinds =
    [
        ("word/", new(".docx", Office + "wordprocessingml.document")),
        ("xl/", new(".xlsx", Office + "spreadsheetml.sheet")),
        ("ppt/", new(".pptx", Office + "presentationml.presentation")),
    ];

    private static readonly FileKind[] OpenDocumentKinds =
    [
        new(".odt", OpenDocument + "text"),
        new(".ods", OpenDocument + "spreadsheet"),
        new(".odp", OpenDocument + "presentation"),
    ];

    /// <summary>What the bytes are, or null where it is nothing that may be attached; office files with macros are not.</summary>
    public static FileKind? Of(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith("%PDF-"u8)) return Pdf;
        if (IsPng(bytes)) return Png;
        if (bytes is [0xFF, 0xD8, 0xFF, ..]) return Jpeg;
        return bytes.AsSpan().StartsWith("PK\x03\x04"u8) ? OfZip(bytes) : null;
    }

    /// <summary>Whether a file that begins so can be one that may be attached: so that the rest need not be sent.</summary>
    public static bool MayBegin(byte[] bytes) =>
        bytes.AsSpan().StartsWith("%PDF-"u8) || IsPng(bytes) || bytes is [0xFF, 0xD8, 0xFF, ..] || bytes.AsSpan().StartsWith("PK\x03\x04"u8);

    /// <summary>The kind that a file's name says it is, in capital letters without the dot (PDF); null where such a name is not taken at all. Its content may be another.</summary>
    public static string? NamedBy(string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        FileKind[] all = [Pdf, Png, Jpeg, .. OfficeKinds.Select(k => k.Kind), .. OpenDocumentKinds];
        return ending == ".jpeg" || Array.Exists(all, kind => kind.Extension == ending) ? ending[1..].ToUpperInvariant() : null;
    }

    /// <summary>Why a file whose content is none that is taken is refused: it is not what its name says, or its name is none that is taken either.</summary>
    /// <param name="bytes">Its beginning: an archive may be the office file that its name says, with macros in it.</param>
    public static Refusal Refused(string name, byte[] bytes) =>
        NamedBy(name) is { } said && !bytes.AsSpan().StartsWith("PK\x03\x04"u8) ? new("entries.file-not-as-named", name, said) : new("entries.file-kind", name);

    /// <summary>A name that is safe to show and to save: no path, no control or direction marks, the ending of what the file is.</summary>
    public string SafeName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var rune in Answers.Clean(last).EnumerateRunes())
            if (!Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
                kept.Append(rune.Value < 128 && "<>:\"|?*".Contains((char)rune.Value) ? "-" : rune.ToString());

        var plain = kept.ToString().Trim(' ', '.');
        if (plain.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || (this == Jpeg && plain.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)))
            plain = plain[..plain.LastIndexOf('.')];
        return (plain.Length == 0 ? "file" : Shortened(plain)) + Extension;
    }

    private static bool IsPng(byte[] bytes) => bytes is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..];

    private static FileKind? OfZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            return zip.GetEntry("[Content_Types].xml") is not null
                ? OfficeKinds.FirstOrDefault(k => zip.Entries.Any(entry => entry.FullName.StartsWith(k.Folder, StringComparison.Ordinal))).Kind
                : OfOpenDocument(zip);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static FileKind? OfOpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: > 0 and < 100 } entry) return null;
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        var type = reader.ReadToEnd().Trim();
        return OpenDocumentKinds.FirstOrDefault(kind => kind.ContentType == type);
    }

    private static string Shortened(string name)
    {
        const int most = 120;
        if (name.Length <= most) return name;
        return char.IsHighSurrogate(name[most - 1]) ? name[..(most - 1)] : name[..most];
    }
}
