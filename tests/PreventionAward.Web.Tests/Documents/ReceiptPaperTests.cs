using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class ReceiptPaperTests(Press press)
{
    private static readonly Texts T = StrictTexts.All;

    private static readonly string Digest = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    private static SubmittedVersion Version { get; } = new(
        SampleDecision.EntryId(1), 2, Answers.Of([new("title", "Kotinurkilla"), new("organisation", "Esimerkkilän kaupunki")]), Language.Finnish,
        [new(new(Guid.Empty), "arviointiraportti-2027-lopullinen.pdf", 1_253_000, Digest)], Digest, new(Guid.Empty), new(2027, 8, 31, 13, 14, 59, TimeSpan.Zero));

    [Theory]
    [InlineData("fi", "31.8.2027 klo\u00a016.14.59 Suomen aikaa (UTC 13.14.59)", "2 (korvaa version 1)")]
    [InlineData("sv", "31.8.2027 kl.\u00a016.14.59 finländsk tid (UTC 13.14.59)", "2 (ersätter version 1)")]
    [InlineData("en", "31 August 2027 at\u00a016.14.59 Finnish time (UTC 13.14.59)", "2 (replaces version 1)")]
    public void It_says_what_arrived_when_and_by_which_digest(string code, string time, string version)
    {
        var paper = ReceiptPaper.Of(SampleDecision.Material().Competition, 12, Version, Language.Of(code), T);

        var facts = Assert.Single(paper.Blocks.OfType<Facts>(), f => f.Items.Count > 3).Items.Select(f => f.Value.Text).ToArray();
        Assert.Equal(["12", "Kotinurkilla", "Esimerkkilän kaupunki", version, time, Digest], facts[1..]);
        Assert.Contains(Digest, Assert.Single(paper.Blocks.OfType<Table>()).Rows[0][2].Text, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task It_is_one_page_and_its_digest_can_be_copied()
    {
        var drawn = await press.DrawAsync(ReceiptPaper.Of(SampleDecision.Material().Competition, 12, Version, Language.Finnish, T));
        SampleDecision.Keep("receipt-fi.pdf", drawn.Pdf);

        using var pdf = new Pdf(drawn.Pdf);
        Assert.Equal(1, drawn.Pages);
        Assert.Contains(Digest, pdf.Text().Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
