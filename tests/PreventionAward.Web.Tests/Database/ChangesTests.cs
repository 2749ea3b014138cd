using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class ChangesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_sheet_handed_in_on_one_instance_is_told_on_the_other_within_a_second()
    {
        await using var here = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(here, Stage.Scoring);
        await using var there = here.Another();
        var told = new SemaphoreSlim(0);
        using var watch = await WatchAsync(there, scene.Competition.Id, told);
        var juror = await here.VisitAs(scene.Cast.Clear).GoAsync($"/jury/year/entries/{scene.North.Id.Value}");

        await juror.SubmitAsync("scores", [("C1", "4"), ("C1-comment", "Vasta kesken")]);
        Assert.False(await told.WaitAsync(Second / 2), "A sheet that is being filled in is nobody else's business");

        await juror.SubmitAsync("scores", [.. Enumerable.Range(1, 5).Select(n => ($"C{n}", (string?)"4")), ("do", "hand-in")]);
        Assert.True(await told.WaitAsync(Second), "The other instance was not told within a second");
    }

    [Fact]
    public async Task A_change_of_another_competition_or_after_leaving_is_not_told()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var told = new SemaphoreSlim(0);
        (await WatchAsync(app, scene.Competition.Id, told)).Dispose();
        using var other = await WatchAsync(app, new CompetitionId(Guid.CreateVersion7()), told);

        await using var db = app.Db();
        db.Remove(db.Declarations.First(d => d.PersonId == scene.Cast.Clear.Id));
        Assert.Null(await db.CommitAsync());

        Assert.False(await told.WaitAsync(Second / 2));
    }

    private static async Task<IDisposable> WatchAsync(AwardApp app, CompetitionId competition, SemaphoreSlim told)
    {
        var changes = app.Services.GetRequiredService<Changes>();
        while (!changes.IsListening) await Task.Delay(20);
        return changes.Watch(competition, () => told.Release());
    }
}
