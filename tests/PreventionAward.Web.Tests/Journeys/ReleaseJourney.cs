using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ReleaseJourney
{
    private static readonly string[] Public = ["/competitions/year/release", "/competitions/year/release.pdf"];
    private static readonly string[] Preview = ["/staff/year/decision/release", "/staff/year/decision/release.pdf"];

    [Fact]
    public async Task Before_publication_only_those_who_prepare_and_publish_see_it_under_embargo()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        foreach (var account in new[] { scene.Cast.Secretary, scene.Cast.Publisher })
        {
            var visit = await app.VisitAs(account).GoAsync(Preview[0] + "?in=sv");
            Assert.Contains("får inte offentliggöras", visit.Words, StringComparison.Ordinal);
            Assert.Contains(Scene.SouthMarker, visit.Words, StringComparison.Ordinal);
        }

        foreach (var address in Public.Concat(Preview))
            foreach (var account in new[] { scene.Cast.Clear, scene.Cast.Recused, scene.Cast.North, scene.Cast.South })
                Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).FetchAsync(address)).StatusCode);
        foreach (var address in Public) Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Secretary).FetchAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Officials_who_stay_out_of_an_entry_see_no_preview()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) =>
        {
            foreach (var official in new[] { s.Cast.Secretary, s.Cast.Publisher })
                db.Add(Declaration.Restore(s.Competition.Id, s.North.Id, official.Id, InterestAnswer.Ground, RecusalGround.Employment, "", Scene.Closed.AddDays(1), null, null, null));
        });

        foreach (var address in Preview)
            foreach (var official in new[] { scene.Cast.Secretary, scene.Cast.Publisher })
                Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(official).FetchAsync(address)).StatusCode);
    }

    [PdfFact]
    public async Task After_publication_everybody_reads_it_in_both_languages_without_embargo()
    {
        await using var app = await AwardApp.StartAsync();
        await Scene.PlayAsync(app, Stage.Published);

        foreach (var (path, winner, grounds) in new[] { ("", "voitti kilpailun", "grounds (fi)"), ("/sv", "vann tävlingen", "grounds (sv)") })
        {
            var anyone = app.Visit();
            var page = await anyone.GoAsync(path + Public[0]);
            using var pdf = new Pdf(await (await anyone.FetchAsync(path + Public[1])).Content.ReadAsByteArrayAsync());

            foreach (var words in new[] { page.Words, pdf.TextInOneLine() })
            {
                Assert.Contains($"”{Scene.SouthMarker}", words, StringComparison.Ordinal);
                Assert.Contains(winner, words, StringComparison.Ordinal);
                Assert.Contains(grounds, words, StringComparison.Ordinal);
                Assert.DoesNotContain("mbargo", words, StringComparison.Ordinal);
                Assert.DoesNotContain("Pistesana", words, StringComparison.Ordinal);
            }

            foreach (var from in new[] { "/competitions/year", "/competitions/year/decision" })
                Assert.Contains("competitions/year/release", (await anyone.GoAsync(path + from)).Page.Source.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().FetchAsync("/en" + Public[1])).StatusCode);
    }
}
