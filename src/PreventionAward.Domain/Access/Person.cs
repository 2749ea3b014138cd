using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Access;

/// <summary>Who is asking, with everything that permissions depend on.</summary>
/// <param name="Id">Null for somebody who has not signed in.</param>
/// <param name="Teams">The entries in whose team the person is, with what the person is there.</param>
/// <param name="Interests">Declarations made, by entry; an entry that is not there is undeclared.</param>
public sealed record Person(
    PersonId? Id, StaffRoles Staff, IReadOnlyList<Seat> Seats, IReadOnlyDictionary<EntryId, TeamRole> Teams, IReadOnlyDictionary<EntryId, Interest> Interests)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Person Anyone = new(null, StaffRoles.None, [], new Dictionary<EntryId, TeamRole>(), new Dictionary<EntryId, Interest>());

    /// <summary>The competitions to which a team of the person has submitted an entry and not taken it back.</summary>
    public IReadOnlySet<CompetitionId> Calls { get; init; } = new HashSet<CompetitionId>();

    /// <summary>Chair and vice-chair of the juries at work, for those whose turn it is where these step aside: vice-chairs and secretaries.</summary>
    public IReadOnlyDictionary<CompetitionId, Presidium> Presidia { get; init; } = new Dictionary<CompetitionId, Presidium>();

    /// <summary>The competitions in which the person is recused from an entry, or in doubt about one.</summary>
    public IReadOnlySet<CompetitionId> Aside { get; init; } = new HashSet<CompetitionId>();

    /// <summary>When this was read: what has run out by then is no longer the person's.</summary>
    public DateTimeOffset At { get; init; }

    public bool IsSignedIn => Id is not null;

    public bool Is(StaffRoles role) => (Staff & role) != 0;

    /// <summary>The person's seat in that competition's jury, if any, also after the jury's term: who has sat there acts in no other part.</summary>
    public Seat? SeatIn(CompetitionId competition) => Seats.FirstOrDefault(seat => seat.Competition == competition);

    /// <summary>The seat by which the person may act now: it ends with the term of the jury.</summary>
    public Seat? ServesIn(CompetitionId competition) => SeatIn(competition) is { } seat && !seat.IsOver(At) ? seat : null;

    /// <summary>
    /// A member of that jury whose own team competes before it: a party, since the other entries' outcome is the team's too (Hallintolaki 28 § 1 mom. 1).
    /// Such a member stays out of every entry.
    /// </summary>
    public bool IsPartyBefore(CompetitionId competition) => SeatIn(competition) is not null && Calls.Contains(competition);

    /// <summary>Why the person cannot be appointed to that competition's jury, or null.</summary>
    public Refusal? WhyNoSeatIn(CompetitionId competition) => Calls.Contains(competition) ? new("jury.is-party") : null;

    public Interest InterestIn(EntryId entry) => Interests.GetValueOrDefault(entry, Interest.Undeclared);
}

/// <summary>A seat in one competition's jury.</summary>
public sealed record Seat(CompetitionId Competition, SeatRole Role)
{
    /// <summary>The member has acknowledged that the matter is secret; no entry opens before.</summary>
    public bool HasAcknowledged { get; init; }

    /// <summary>The first instant after the term of the jury, midnight in Finland; null where no end has been given.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The term is over: half-open, the last day is whole.</summary>
    public bool IsOver(DateTimeOffset now) => now >= EndsAt;
}

/// <summary>What a seat is.</summary>
public enum SeatRole
{
    Member,
    Chair,

    /// <summary>Acts in the chair's place where the chair steps aside; see <see cref="Presidium"/>.</summary>
    ViceChair,
}

/// <summary>The offices of ministry staff; a person may hold several.</summary>
[Flags]
public enum StaffRoles
{
    None = 0,

    /// <summary>The competition's secretary: prepares everything, scores nothing.</summary>
    Secretary = 1,

    /// <summary>Communications: publishes what the jury approved, and cannot change it.</summary>
    Publisher = 2,
}

/// <summary>A person who can sign in.</summary>
public sealed class Account
{
    public required PersonId Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    public required string Mail { get; init; }

    /// <summary>As pages and documents name the person; a role in demo data, since no person is invented.</summary>
    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    public Language Language { get; set; } = Language.Finnish;

    public StaffRoles Staff { get; set; }
}

/// <summary>A member of one competition's jury.</summary>
public sealed class JuryMember
{
    public required CompetitionId CompetitionId { get; init; }

    public required PersonId PersonId { get; init; }

    public SeatRole Role { get; set; }

    /// <summary>As the decision names the member.</summary>
    public LocalizedText Name { get; set; } = LocalizedText.Empty;

    public LocalizedText Organisation { get; set; } = LocalizedText.Empty;

    /// <summary>What the member knows that the jury needs; public.</summary>
    public LocalizedText Expertise { get; set; } = LocalizedText.Empty;

    /// <summary>When the member acknowledged that the matter is secret and that scores and comments may be disclosed later; null until then.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>Place in the list of members, from 1.</summary>
    public int Place { get; set; }
}
