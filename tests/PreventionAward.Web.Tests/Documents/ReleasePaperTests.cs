using PreventionAward.Domain;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class ReleasePaperTests(Press press)
{
    private static readonly Texts T = StrictTexts.All;

    [Fact]
    public void Both_languages_are_built_of_the_same_blocks()
    {
        var papers = new[] { Language.Finnish, Language.Swedish }.Select(language => ReleasePaper.Of(SampleDecision.Material(), language, T)).ToArray();

        Assert.Equal(papers[0].Blocks.Select(b => b.GetType()), papers[1].Blocks.Select(b => b.GetType()));
    }

    [Theory]
    [InlineData("fi", "neuvost")]
    [InlineData("sv", "rådet")]
    public void The_jury_has_said_it_and_never_the_council(string code, string council)
    {
        var paper = ReleasePaper.Of(SampleDecision.Material(), Language.Of(code), T);

        var words = string.Join(' ', paper.Blocks.OfType<Paragraph>().Select(p => p.Text.Text).Concat(paper.Blocks.OfType<Heading>().Select(h => h.Text.Text)));
        Assert.DoesNotContain(council, words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(code == "fi" ? "Näin raati perustelee" : "Så motiverar juryn", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Palkintoa ei myönnetä")]
    [InlineData("sv", "Inget pris delas ut")]
    public void Without_a_winner_it_says_so_and_nothing_of_Europe(string code, string headline)
    {
        var paper = ReleasePaper.Of(SampleDecision.Material(hasWinner: false), Language.Of(code), T);

        Assert.Contains(headline, paper.Title.Text, StringComparison.Ordinal);
        Assert.Empty(paper.Blocks.OfType<Proclamation>());
    }

    [PdfFact]
    public async Task It_is_a_tagged_pdf_with_the_winner_in_its_headline_and_no_secret()
    {
        foreach (var (language, word) in new[] { (Language.Finnish, "”Kotinurkilla"), (Language.Swedish, "”Kotinurkilla"), (Language.English, "“Kotinurkilla") })
        {
            var drawn = await press.DrawAsync(ReleasePaper.Of(SampleDecision.Material(), language, T));
            SampleDecision.Keep($"release-{language}.pdf", drawn.Pdf);

            using var pdf = new Pdf(drawn.Pdf);
            Assert.Contains("Tagged:          yes", pdf.Info(), StringComparison.Ordinal);
            Assert.Equal(0, pdf.CheckStatus());
            Assert.Contains(word, pdf.TextInOneLine(), StringComparison.Ordinal);
            Assert.DoesNotContain(SampleDecision.Secret, pdf.Text(), StringComparison.Ordinal);
        }
    }
}
