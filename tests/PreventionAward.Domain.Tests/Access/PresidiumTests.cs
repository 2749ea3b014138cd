using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Access;

public sealed class PresidiumTests
{
    private static readonly EntryId Entry = new(Guid.NewGuid());
    private static readonly EntryId Other = new(Guid.NewGuid());
    private static readonly CompetitionId Competition = new(Guid.NewGuid());
    private static readonly Matter Whole = new(Competition, Stage.Scoring);
    private static readonly Matter OfEntry = Whole with { Entry = Entry, Status = EntryStatus.Eligible };

    [Fact]
    public void The_chair_acts_unless_the_chair_steps_aside()
    {
        var (chair, vice) = (Seat(SeatRole.Chair, aside: Entry), Seat(SeatRole.ViceChair));
        var presidium = new Presidium([vice, chair]);

        Assert.Equal(chair, presidium.ActingIn(Whole));
        Assert.Equal(vice, presidium.ActingIn(OfEntry));
        Assert.Equal(chair, presidium.ActingIn(OfEntry with { Entry = Other }));
    }

    [Fact]
    public void A_chair_who_is_a_party_acts_in_nothing()
    {
        var vice = Seat(SeatRole.ViceChair);
        var presidium = new Presidium([Seat(SeatRole.Chair, isParty: true), vice]);

        Assert.Equal(vice, presidium.ActingIn(Whole));
        Assert.Equal(vice, presidium.ActingIn(OfEntry));
        Assert.Equal(vice, presidium.DecidingOn([Entry, Other], (_, _) => true));
    }

    [Fact]
    public void Where_both_step_aside_nobody_of_the_jury_acts_as_chair()
    {
        var presidium = new Presidium([Seat(SeatRole.Chair, aside: Entry), Seat(SeatRole.ViceChair, aside: Entry)]);

        Assert.Null(presidium.ActingIn(OfEntry));
        Assert.Null(new Presidium([]).ActingIn(Whole));
    }

    [Fact]
    public void The_decision_as_a_whole_takes_somebody_who_is_clear_of_every_entry()
    {
        var (chair, vice) = (Seat(SeatRole.Chair), Seat(SeatRole.ViceChair));
        var presidium = new Presidium([chair, vice]);

        Assert.Equal(chair, presidium.DecidingOn([Entry, Other], (_, _) => true));
        Assert.Equal(vice, presidium.DecidingOn([Entry, Other], (person, entry) => person == vice.Id || entry == Entry));
        Assert.Null(presidium.DecidingOn([Entry, Other], (_, entry) => entry == Entry));
    }

    private static Presider Seat(SeatRole role, bool isParty = false, EntryId? aside = null) =>
        new(new(Guid.NewGuid()), role, isParty, aside is { } entry ? new HashSet<EntryId> { entry } : new HashSet<EntryId>());
}
