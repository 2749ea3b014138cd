using System.Text;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>
/// Papers of any blocks and any texts, the same for the same seed. What comes again on each page (heads, feet, the headings of tables that
/// may break) stands between section signs, which no other text has, so that a test can tell it from the rest.
/// </summary>
internal sealed class RandomPapers(int seed)
{
    private static readonly string[] Hostile =
    [
        "#panic(\"no\")", "#let", "*bold*", "_it_", "`raw`", "```", "$x^2$", "@ref", "<label>", "//", "/*", "*/", "\\", "\\u{41}", "~", "---", "[x]", "]", "{", "{{x}}",
        "<script>alert(1)</script>", "&amp;", "<b>", "&nbsp;", "]]>", "<!--", "%PDF", "%%EOF", "endstream", "(\\)", "= ", "- ", "+ ", "/ x: y", "1.", "'", "\"", "”", "U+0041",
    ];

    // First and last letter; the last ranges are in none of the fonts, or forbidden.
    private static readonly (int From, int To)[] Letters =
    [
        ('a', 'z'), ('a', 'z'), ('A', 'Z'), ('0', '9'), (0x21, 0x7E), (0xA1, 0xA6), (0xA8, 0xFF), (0x100, 0x17F), (0x180, 0x24F), (0x250, 0x2AF), (0x370, 0x3FF),
        (0x400, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF), (0x2010, 0x2027), (0x2030, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x1F300, 0x1F5FF),
        (0x1F600, 0x1F64F), (0x5D0, 0x5EA), (0x627, 0x64A), (0x4E00, 0x4FFF), (0xAC00, 0xACFF), (0x10400, 0x1044F), (0xE000, 0xE010), (0xFFF0, 0xFFFD), (0x200B, 0x200D),
    ];

    private const string Sami = "áčđŋšŧžÁČĐŊŠŦŽâǯʒǥǧǩõʹǨǦǤǮåäöÅÄÖ";
    private static readonly Language?[] Languages = [null, null, null, .. Language.All];
    private readonly Random random = new(seed);
    private int headings;

    public Paper Next()
    {
        var blocks = Enumerable.Range(0, random.Next(7)).Select(_ => NextBlock()).ToList();
        Passage[] authority = random.Next(5) == 0 ? [] : ["§auth§", .. Enumerable.Range(0, random.Next(3)).Select(_ => Short())];
        return new(Short() with { Text = "T " + Short().Text }, Language.All[random.Next(Language.All.Count)], new(authority, "§kind§", Short(), "§num§"), blocks)
        {
            RunningHead = "§run§",
            Mark = random.Next(2) == 0 ? null : new Passage("§mark§"),
            Standard = random.Next(4) == 0 ? PaperStandard.Accessible : PaperStandard.Archival,
        };
    }

    private Block NextBlock() => random.Next(17) switch
    {
        0 => new Heading(random.Next(1, 4), Short()),
        1 => new Facts(Some(6, () => new Fact(Short(), Any()))),
        2 => new Bullets(Some(6, Any)),
        3 => SmallTable(),
        4 => new Table(Short(), Columns(random.Next(1, 6), () => $"§h{headings++}§") is var columns ? columns : [], Rows(columns.Count, random.Next(random.Next(8) == 0 ? 60 : 6), () => Cell(100 / columns.Count)), random.Next(2) == 0),
        5 => new Figure(SamplePapers.Svg, Short(), random.Next(2) == 0 ? null : Short()),
        6 => new Notice(Any()),
        7 => new Proclamation(Short(), Short(), random.Next(2) == 0 ? null : Short()),
        8 => new Signatures(Some(5, () => new Signature(Short(), random.Next(2) == 0 ? null : Short())), random.Next(2) == 0 ? null : Any(), random.Next(2) == 0),
        9 => new Small(Any()),
        10 => new DotRange(random.Next(2) == 0 ? null : Short(), Short(), random.Next(5), random.Next(5), Some(6, () => new DotRangeRow(Short(), random.Next(6), random.Next(6), random.Next(6), Short()))),
        11 => new TickBoxes(Some(6, () => new TickBox($"{random.Next(10)}", Any()))),
        12 => new NewPage(),
        13 => new Bars(Short(), Short(), Some(6, () => new Bar(Short(), random.Next(6), Short()))),
        _ => new Paragraph(Any()),
    };

    // Stays whole on one page, so its headings come once and may be anything.
    private Table SmallTable() => new(
        random.Next(2) == 0 ? null : Short(), Columns(random.Next(1, 6), () => Short()) is var columns ? columns : [], Rows(columns.Count, random.Next(4), Short), random.Next(2) == 0);

    private IReadOnlyList<Column> Columns(int count, Func<Passage> header) =>
        [.. Enumerable.Range(0, count).Select(i => new Column(header(), (Align)random.Next(3), count < 4 && i == 0 && random.Next(3) == 0 ? 0 : random.Next(1, 4)))];

    private static IReadOnlyList<IReadOnlyList<Passage>> Rows(int columns, int count, Func<Passage> cell) =>
        [.. Enumerable.Range(0, count).Select(_ => (IReadOnlyList<Passage>)[.. Enumerable.Range(0, columns).Select(_ => cell())])];

    private IReadOnlyList<T> Some<T>(int most, Func<T> one) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => one())];

    private Passage Short() => Said(Words(random.Next(6)));

    // Not so long that a row goes on on the next page: what is drawn there is not in the order of reading, although its structure is.
    private Passage Cell(int longest) => Said(Words(random.Next(6)) is var text && text.Length < longest ? text : "");

    private Passage Any() => Said(Words(random.Next(100) switch { < 8 => 0, < 80 => random.Next(1, 9), < 99 => random.Next(9, 30), _ => random.Next(100, 800) }));

    private Passage Said(string text) => new(text, Languages[random.Next(Languages.Length)]);

    private string Words(int count)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.Append(Word()).Append(Gap());
        return text.ToString();
    }

    private string Gap() => random.Next(40) switch { 0 => "\n", 1 => "\n\n", 2 => "\u00A0", 3 => "\t", 4 => "\u00AD", 5 => "\r\n", 6 => "", _ => " " };

    private string Word() => random.Next(20) switch
    {
        0 => Hostile[random.Next(Hostile.Length)],
        1 => new string([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => Sami[random.Next(Sami.Length)])]),
        2 => string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Letter(Letters[random.Next(2)]) + Marks())),
        3 => string.Concat(Enumerable.Range(0, random.Next(1, 10)).Select(_ => Letter(Letters[random.Next(Letters.Length)]))),
        4 => string.Concat(Enumerable.Range(0, random.Next(1, random.Next(6) == 0 ? 100 : 20)).Select(_ => Letter(Letters[0]))),
        5 => Letter((0x1F600, 0x1F64F)) + "\u200D" + Letter((0x1F300, 0x1F5FF)) + "\uFE0F",
        6 => $"https://example.org/{Letter(Letters[0])}?{new string('x', random.Next(40))}",
        7 => $"nimi.{new string('s', random.Next(1, 30))}@esimerkki.fi",
        _ => string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => "aeiouyäöklmnprstvh"[random.Next(18)])),
    };

    private string Letter((int From, int To) range) => random.Next(range.From, range.To + 1) is var c && c is not (0x2028 or 0x2029) ? char.ConvertFromUtf32(c) : "";

    private string Marks() => string.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => (char)random.Next(0x300, 0x370)));
}
