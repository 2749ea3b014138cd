using PreventionAward.Domain;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class CertificatePaperTests(Press press)
{
    private static readonly Texts T = StrictTexts.All;

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void Neither_an_entry_that_was_only_assessed_nor_one_that_was_excluded_gets_one(int number)
    {
        var material = SampleDecision.Material();

        Assert.Null(CertificatePaper.Of(material, material.Entries[number - 1], Language.Finnish, T));
    }

    [PdfFact]
    public async Task It_is_one_tagged_page_for_winner_and_mention_in_each_language()
    {
        var material = SampleDecision.Material();
        foreach (var language in Language.All)
            foreach (var entry in material.Entries.Take(2))
            {
                var drawn = await press.DrawAsync(CertificatePaper.Of(material, entry, language, T)!);
                SampleDecision.Keep($"certificate-{entry.Number}-{language}.pdf", drawn.Pdf);

                using var pdf = new Pdf(drawn.Pdf);
                Assert.Equal(1, drawn.Pages);
                Assert.Contains("Tagged:          yes", pdf.Info(), StringComparison.Ordinal);
                Assert.Equal(0, pdf.CheckStatus());
                Assert.Contains(T.In(language)[entry.Number == 1 ? "certificate.winner" : "certificate.mention"], pdf.TextInOneLine(), StringComparison.Ordinal);
            }
    }

    [PdfFact]
    public async Task The_longest_names_still_fit_on_the_page()
    {
        var material = SampleDecision.Material();
        var paper = CertificatePaper.Of(material, material.Entries[0], Language.Finnish, T)!;
        var blocks = paper.Blocks.Select(b => b is Proclamation p ? p with { Name = string.Join(' ', Enumerable.Repeat("Turvallisuuskävelyt", 15)), By = string.Join(' ', Enumerable.Repeat("nuorisopalvelut", 15)) } : b);

        Assert.Equal(1, (await press.DrawAsync(paper with { Blocks = [.. blocks] })).Pages);
    }

    [PdfFact]
    public async Task Feedback_to_a_winner_names_each_criterion_and_keeps_secrets()
    {
        var material = SampleDecision.Material();
        foreach (var language in Language.All)
        {
            var drawn = await press.DrawAsync(FeedbackPaper.Of(material, material.Entries[0], new Dictionary<string, string>(), language, T));
            SampleDecision.Keep($"feedback-{language}.pdf", drawn.Pdf);

            using var pdf = new Pdf(drawn.Pdf);
            Assert.DoesNotContain(SampleDecision.Secret, pdf.Text(), StringComparison.Ordinal);
            Assert.Contains(T.In(language)["feedback.winner"], pdf.TextInOneLine(), StringComparison.Ordinal);
        }
    }
}
