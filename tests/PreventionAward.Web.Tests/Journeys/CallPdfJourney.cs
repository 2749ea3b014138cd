using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class CallPdfJourney
{
    [PdfFact]
    public async Task Whoever_reads_the_open_call_can_take_it_along_in_each_language()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);

        foreach (var (path, kind, how, first) in new[]
        {
            ("", "Kilpailukutsu", "Näin osallistut", scene.Competition.Criteria[0].Title.Fi!),
            ("/sv", "Utlysning", "Så här deltar du", scene.Competition.Criteria[0].Title.Sv!),
            ("/en", "Call for entries", "How to enter", scene.Competition.Criteria[0].Title.En!),
        })
        {
            var anyone = await app.Visit().GoAsync(path + "/competitions/year");
            Assert.Contains("competitions/year/call.pdf", anyone.Page.Source.Text, StringComparison.Ordinal);
            using var response = await anyone.FetchAsync(path + "/competitions/year/call.pdf");
            var bytes = await response.Content.ReadAsByteArrayAsync();
            SampleDecision.Keep($"call{path.Replace('/', '-')}.pdf", bytes);
            using var pdf = new Pdf(bytes);

            var words = pdf.TextInOneLine();
            foreach (var word in new[] { kind, how, first, "competitions/year", "contact@example.fi" }) Assert.Contains(word, words, StringComparison.Ordinal);
            Assert.Contains("Tagged:          yes", pdf.Info(), StringComparison.Ordinal);
            Assert.Equal(0, pdf.CheckStatus());
        }
    }

    [Theory]
    [InlineData(Stage.Draft)]
    [InlineData(Stage.Closed)]
    [InlineData(Stage.Published)]
    [InlineData(Stage.Cancelled)]
    public async Task While_no_call_is_open_there_is_none_not_even_for_staff(Stage stage)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, stage);

        foreach (var visit in new[] { app.Visit(), app.VisitAs(scene.Cast.Secretary) })
        {
            using var response = await visit.FetchAsync("/competitions/year/call.pdf");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }
}
