using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What a team is given after publication; in the scene South has won, and North, written in Swedish, has not.</summary>
public sealed class TeamLettersJourney
{
    [Fact]
    public async Task Before_publication_there_is_nothing_for_anybody()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        foreach (var account in scene.Cast.All)
            foreach (var entry in new[] { scene.North, scene.South })
                foreach (var letter in new[] { "feedback", "certificate" })
                    Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.VisitAs(account), $"/entries/{entry.Id.Value}/{letter}.pdf"));
    }

    [Fact]
    public async Task Only_the_team_and_clear_staff_get_its_letters_and_only_a_winner_a_certificate()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published, (s, db) =>
            db.Add(Declaration.Restore(s.Competition.Id, s.North.Id, s.Cast.Secretary.Id, InterestAnswer.Ground, RecusalGround.Employment, "", Scene.Closed.AddDays(1), null, null, null)));
        var (north, south) = ($"/entries/{scene.North.Id.Value}/", $"/entries/{scene.South.Id.Value}/");

        foreach (var account in scene.Cast.All)
        {
            var visit = app.VisitAs(account);
            var (isNorth, isSouth, isSecretary) = (account == scene.Cast.North, account == scene.Cast.South, account == scene.Cast.Secretary);
            Assert.Equal(isNorth, await StatusAsync(visit, north + "feedback.pdf") == HttpStatusCode.OK);
            Assert.Equal(isSouth || isSecretary, await StatusAsync(visit, south + "feedback.pdf") == HttpStatusCode.OK);
            Assert.Equal(isSouth || isSecretary, await StatusAsync(visit, south + "certificate.pdf") == HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visit, north + "certificate.pdf"));
        }
    }

    [Fact]
    public async Task Team_and_staff_find_them_on_the_page_of_the_entry()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);

        foreach (var (account, address, hasCertificate) in new[]
        {
            (scene.Cast.South, $"/entries/{scene.South.Id.Value}", true), (scene.Cast.North, $"/entries/{scene.North.Id.Value}", false),
            (scene.Cast.Secretary, $"/staff/year/entries/{scene.South.Id.Value}", true),
        })
        {
            var page = (await app.VisitAs(account).GoAsync(address)).Page.Source.Text;
            Assert.Contains("/feedback.pdf", page, StringComparison.Ordinal);
            Assert.Equal(hasCertificate, page.Contains("/certificate.pdf", StringComparison.Ordinal));
        }
    }

    [PdfFact]
    public async Task The_letter_is_in_the_language_of_the_entry_and_says_the_decisions_assessment_without_points()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);

        using var own = await PdfAsync(app.VisitAs(scene.Cast.North), $"/entries/{scene.North.Id.Value}/feedback.pdf");
        using var finnish = await PdfAsync(app.VisitAs(scene.Cast.North), $"/entries/{scene.North.Id.Value}/feedback.pdf?in=fi");

        var words = own.TextInOneLine();
        Assert.Contains("Juryns respons på ert bidrag", words, StringComparison.Ordinal);
        Assert.Contains("Ett annat bidrag utsågs till vinnare", words, StringComparison.Ordinal);
        Assert.Contains("(sv)", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pistesana", words, StringComparison.Ordinal);
        Assert.DoesNotContain("cast-juror", words, StringComparison.Ordinal);
        Assert.DoesNotContain("cast-chair", words, StringComparison.Ordinal);
        Assert.Contains("Raadin palaute ehdotuksestanne", finnish.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Tagged:          yes", own.Info(), StringComparison.Ordinal);
        Assert.Equal(0, own.CheckStatus());
    }

    [PdfFact]
    public async Task Where_the_jury_agreed_on_a_text_in_its_meeting_the_letter_says_that_criterion_by_criterion()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published, (s, db) => db.Add(AMeeting.Of(s)));

        using var letter = await PdfAsync(app.VisitAs(scene.Cast.North), $"/entries/{scene.North.Id.Value}/feedback.pdf?in=fi");

        var words = letter.TextInOneLine();
        Assert.Contains(Scene.NorthMarker + " yhteinen näkemys", words, StringComparison.Ordinal);
        Assert.Contains(scene.Competition.Criteria[0].Title.Fi!, words, StringComparison.Ordinal);
        Assert.DoesNotContain("assessment.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("eriävä", words, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(Visit visit, string path)
    {
        using var response = await visit.FetchAsync(path);
        return response.StatusCode;
    }

    private static async Task<Pdf> PdfAsync(Visit visit, string path)
    {
        using var response = await visit.FetchAsync(path);
        return new(await response.Content.ReadAsByteArrayAsync());
    }
}
