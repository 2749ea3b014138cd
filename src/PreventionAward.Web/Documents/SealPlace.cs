using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Web.Documents;

/// <summary>
/// A PDF of our own engine with an empty place for a signature appended as an incremental update: nothing that was there is touched, so tags,
/// attachment and conformance stay as they were. It reads what that engine writes (one classic table of objects) and refuses anything else.
/// </summary>
internal sealed partial class SealPlace
{
    // In bytes: a signature with its chain and a time stamp with its own take about 8 000.
    private const int Room = 24_000;
    private readonly byte[] file;
    private readonly int before;
    private readonly int after;

    private SealPlace(byte[] file, int before, int after) => (this.file, this.before, this.after) = (file, before, after);

    /// <summary>What is signed: everything but the place itself.</summary>
    public byte[] Covered => [.. file.AsSpan(0, before), .. file.AsSpan(after)];

    /// <param name="name">Who seals.</param>
    /// <param name="reason">What the seal says of the file; null where the file is known by its digest.</param>
    /// <exception cref="PdfNotSealedException">Not a PDF as our engine writes it.</exception>
    public static SealPlace Append(byte[] pdf, string name, DateTimeOffset at, bool isAccessible, string? reason = null)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Trailer().Matches(text) is [var only] ? only : throw new PdfNotSealedException("Not one trailer");
        var objects = new Objects(text, Number(trailer, "table"));
        var (size, root) = (Number(trailer, "size"), Number(trailer, "root"));
        var (signature, field) = (size, size + 1);
        var page = objects.FirstPage(root);

        var update = new StringBuilder("\n");
        List<(int Number, int At)> places = [];
        void Put(int number, string body)
        {
            places.Add((number, pdf.Length + update.Length));
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        Put(page, WithField(objects[page], field));
        Put(root, InFront(objects[root], $"/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>"));
        Put(signature, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:{at.ToUniversalTime():yyyyMMddHHmmss}Z) /Name {Hexadecimal(name)}{(reason is null ? "" : $" /Reason {Hexadecimal(reason)}")} /ByteRange {new string(' ', 40)} /Contents <{new string('0', 2 * Room)}> >>");
        Put(field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /Rect [0 0 0 0] /F {(isAccessible ? 130 : 132)} /P {page} 0 R /V {signature} 0 R >>");
        var table = pdf.Length + update.Length;
        update.Append("xref\n");
        foreach (var (number, place) in places.OrderBy(p => p.Number)) update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {size + 2} /Root {root} 0 R /Info {trailer.Groups["info"].Value} 0 R /Prev {trailer.Groups["table"].Value}");
        update.Append(CultureInfo.InvariantCulture, $" /ID [{trailer.Groups["id"].Value} <{Convert.ToHexString(SHA256.HashData(pdf)[..16])}>] >>\nstartxref\n{table}\n%%EOF\n");
        return Ranged([.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())], pdf.Length);
    }

    /// <summary>The file with the signature in its place.</summary>
    public byte[] Fill(byte[] cms)
    {
        if (cms.Length > Room) throw new PdfNotSealedException($"The signature takes {cms.Length} bytes");
        var filled = (byte[])file.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms)).CopyTo(filled, before + 1);
        return filled;
    }

    private static string Hexadecimal(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static SealPlace Ranged(byte[] file, int from)
    {
        var contents = from + file.AsSpan(from).IndexOf("/Contents <0"u8) + "/Contents ".Length;
        var end = contents + (2 * Room) + 2;
        var range = from + file.AsSpan(from).IndexOf("/ByteRange "u8) + "/ByteRange ".Length;
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[0 {contents} {end} {file.Length - end}]")).CopyTo(file, range);
        return new(file, contents, end);
    }

    private static string WithField(string page, int field)
    {
        if (page.Contains("/Annots", StringComparison.Ordinal)) throw new PdfNotSealedException("The first page has annotations of its own");
        return InFront(page, $"/Annots [{field} 0 R]{(page.Contains("/Tabs", StringComparison.Ordinal) ? "" : " /Tabs /S")}");
    }

    private static string InFront(string dictionary, string entry) => dictionary.Insert(dictionary.LastIndexOf(">>", StringComparison.Ordinal), entry + "\n");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\s*<<\s*/Size (?<size>\d+)\s*/Root (?<root>\d+) 0 R\s*/Info (?<info>\d+) 0 R\s*/ID \[(?<id>\([^()\\]*\)) \([^()\\]*\)\]\s*>>\s*startxref\s+(?<table>\d+)\s+%%EOF\s*\z")]
    private static partial Regex Trailer();

    /// <summary>The objects of the file, by number.</summary>
    private sealed partial class Objects(string text, int table)
    {
        private readonly int entries = Head().Match(text, table) is { Success: true } head ? head.Index + head.Length : throw new PdfNotSealedException("No table of objects");

        /// <summary>What stands between "obj" and "endobj".</summary>
        public string this[int number]
        {
            get
            {
                var at = int.Parse(text.AsSpan(entries + (20 * number), 10), CultureInfo.InvariantCulture);
                var head = $"{number} 0 obj";
                if (string.CompareOrdinal(text, at, head, 0, head.Length) != 0) throw new PdfNotSealedException($"Object {number} is not where the table says");
                return text[(at + head.Length)..text.IndexOf("endobj", at, StringComparison.Ordinal)].Trim();
            }
        }

        public int FirstPage(int root)
        {
            var node = Reference(this[root], Pages());
            while (Kids().IsMatch(this[node])) node = Reference(this[node], Kids());
            return node;
        }

        private static int Reference(string body, Regex where) =>
            where.Match(body) is { Success: true } found ? Number(found, "to") : throw new PdfNotSealedException("The pages are not found");

        [GeneratedRegex(@"\Gxref\s+0 \d+\r?\n")]
        private static partial Regex Head();

        [GeneratedRegex(@"/Pages (?<to>\d+) 0 R")]
        private static partial Regex Pages();

        [GeneratedRegex(@"/Kids \[(?<to>\d+) 0 R")]
        private static partial Regex Kids();
    }
}
