using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Access;

/// <summary>Chair and vice-chair of one jury, and from what each steps aside: who acts as chair is ruled here and nowhere else (Hallintolaki 27 §).</summary>
/// <param name="Seats">None, one or both, in any order.</param>
public sealed record Presidium(IReadOnlyList<Presider> Seats)
{
    public Presider? Chair => Seats.FirstOrDefault(seat => seat.Role == SeatRole.Chair);

    public Presider? ViceChair => Seats.FirstOrDefault(seat => seat.Role == SeatRole.ViceChair);

    private IEnumerable<Presider> InOrder => new[] { Chair, ViceChair }.OfType<Presider>();

    /// <summary>Who acts as chair in that matter: the chair, in the chair's place the vice-chair.</summary>
    /// <returns>Null where neither may: then the competition's secretary does what has to be put on record.</returns>
    public Presider? ActingIn(Matter matter) => InOrder.FirstOrDefault(seat => !seat.StepsAsideIn(matter));

    /// <summary>Who puts the jury's decision on record and approves it. It handles every entry, so it takes somebody who is clear of them all.</summary>
    /// <param name="isClear">Whether that person has declared, and is clear of that entry.</param>
    /// <returns>Null where neither is: then the competition's secretary records what the jury decided.</returns>
    public Presider? DecidingOn(IReadOnlyCollection<EntryId> entries, Func<PersonId, EntryId, bool> isClear) =>
        InOrder.FirstOrDefault(seat => !seat.IsParty && entries.All(entry => isClear(seat.Id, entry)));
}

/// <summary>The chair or the vice-chair of a jury.</summary>
/// <param name="IsParty">On the team of an entry before the same jury.</param>
/// <param name="Aside">The entries from which the person is recused, or in doubt until that is decided.</param>
public sealed record Presider(PersonId Id, SeatRole Role, bool IsParty, IReadOnlySet<EntryId> Aside)
{
    /// <summary>Whether the person takes no part in that matter; in one that concerns no single entry only a party steps aside.</summary>
    public bool StepsAsideIn(Matter matter) => IsParty || (matter.Entry is { } entry && Aside.Contains(entry));

    public static bool StepsAside(Interest interest) => interest is Interest.Recused or Interest.InDoubt;
}
