using System.Text;
using System.Text.RegularExpressions;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed partial class PaperStructureTests(Press press)
{
    [PdfFact]
    public async Task No_text_stands_outside_the_structure()
    {
        foreach (var standard in Enum.GetValues<PaperStandard>())
        {
            using var pdf = await DrawAsync(Long with { Standard = standard });

            var shown = 0;
            foreach (Match stream in Streams().Matches(pdf.Unpacked()))
            {
                var depth = 0;
                foreach (Match operation in Operators().Matches(stream.Groups[1].Value))
                {
                    if (operation.Value is "BDC" or "BMC") depth++;
                    else if (operation.Value == "EMC") depth--;
                    else Assert.True(depth > 0, $"Text outside in {stream.Groups[1].Value[..200]}");
                    shown += operation.Value is "Tj" or "TJ" ? 1 : 0;
                }
            }

            Assert.True(shown > 100, $"{shown}");
        }
    }

    [PdfFact]
    public async Task Every_kind_of_block_has_the_tags_of_its_kind()
    {
        foreach (var (block, tags) in new (Block, string[])[]
        {
            (new Heading(1, "Otsikko"), ["H2"]),
            (new Paragraph("Yksi\n\nkaksi"), ["P ", "P "]),
            (new Facts([new("Teema", "Arvo")]), ["L ", "LI", "Lbl", "LBody"]),
            (new Bullets(["a", "b"]), ["L ", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]),
            (SamplePapers.Entries(2), ["Table", "Caption", "THead", "TR", "TH", "/Scope /Column", "TBody", "TR", "TD"]),
            (new Figure(SamplePapers.Svg, "Palkki", "Kuva"), ["Caption", "Figure"]),
            (new DotRange("Hajonta", "Pisteet", 0, 5, [new("A", 1, 2, 3, "2")]), ["Caption", "\"A\""]),
            (new Bars("Saapuneet", "Saapuneet: A 2", [new("A", 2, "2"), new("B", 0, "0")]), ["Caption", "\"A\"", "\"2\""]),
            (new Notice("Huomaa"), ["P "]),
            (new Proclamation("Voittaja", "Nimi", "Taho"), ["P ", "P ", "P "]),
            (new Signatures([new("A", "rooli"), new("B")], "Vahvistettu"), ["P ", "P ", "P "]),
            (new Small("Pieni"), ["P "]),
        })
        {
            using var pdf = await DrawAsync(SamplePapers.Of(block));
            var structure = pdf.Structure();
            var at = structure.IndexOf("H1 ", StringComparison.Ordinal);
            Assert.True(at > 0, structure);
            foreach (var tag in tags)
            {
                var found = structure.IndexOf(tag, at + 1, StringComparison.Ordinal);
                Assert.True(found > at, $"{block.GetType().Name}: '{tag}' is missing in\n{structure}");
                at = found;
            }
        }
    }

    [PdfFact]
    public async Task Every_heading_has_its_bookmark_and_nothing_else_has()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        var marks = Bookmarks().Matches(pdf.Unpacked()).Select(m => Said(m.Groups[1].Value)).ToList();
        Assert.Equal(["Alaluku", "Alaluvun kohta", "Ensimmäinen luku", "Kohdan osa"], marks.Order(StringComparer.Ordinal));
    }

    [PdfFact]
    public async Task Each_language_of_a_paper_is_named_where_it_is_spoken()
    {
        using var pdf = await DrawAsync(SamplePapers.Of(new Paragraph("Suomea."), new Paragraph(new("Svenska.", Language.Swedish)), new Paragraph(new("English.", Language.English))));

        var file = pdf.Unpacked();
        Assert.Contains("/Lang (fi-FI)", file, StringComparison.Ordinal);
        Assert.Contains("/Lang (sv-FI)", file, StringComparison.Ordinal);
        Assert.Contains("/Lang (en-FI)", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task The_accessible_form_declares_its_standard_and_carries_the_record_too()
    {
        using var pdf = new Pdf((await press.DrawAsync(
            SamplePapers.EveryBlock with { Standard = PaperStandard.Accessible }, new PaperAttachment("decision.json", "application/json", [1, 2, 3], "Tiedot"))).Pdf);

        var file = pdf.Unpacked();
        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], pdf.Attached("decision.json"));
        Assert.Contains("/Scope /Column", pdf.Structure(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Headings_that_pass_over_a_level_or_say_nothing_are_put_in_steps_on_page_and_paper()
    {
        Block[] blocks = [new Heading(3, "Syvä"), new Heading(1, " "), new Heading(3, "Toinen")];

        Assert.Equal([new Heading(1, "Syvä"), new Heading(2, "Toinen")], PaperHeadings.InSteps(blocks));
        using var pdf = await DrawAsync(SamplePapers.Of(blocks) with { Standard = PaperStandard.Accessible });
        Assert.Matches("(?s)H2 .*H3 ", pdf.Structure());
    }

    [PdfFact]
    public async Task An_empty_line_in_a_heading_a_caption_or_a_label_does_not_split_it()
    {
        Passage two = "Yksi\n\nkaksi";
        var table = SamplePapers.Entries(1);
        using var pdf = await DrawAsync(new Paper(two, Language.Finnish, new([two], two, two, two), [
            new Heading(1, two), new Facts([new(two, two)]), table with { Caption = two, Columns = [new(two), .. table.Columns.Skip(1)] },
            new Figure(SamplePapers.Svg, two, two), new DotRange(two, two, 0, 1, [new(two, 0, 0, 1, two)]), new Bars(two, two, [new(two, 0, two)]), new Signatures([new(two, two)], two)])
        { Standard = PaperStandard.Accessible });

        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task What_may_be_higher_than_a_page_goes_on_on_the_next()
    {
        var text = string.Join(' ', Enumerable.Range(1, 70).Select(n => $"sana{n}"));
        var narrow = Enumerable.Range(1, 6).Select(n => new Column($"S{n}")).ToArray();
        using var pdf = await DrawAsync(SamplePapers.Of(
            new Table(null, narrow, [.. Enumerable.Range(0, 5).Select(_ => (IReadOnlyList<Passage>)[.. narrow.Select(_ => (Passage)text)])]),
            new Signatures([.. Enumerable.Range(1, 40).Select(n => new Signature($"Jäsen {n}", "raadin jäsen"))], ByHand: true),
            new Proclamation("Voittaja", string.Concat(Enumerable.Repeat(text + " ", 6)))));

        var said = pdf.TextInOneLine();
        Assert.Equal(5 * 6 + 6, Regex.Count(said, @"\bsana70\b"));
        Assert.Contains("Jäsen 40", said, StringComparison.Ordinal);
    }

    private static Paper Long => SamplePapers.EveryBlock with { Blocks = [.. SamplePapers.EveryBlock.Blocks, SamplePapers.Entries(120)] };

    private async Task<Pdf> DrawAsync(Paper paper) => new((await press.DrawAsync(paper)).Pdf);

    // A PDF string: as it is, or UTF-16 in octal or hexadecimal.
    private static string Said(string text) => text.StartsWith('<')
        ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text[1..^1]))[1..]
        : text[1..^1];

    [GeneratedRegex(@"stream\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Streams();

    [GeneratedRegex(@"(?<=^|\s)(?:BDC|BMC|EMC|Tj|TJ)(?=\s)")]
    private static partial Regex Operators();

    [GeneratedRegex(@"/Dest \d+ 0 R\n(?:  /\w+ \d+ 0 R\n)*  /Title ([^\n]+)\n")]
    private static partial Regex Bookmarks();
}
