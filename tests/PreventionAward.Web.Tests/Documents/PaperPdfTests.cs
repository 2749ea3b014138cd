using System.Text;
using System.Text.RegularExpressions;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class PaperPdfTests(Press press)
{
    [PdfFact]
    public async Task A_paper_becomes_a_tagged_pdf_that_says_what_it_is_and_in_which_language()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        var info = pdf.Info();
        Assert.Matches(@"Title: +Raadin päätös\n", info);
        Assert.Matches(@"Subject: +Esimerkkipäätös\.\n", info);
        Assert.Matches(@"Author: +Esimerkkiviranomainen", info);
        Assert.Matches(@"Tagged: +yes", info);
        Assert.Contains("/Lang (fi-FI)", pdf.Unpacked(), StringComparison.Ordinal);
        Assert.Contains("No syntax or stream encoding errors", pdf.Check(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task It_declares_the_archival_standard_with_full_accessibility()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        var file = pdf.Unpacked();
        Assert.Contains("<pdfaid:part>3</pdfaid:part>", file, StringComparison.Ordinal);
        Assert.Contains("<pdfaid:conformance>A</pdfaid:conformance>", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Every_font_is_embedded_and_comes_from_the_pinned_packages()
    {
        using var pdf = await DrawAsync(SamplePapers.Of(new Paragraph("Teksti ǩ 😀"), new Heading(1, "Otsikko Ǩ")));

        var fonts = pdf.Fonts().Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\+(SourceSans3|NotoSans|NotoEmoji)-\w+ .* yes yes yes", font));
    }

    [PdfFact]
    public async Task Every_kind_of_block_stands_in_the_structure_in_reading_order()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        var structure = Regex.Replace(pdf.Structure(), "\"\n +\"", ""); // a line of text is told in several parts
        string[] inOrder =
        [
            "Esimerkkiviranomainen", "Esimerkki: kuvitteellinen", "H1 ", "Raadin päätös", "H2 ", "Leipäteksti alkaa.", "Toinen kappale.", "H3 ",
            "Ett stycke", "H4 ", "L (block)", "Lbl", "Teema", "LBody", "Lähiyhteisöt", "lähtötaso", "Table", "Caption", "Ehdotukset", "THead", "/Scope /Column", "TBody",
            "Ehdotus numero 2", "Figure", "Pisteiden hajonta", "Kotinurkilla", "3,5 (2–5)", "Huomautus laatikossa.", "Turvallisuuskävelyt", "Vahvistettu kokouksessa.", "Sihteeri", "Pienellä painettu.",
        ];
        var at = 0;
        foreach (var part in inOrder)
        {
            var found = structure.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing, or out of order, in\n{structure}");
            at = found + part.Length;
        }
    }

    [PdfFact]
    public async Task A_passage_in_another_language_says_so()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        Assert.Contains("/Lang (sv-FI)", pdf.Unpacked(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Headings_become_bookmarks_and_a_figure_has_its_alternative_text()
    {
        using var pdf = await DrawAsync(SamplePapers.EveryBlock);

        var file = pdf.Unpacked();
        Assert.Contains("/Outlines", file, StringComparison.Ordinal);
        Assert.Contains("/Alt (Palkki, jonka pituus on puolet)", file, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task A_file_is_carried_inside_byte_for_byte()
    {
        var record = Encoding.UTF8.GetBytes("""{"winner":"Turvallisuuskävelyt ǩ"}""");

        using var pdf = new Pdf((await press.DrawAsync(SamplePapers.EveryBlock, new PaperAttachment("decision.json", "application/json", record, "Julkiset tiedot"))).Pdf);

        Assert.Equal(record, pdf.Attached("decision.json"));
    }

    [PdfFact]
    public async Task Mark_diary_number_and_page_number_stand_on_every_page()
    {
        var drawn = await press.DrawAsync(SamplePapers.EveryBlock with { Blocks = [SamplePapers.Entries(120)] });
        using var pdf = new Pdf(drawn.Pdf);

        Assert.InRange(drawn.Pages, 3, 8);
        for (var page = 1; page <= drawn.Pages; page++)
        {
            Assert.Contains("Esimerkki: kuvitteellinen", pdf.Page(page), StringComparison.Ordinal);
            Assert.Contains("ESIM/12/2027", pdf.Page(page), StringComparison.Ordinal);
            Assert.Matches($"{page} ?/ ?{drawn.Pages}", pdf.Page(page));
        }
    }

    [PdfFact]
    public async Task A_long_table_goes_on_under_its_repeated_headings_and_loses_no_row()
    {
        var drawn = await press.DrawAsync(SamplePapers.Of(SamplePapers.Entries(120)));
        using var pdf = new Pdf(drawn.Pdf);

        for (var page = 1; page <= drawn.Pages; page++) Assert.Matches(@"Nro +Ehdotus +Vastuutaho", pdf.Page(page));
        var text = pdf.Text();
        Assert.All(Enumerable.Range(1, 120), i => Assert.Contains($"Ehdotus numero {i}\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_paper_gives_the_same_bytes_in_another_process_too()
    {
        var record = new PaperAttachment("decision.json", "application/json", [1, 2, 3], "Tiedot");
        await using var other = Press.NewWorker(new());

        var first = await press.DrawAsync(SamplePapers.EveryBlock, record);
        var second = await new PaperPdf(other).PressAsync(SamplePapers.EveryBlock, Press.Noon, [record]);

        Assert.Equal(first.Pdf, second.Pdf);
    }

    [Fact]
    public async Task Empty_blocks_and_an_empty_paper_are_drawn_too()
    {
        Passage none = "";

        var empty = await press.DrawAsync(SamplePapers.Of() with { Letterhead = new([], none, none, none) });
        var hollow = await press.DrawAsync(SamplePapers.Of(
            new Heading(1, none), new Paragraph(none), new Facts([]), new Facts([new(none, none)]), new Bullets([]), SamplePapers.Entries(0),
            new Notice(none), new Proclamation(none, none), new Signatures([]), new Small(none)));

        Assert.Equal((1, 1), (empty.Pages, hollow.Pages));
    }

    private async Task<Pdf> DrawAsync(Paper paper) => new((await press.DrawAsync(paper)).Pdf);
}
