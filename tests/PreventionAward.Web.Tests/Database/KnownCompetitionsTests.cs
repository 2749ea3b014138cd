using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class KnownCompetitionsTests
{
    [Fact]
    public async Task A_competition_is_the_same_until_its_row_changes_and_then_at_once_the_new_one()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Draft);
        await using var db = app.Db();
        var first = await db.CompetitionAsync("year");
        Assert.Same(first, await db.CompetitionAsync("year"));
        Assert.Same(first, Assert.Single(await db.Competitions.ReadAllAsync()));

        await using (var writing = app.Db())
        {
            var competition = writing.Competitions.Single();
            Assert.Null(competition.SetUp(competition.Plan with { Title = Scene.Three("Uusi", "Ny", "New") }));
            Assert.Null(await writing.CommitAsync());
        }

        Assert.Equal("Uusi", (await db.CompetitionAsync("year"))!.Title.Fi);
        Assert.Equal("Uusi", Assert.Single(await db.Competitions.ReadAllAsync()).Title.Fi);
        Assert.Null(await db.CompetitionAsync("year", Person.Anyone));
        Assert.Empty(await db.Competitions.VisibleTo(Person.Anyone).ReadAllAsync());
    }

    [Fact]
    public async Task A_person_is_read_with_seats_teams_and_declarations_and_only_while_the_session_is_alive()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        await using var db = app.Db();

        foreach (var account in scene.Cast.All)
        {
            var (person, read) = await db.PersonAsync(account.Id);
            Assert.Equal((account.Mail, account.Name, account.Language, account.Staff), (read!.Mail, read.Name, read.Language, read.Staff));
            Assert.Equal(db.JuryMembers.Where(m => m.PersonId == account.Id).Select(m => new Seat(m.CompetitionId, m.Role) { HasAcknowledged = m.AcknowledgedAt != null }), person.Seats);
            Assert.Equal(db.Declarations.Where(d => d.PersonId == account.Id).ToDictionary(d => d.EntryId, d => d.Interest), person.Interests);
        }

        var (north, _) = await db.PersonAsync(scene.Cast.North.Id);
        Assert.Equal([scene.North.Id], north.Teams.Keys);
        Assert.Equal([scene.Competition.Id], north.Calls);
        Assert.Same(Person.Anyone, (await db.PersonAsync(scene.Cast.North.Id, Guid.NewGuid())).Person);
    }
}
