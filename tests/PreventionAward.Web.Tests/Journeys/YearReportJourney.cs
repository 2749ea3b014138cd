using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class YearReportJourney
{
    [PdfFact]
    public async Task The_year_in_numbers_is_the_same_on_the_page_and_in_the_file_and_names_nobody()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year");

        await secretary.FollowAsync("Vuosiraportti");

        Assert.Contains("Saapuneita ehdotuksia 2", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Annettuja arviointilomakkeita 4", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("30.4.2027 2", secretary.Words, StringComparison.Ordinal);
        Assert.Equal("Ehdotusten kielet: suomi 1; ruotsi 1; englanti 0", secretary.Page.QuerySelectorAll("figure.paper-chart")[1].GetAttribute("aria-label"));
        foreach (var language in new[] { "fi", "sv", "en" })
        {
            using var response = await secretary.FetchAsync($"/staff/year/year-report.pdf?in={language}");
            using var pdf = new Pdf(await response.Content.ReadAsByteArrayAsync());
            foreach (var secret in new[] { Scene.NorthMarker, Scene.SouthMarker, "Pistesana", "cast-", "team-", "@" })
                Assert.DoesNotContain(secret, pdf.TextInOneLine(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Stage.Deliberation, HttpStatusCode.NotFound)]
    [InlineData(Stage.Decided, HttpStatusCode.OK)]
    public async Task It_is_for_staff_once_the_jury_has_decided(Stage stage, HttpStatusCode expected)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, stage);

        Assert.Equal(expected, (await app.VisitAs(scene.Cast.Secretary).GoAsync("/sv/staff/year/year-report")).Status);
        foreach (var other in scene.Cast.All.Where(a => a != scene.Cast.Secretary))
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(other).GoAsync("/staff/year/year-report")).Status);
    }
}
