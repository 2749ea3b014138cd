using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class FirmnessJourney
{
    private const string Firmness = "#firmness";

    [Fact]
    public async Task Who_sees_every_entry_sees_how_firm_the_first_place_is()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);

        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/sv/jury/year/deliberation");

        Assert.NotNull(chair.Page.QuerySelector(Firmness));
        Assert.Contains("1,00", chair.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stays_out_of_an_entry_does_not_and_nobody_does_before_scoring_is_closed()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);
        foreach (var account in new[] { scene.Cast.Recused, scene.Cast.InDoubt, scene.Cast.Undeclared })
            Assert.Null((await app.VisitAs(account).GoAsync("/jury/year/deliberation")).Page.QuerySelector(Firmness));

        var earlier = await Scene.PlayAsync(app, Stage.Scoring, name: "scoring", suffix: "-scoring");
        Assert.Null((await app.VisitAs(earlier.Cast.Chair).GoAsync("/jury/scoring/deliberation")).Page.QuerySelector(Firmness));
    }
}
