using System.Text;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class PaperTextInPdfTests(Press press)
{
    [PdfFact]
    public async Task Text_comes_out_as_it_was_typed_whatever_markup_it_looks_like()
    {
        var typed = ((IEnumerable<object[]>)SamplePapers.Typed).Select(row => (string)row[0]).ToArray();

        var drawn = await press.DrawAsync(SamplePapers.Of([.. typed.Select(text => new Paragraph(text))]));

        using var pdf = new Pdf(drawn.Pdf);
        var text = pdf.TextInOneLine();
        Assert.All(typed, one => Assert.Contains(one.Normalize(), text, StringComparison.Ordinal));
        Assert.Empty(drawn.Boxed);
    }

    [PdfFact]
    public async Task Long_words_break_inside_the_margins_even_without_a_syllable()
    {
        var compound = "lentokonesuihkuturbiinimoottoriapumekaanikko";
        var letters = new string('x', 130);
        var digest = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));
        var narrow = new Table(null, [new("A"), new("B"), new("C"), new("D")], [[compound, letters, digest, "https://example.org/a/very/long/path?with=query&and=more#fragment"]]);

        using var pdf = await DrawAsync(new Paragraph(compound), new Paragraph(letters), new Paragraph(digest), narrow);

        // Without a break, a line reaches over the paper's edge and the row stays one line high.
        Assert.DoesNotContain(new string('x', 96), pdf.Text(), StringComparison.Ordinal);
        Assert.Contains(letters, pdf.Text().Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(digest, pdf.Text().Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\u200B", pdf.Text(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Emoji_and_skolt_sami_are_drawn_from_the_fonts_further_down_the_chain()
    {
        var drawn = await press.DrawAsync(SamplePapers.Of(new Paragraph("Ǩiurrâl 😀 ❤️ 👩‍👩‍👧 🇫🇮 ǩ")));

        using var pdf = new Pdf(drawn.Pdf);
        Assert.Empty(drawn.Boxed);
        Assert.Contains("Ǩiurrâl 😀", pdf.Text(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task A_character_that_no_font_has_becomes_a_box_with_its_code()
    {
        var drawn = await press.DrawAsync(SamplePapers.Of(new Heading(1, "Otsikko 𐐔"), new Paragraph("Nimi 中 ja \uE000, loppu.")));

        using var pdf = new Pdf(drawn.Pdf);
        Assert.Equal(["U+10414", "U+4E2D", "U+E000"], drawn.Boxed);
        Assert.Contains("Otsikko U+10414", pdf.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("U+4E2D", pdf.Text(), StringComparison.Ordinal);
        Assert.Contains("loppu.", pdf.Text(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Half_a_pair_control_characters_and_direction_marks_do_no_harm()
    {
        using var pdf = await DrawAsync(new Paragraph("A\ud83dB\u0000C\u0007D\u202Eabc\u202C\u2066E\u2069\ufeffF\u0085G\u2028H"));

        Assert.Contains("A\uFFFDBCDabcEF", pdf.Text(), StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task Line_ends_stay_line_ends_and_an_empty_line_begins_a_paragraph()
    {
        using var pdf = await DrawAsync(new Paragraph("Ensimmäinen\r\nToinen\n\nKolmas"));

        Assert.Matches("Ensimmäinen\nToinen\n+Kolmas\n", pdf.Text());
    }

    [Fact]
    public async Task Any_characters_whatever_become_a_document()
    {
        var random = new Random(20271002);
        for (var round = 0; round < 12; round++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < 400; i++) text.Append((char)random.Next(1, round % 3 == 0 ? 0x10000 : round % 3 == 1 ? 0x3000 : 0x400));

            var drawn = await press.DrawAsync(SamplePapers.Of(new Heading(2, text.ToString(0, 40)), new Paragraph(text.ToString())));

            Assert.True(drawn.Pages >= 1);
        }
    }

    private async Task<Pdf> DrawAsync(params Block[] blocks) => new((await press.DrawAsync(SamplePapers.Of(blocks))).Pdf);
}
