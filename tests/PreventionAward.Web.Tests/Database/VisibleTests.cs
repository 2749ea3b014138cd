using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

/// <summary>What a query finds and what the permissions allow is one and the same, for everybody, at every stage.</summary>
public sealed class VisibleTests : IAsyncLifetime
{
    private AwardApp app = null!;
    private List<Account> people = [];

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var scene = await Scene.PlayAsync(app, stage, InEveryState, $"stage-{stage}".ToLowerInvariant(), suffix: $"{stage}");
            people.AddRange(scene.Cast.All);
        }

        // People who are more than one thing: in these cases a rule is most easily forgotten.
        await using var db = app.Db();
        var entry = await db.Entries.FirstAsync(e => e.Number == 1 && db.Competitions.Any(c => c.Id == e.CompetitionId && c.Stage == Stage.Screening));
        foreach (var competition in await db.Competitions.Where(c => c.Stage == Stage.Scoring || c.Stage == Stage.Published).ToListAsync())
            db.Add(new JuryMember { CompetitionId = competition.Id, PersonId = people.First(p => p.Staff == StaffRoles.Secretary).Id, Place = 9 });
        db.Add(new TeamMember(entry.Id, people.Last(p => p.Staff == StaffRoles.Secretary).Id, TeamRole.Editor));
        db.Add(new TeamMember(entry.Id, people.First(p => p.Mail.StartsWith("cast-juror-1", StringComparison.Ordinal)).Id, TeamRole.Editor));
        await db.CommitAsync();
        people = await db.Accounts.AsNoTracking().ToListAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Entries_that_are_found_are_those_that_may_be_read()
    {
        await using var db = app.Db();
        var competitions = await db.Competitions.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var entries = await db.Entries.AsNoTracking().ToListAsync();
        var found = 0;

        foreach (var person in await PeopleAsync(db))
        {
            var rows = await db.Entries.ReadableBy(person, db.Competitions).Select(e => e.Id).ToListAsync();
            var allowed = entries.Where(e => person.May(Can.ReadEntry, e.MatterIn(competitions[e.CompetitionId]))).Select(e => e.Id);

            Assert.Equal(allowed.Order(EntryOrder), rows.Order(EntryOrder));
            found += rows.Count;
        }

        Assert.True(found > 100, $"Only {found} rows were seen by anybody: the test compares too little.");
    }

    [Fact]
    public async Task Competitions_that_are_found_are_those_that_may_be_seen()
    {
        await using var db = app.Db();
        var competitions = await db.Competitions.AsNoTracking().ToListAsync();

        foreach (var person in await PeopleAsync(db))
        {
            var rows = await db.Competitions.VisibleTo(person).Select(c => c.Name).ToListAsync();

            Assert.Equal(competitions.Where(c => person.May(Can.SeeCompetition, c.Matter)).Select(c => c.Name).Order(), rows.Order());
        }
    }

    private static readonly Comparer<EntryId> EntryOrder = Comparer<EntryId>.Create((a, b) => a.Value.CompareTo(b.Value));

    private async Task<List<Person>> PeopleAsync(AwardDb db)
    {
        List<Person> all = [Person.Anyone];
        foreach (var account in people) all.Add((await db.PersonAsync(account.Id)).Person);
        return all;
    }

    /// <summary>Beside the two entries of the scene one in every other state, juror 1 clear of each.</summary>
    private static void InEveryState(Scene scene, AwardDb db)
    {
        foreach (var status in Enum.GetValues<EntryStatus>())
        {
            var id = new EntryId(Guid.NewGuid());
            db.Add(Entry.Restore(new(
                id, scene.Competition.Id, status == EntryStatus.Draft ? null : 10 + (int)status, Language.Finnish, status, Answers.None, Scene.Closed, null, null, [],
                [new(id, scene.Cast.South.Id, TeamRole.Owner)])));
            db.Add(Domain.Scoring.Declaration.Restore(
                scene.Competition.Id, id, scene.Cast.Clear.Id, Domain.Scoring.InterestAnswer.None, null, "", Scene.Closed, null, null, null));
        }
    }
}
