using PreventionAward.Domain.Access;

namespace PreventionAward.Domain.Tests.Access;

public sealed class SeatingTests
{
    private readonly JuryMember chair = Member(SeatRole.Chair);
    private readonly JuryMember vice = Member(SeatRole.ViceChair);
    private readonly JuryMember member = Member(SeatRole.Member);

    [Fact]
    public void A_new_chair_takes_the_place_of_the_former_who_stays_a_member()
    {
        var changed = Jury.Give(member, SeatRole.Chair);

        Assert.Equal([member, chair], changed);
        Assert.Equal((SeatRole.Member, SeatRole.ViceChair, SeatRole.Chair), (chair.Role, vice.Role, member.Role));
    }

    [Fact]
    public void A_vice_chair_who_becomes_chair_leaves_the_other_seat_empty()
    {
        var changed = Jury.Give(vice, SeatRole.Chair);

        Assert.Equal([vice, chair], changed);
        Assert.DoesNotContain(Jury, m => m.Role == SeatRole.ViceChair);
    }

    [Fact]
    public void Giving_somebody_the_seat_that_is_held_already_changes_nothing() => Assert.Empty(Jury.Give(vice, SeatRole.ViceChair));

    private List<JuryMember> Jury => [chair, vice, member];

    private static JuryMember Member(SeatRole role) => new() { CompetitionId = new(Guid.NewGuid()), PersonId = An.Person(), Role = role };
}
