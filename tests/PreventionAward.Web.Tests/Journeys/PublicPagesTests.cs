using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Public pages are drawn once for many; nobody notices it.</summary>
public sealed class PublicPagesTests
{
    [Fact]
    public async Task What_has_been_committed_is_on_the_page_at_once_in_every_language()
    {
        await using var app = await AwardApp.StartAsync();
        await Scene.PlayAsync(app, Stage.Open);
        var visit = app.Visit();
        foreach (var path in new[] { "/", "/sv" }) Assert.DoesNotContain("Toinen", (await visit.GoAsync(path)).Words, StringComparison.Ordinal);

        await using (var db = app.Db())
        {
            var competition = db.Competitions.Single();
            db.Entry(competition).Property(c => c.Title).CurrentValue = Scene.Three("Toinen nimi", "Toinen namn", "Toinen name");
            await db.SaveChangesAsync();
        }

        Assert.Contains("Toinen nimi", (await visit.GoAsync("/")).Words, StringComparison.Ordinal);
        Assert.Contains("Toinen namn", (await visit.GoAsync("/sv")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_deadline_passes_the_page_says_so_though_nothing_was_written()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);
        var closes = scene.Competition.Timetable.ClosesAt!.Value;
        app.Clock.Now = closes.AddSeconds(-1);
        var before = await app.Visit().GoAsync("/");
        app.Clock.Now = closes;

        Assert.NotEqual(before.Words, (await app.Visit().GoAsync("/")).Words);
    }

    [Fact]
    public async Task Who_is_signed_in_gets_pages_of_ones_own_and_nobody_else_gets_them()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);
        var address = $"/competitions/{scene.Name}/decision";

        var stranger = await app.Visit().GoAsync(address);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync(address);
        var another = await app.Visit().FetchAsync(address);

        Assert.NotNull(chair.Page.QuerySelector("form[action*=sign-out], form input[value=sign-out]"));
        Assert.Null(stranger.Page.QuerySelector("input[name=__RequestVerificationToken]"));
        Assert.DoesNotContain("sign-out", await another.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(another.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().FetchAsync("/competitions/no-such/decision")).StatusCode);
    }
}
