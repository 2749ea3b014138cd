namespace PreventionAward.Domain.Access;

/// <summary>Who sits where in a jury: it has one chair and one vice-chair at most.</summary>
public static class Seating
{
    /// <summary>Gives a member that seat; whoever held it as chair or vice-chair stays as a member.</summary>
    /// <returns>Everybody whose seat has changed, the one it was given to first.</returns>
    public static IReadOnlyList<JuryMember> Give(this IReadOnlyCollection<JuryMember> jury, JuryMember member, SeatRole role)
    {
        var former = role == SeatRole.Member ? [] : jury.Where(each => each != member && each.Role == role).ToList();
        foreach (var each in former) each.Role = SeatRole.Member;
        var hasChanged = member.Role != role;
        member.Role = role;
        return hasChanged ? [member, .. former] : former;
    }
}
