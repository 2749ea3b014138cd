using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class CountedSheetsTests
{
    [Fact]
    public async Task The_points_alone_are_those_of_the_sheets_that_count_whatever_was_declared_and_decided()
    {
        await using var app = await AwardApp.StartAsync();
        var random = new Random(7);
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, (s, db) =>
        {
            foreach (var sheet in db.ChangeTracker.Entries<ScoreSheet>().ToList()) sheet.State = EntityState.Detached;
            foreach (var declaration in db.ChangeTracker.Entries<Declaration>().ToList()) declaration.State = EntityState.Detached;
            foreach (var entry in new[] { s.North, s.South })
                foreach (var juror in s.Cast.Jury)
                {
                    db.Add(ScoreSheet.Restore(s.Competition.Id, entry.Id, juror.Id, s.Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Mark(random.Next(6), "sana", random.Next(4) == 0))), Scene.Closed, random.Next(5) == 0 ? null : Scene.Closed));
                    bool? found = random.Next(3) switch { 0 => true, 1 => false, _ => null };
                    if (juror != s.Cast.Undeclared)
                        db.Add(Declaration.Restore(s.Competition.Id, entry.Id, juror.Id, (InterestAnswer)random.Next(3), null, "", Scene.Closed, null, null, found));
                }
        });

        await using var db = app.Db();
        var whole = (await db.CountingSheetsAsync(scene.Competition)).Select(s => CountedSheet.Of(s, scene.Competition.Criteria)).Select(Said).Order(StringComparer.Ordinal);
        Assert.Equal(whole, (await db.CountedSheetsAsync(scene.Competition)).Select(Said).Order(StringComparer.Ordinal));
        Assert.NotEmpty(whole);

        static string Said(CountedSheet sheet) => $"{sheet.EntryId} {sheet.JurorId} {string.Join(',', sheet.Points)}";
    }

    [Fact]
    public async Task Who_asks_while_a_read_is_under_way_gets_one_that_began_later_and_shares_it()
    {
        var reads = new SharedReads<int, int>();
        var begun = 0;
        var gates = Enumerable.Range(0, 3).Select(_ => new TaskCompletionSource()).ToArray();

        var first = reads.ReadAsync(1, ReadAsync);
        while (begun < 1) await Task.Delay(5);
        var second = reads.ReadAsync(1, ReadAsync);
        var third = reads.ReadAsync(1, ReadAsync);
        gates[0].SetResult();
        gates[1].SetResult();
        gates[2].SetResult();

        Assert.Equal((0, 1, 1), (await first, await second, await third));
        Assert.Equal(2, await reads.ReadAsync(1, ReadAsync));

        async Task<int> ReadAsync()
        {
            var mine = Interlocked.Increment(ref begun) - 1;
            await gates[mine].Task;
            return mine;
        }
    }

    [Fact]
    public async Task A_read_that_fails_fails_for_those_who_shared_it_and_for_nobody_after()
    {
        var reads = new SharedReads<int, int>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => reads.ReadAsync(1, () => throw new InvalidOperationException()));

        Assert.Equal(3, await reads.ReadAsync(1, () => Task.FromResult(3)));
    }
}
