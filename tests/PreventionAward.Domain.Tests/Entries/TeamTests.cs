using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class TeamTests
{
    private static readonly PersonId Owner = An.Person();
    private static readonly PersonId Other = An.Person();
    private readonly Entry entry = An.Entry(An.Competition(Stage.Open), Owner);

    [Fact]
    public void Whoever_starts_an_entry_owns_it() =>
        Assert.Equal([(Owner, TeamRole.Owner)], entry.Team.Select(m => (m.PersonId, m.Role)));

    [Fact]
    public void The_last_owner_cannot_vanish_by_leaving_or_by_another_role()
    {
        entry.Join(Other, TeamRole.Submitter);

        Assert.Equal("team.last-owner", entry.Leave(Owner)?.Code);
        Assert.Equal("team.last-owner", entry.ChangeRole(Owner, TeamRole.Viewer)?.Code);
        Assert.Null(entry.ChangeRole(Owner, TeamRole.Owner));

        Assert.Null(entry.ChangeRole(Other, TeamRole.Owner));
        Assert.Null(entry.Leave(Owner));
        Assert.Equal([(Other, TeamRole.Owner)], entry.Team.Select(m => (m.PersonId, m.Role)));
    }

    [Fact]
    public void Nobody_is_on_a_team_twice()
    {
        Assert.Null(entry.Join(Other, TeamRole.Viewer));
        Assert.Equal("team.already-member", entry.Join(Other, TeamRole.Owner)?.Code);
        Assert.Equal("team.already-member", entry.Join(Owner, TeamRole.Viewer)?.Code);
    }

    [Fact]
    public void A_stranger_is_neither_changed_nor_removed()
    {
        Assert.Equal("team.not-a-member", entry.ChangeRole(Other, TeamRole.Owner)?.Code);
        Assert.Equal("team.not-a-member", entry.Leave(Other)?.Code);
    }

    [Fact]
    public void Nobody_joins_an_entry_that_was_taken_back()
    {
        entry.Withdraw(An.Competition(Stage.Open));

        Assert.Equal("entries.withdrawn", entry.Join(Other, TeamRole.Viewer)?.Code);
    }
}
