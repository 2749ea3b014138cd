using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class MappingTests
{
    [Fact]
    public async Task What_is_saved_comes_back_as_it_was()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);
        await using var db = app.Db();

        var competition = await db.Competitions.SingleAsync();
        var entry = await db.Entries.Include(e => e.Versions).Include(e => e.Team).SingleAsync(e => e.Id == scene.North.Id);
        var decision = await db.Decisions.SingleAsync();
        var sheet = await db.ScoreSheets.FirstAsync(s => s.EntryId == scene.North.Id);

        Assert.Equal(Json(scene.Competition.Plan), Json(competition.Plan));
        Assert.Equal(scene.Competition.Milestones, competition.Milestones);
        Assert.Equal((scene.Name, Stage.Published, scene.Competition.Provenance), (competition.Name, competition.Stage, competition.Provenance));
        Assert.Equal(Json(scene.North.Versions), Json(entry.Versions));
        Assert.Equal((scene.North.Draft, scene.North.Number, scene.North.Language, scene.North.Team[0]), (entry.Draft, entry.Number, entry.Language, entry.Team[0]));
        Assert.Equal(Json(scene.Decision(Domain.Language.Finnish, Domain.Language.Swedish)), Json(decision));
        Assert.Equal((5, 3, "Pistesana"), (sheet.Marks.Count, sheet.Marks["C1"].Points, sheet.Marks["C1"].Comment));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_thing_the_second_is_told()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);
        await using var one = app.Db();
        await using var other = app.Db();
        var mine = await one.Entries.SingleAsync(e => e.Id == scene.North.Id);
        var yours = await other.Entries.SingleAsync(e => e.Id == scene.North.Id);

        mine.Save(Answers.Of([new("title", "Mine")]), mine.Language, Scene.Closed);
        yours.Save(Answers.Of([new("title", "Yours")]), yours.Language, Scene.Closed);

        Assert.Null(await one.CommitAsync());
        Assert.Equal("ui.saved-by-someone-else", (await other.CommitAsync())?.Code);
    }

    [Fact]
    public async Task The_clock_of_the_database_is_asked_in_use_and_goes_on()
    {
        await using var app = await AwardApp.StartAsync(realClock: true);

        var (first, second) = await app.InScopeAsync(async services =>
        {
            var clock = (Web.Database.AwardClock)services.GetService(typeof(Web.Database.AwardClock))!;
            return (await clock.NowAsync(), await clock.NowAsync());
        });

        Assert.True(second > first);
        Assert.Equal(TimeSpan.Zero, first.Offset);
        Assert.True((TimeProvider.System.GetUtcNow() - first).Duration() < TimeSpan.FromMinutes(1));
    }

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value, PreventionAward.Web.Json.AwardJson.Options);
}
