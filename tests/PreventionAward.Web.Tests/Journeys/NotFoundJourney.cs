using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class NotFoundJourney
{
    [Fact]
    public async Task What_is_not_there_is_said_to_anybody_in_words_with_the_menu_around_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);

        foreach (var visit in new[] { app.Visit(), app.VisitAs(scene.Cast.North), app.VisitAs(scene.Cast.Secretary) })
            foreach (var path in new[] { "/no-such-page", "/sv/no/such/page", "/competitions/none", "/competitions/none/decision.pdf" })
            {
                await visit.GoAsync(path);

                Assert.Equal(HttpStatusCode.NotFound, visit.Status);
                Assert.NotEqual("", visit.Page.Title);
                Assert.NotNull(visit.Page.QuerySelector("main h1"));
                Assert.NotNull(visit.Page.QuerySelector("header nav, header a"));
            }
    }

    [Fact]
    public async Task The_files_of_an_entry_are_there_for_its_team_only()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);
        string[] pages = ["", "/check", "/receipt", "/receipt.pdf", "/parts/project", "/withdraw"];

        foreach (var page in pages)
        {
            using var own = await app.VisitAs(scene.Cast.North).FetchAsync($"/entries/{scene.North.Id.Value}{page}");
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
            foreach (var stranger in scene.Cast.All.Where(account => account != scene.Cast.North))
            {
                using var response = await app.VisitAs(stranger).FetchAsync($"/entries/{scene.North.Id.Value}{page}");
                Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            }
        }
    }
}
