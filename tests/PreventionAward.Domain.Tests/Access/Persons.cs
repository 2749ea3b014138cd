using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Access;

/// <summary>Everybody who could stand before one entry of one competition, by a name that says how.</summary>
internal static class Persons
{
    public static readonly CompetitionId Competition = new(Guid.NewGuid());
    public static readonly EntryId Entry = new(Guid.NewGuid());

    private static readonly Dictionary<string, Person> All = new()
    {
        ["anyone"] = Person.Anyone,
        ["applicant"] = OnTeam(Somebody(), TeamRole.Owner),
        ["submitter"] = OnTeam(Somebody(), TeamRole.Submitter),
        ["editor"] = OnTeam(Somebody(), TeamRole.Editor),
        ["viewer"] = OnTeam(Somebody(), TeamRole.Viewer),
        ["other-applicant"] = Somebody() with { Teams = new Dictionary<EntryId, TeamRole> { [new(Guid.NewGuid())] = TeamRole.Owner }, Calls = new HashSet<CompetitionId> { Competition } },
        ["juror-undeclared"] = Juror(Interest.Undeclared),
        ["juror-clear"] = Juror(Interest.Clear),
        ["juror-in-doubt"] = Juror(Interest.InDoubt),
        ["juror-recused"] = Juror(Interest.Recused),
        ["juror-on-team"] = OnTeam(Juror(Interest.Clear), TeamRole.Submitter),
        ["juror-competing"] = Competing(Juror(Interest.Clear)),
        ["chair-competing"] = Competing(Juror(Interest.Clear, SeatRole.Chair)),
        ["juror-silent"] = Juror(Interest.Clear) with { Seats = [new(Competition, SeatRole.Member)] },
        ["juror-elsewhere"] = Juror(Interest.Clear) with { Seats = [new(new(Guid.NewGuid()), SeatRole.Chair)] },
        ["chair"] = Juror(Interest.Clear, SeatRole.Chair),
        ["chair-in-doubt"] = Juror(Interest.InDoubt, SeatRole.Chair),
        ["chair-recused"] = Juror(Interest.Recused, SeatRole.Chair),
        ["vice-chair"] = ViceChair(Interest.Clear, Presider(SeatRole.Chair)),
        ["vice-chair-for-recused"] = ViceChair(Interest.Clear, Presider(SeatRole.Chair, isAside: true)),
        ["vice-chair-for-party"] = ViceChair(Interest.Clear, Presider(SeatRole.Chair, isParty: true)),
        ["vice-chair-alone"] = ViceChair(Interest.Clear),
        ["vice-chair-in-doubt"] = ViceChair(Interest.InDoubt, Presider(SeatRole.Chair, isAside: true)),
        ["secretary"] = Presided(Somebody(StaffRoles.Secretary), Presider(SeatRole.Chair)),
        ["secretary-for-recused"] = Presided(Somebody(StaffRoles.Secretary), Presider(SeatRole.Chair, isAside: true), Presider(SeatRole.ViceChair, isAside: true)),
        ["secretary-for-parties"] = Presided(Somebody(StaffRoles.Secretary), Presider(SeatRole.Chair, isParty: true)),
        ["secretary-in-doubt"] = Declared(Somebody(StaffRoles.Secretary), Interest.InDoubt),
        ["secretary-recused"] = Declared(Somebody(StaffRoles.Secretary), Interest.Recused),
        ["secretary-on-team"] = OnTeam(Somebody(StaffRoles.Secretary), TeamRole.Editor),
        ["publisher"] = Somebody(StaffRoles.Publisher),
        ["publisher-recused"] = Declared(Somebody(StaffRoles.Publisher), Interest.Recused),
        ["publisher-on-team"] = OnTeam(Somebody(StaffRoles.Publisher), TeamRole.Viewer),
        ["publisher-on-jury"] = Juror(Interest.Recused) with { Staff = StaffRoles.Publisher },
    };

    public static string[] Names { get; } = [.. All.Keys];

    public static Person Named(string name) => All[name];

    /// <summary>The entry as it stands at that stage on an ordinary way.</summary>
    public static Matter At(Stage stage, EntryStatus? status = null) => new(
        Competition, stage, Entry, status ?? (stage is >= Stage.Scoring and <= Stage.Archived ? EntryStatus.Eligible : EntryStatus.Submitted));

    private static Person Somebody(StaffRoles staff = StaffRoles.None) =>
        new(new(Guid.NewGuid()), staff, [], new Dictionary<EntryId, TeamRole>(), new Dictionary<EntryId, Interest>());

    private static Person OnTeam(Person person, TeamRole role) => person with
    {
        Teams = new Dictionary<EntryId, TeamRole> { [Entry] = role },
        Calls = new HashSet<CompetitionId> { Competition },
    };

    // On the team of another entry before the same jury.
    private static Person Competing(Person person) => person with
    {
        Teams = new Dictionary<EntryId, TeamRole> { [new(Guid.NewGuid())] = TeamRole.Viewer },
        Calls = new HashSet<CompetitionId> { Competition },
    };

    private static Person Juror(Interest interest, SeatRole role = SeatRole.Member) =>
        Declared(Somebody(), interest) with { Seats = [new(Competition, role) { HasAcknowledged = true }] };

    private static Person Declared(Person person, Interest interest) => person with
    {
        Interests = interest == Interest.Undeclared ? new Dictionary<EntryId, Interest>() : new Dictionary<EntryId, Interest> { [Entry] = interest },
        Aside = Domain.Access.Presider.StepsAside(interest) ? new HashSet<CompetitionId> { Competition } : new HashSet<CompetitionId>(),
    };

    private static Person ViceChair(Interest interest, params Presider[] others)
    {
        var juror = Juror(interest, SeatRole.ViceChair);
        return Presided(juror, [.. others, new(juror.Id!.Value, SeatRole.ViceChair, false, new HashSet<EntryId>())]);
    }

    private static Person Presided(Person person, params Presider[] seats) =>
        person with { Presidia = new Dictionary<CompetitionId, Presidium> { [Competition] = new(seats) } };

    private static Presider Presider(SeatRole role, bool isAside = false, bool isParty = false) =>
        new(new(Guid.NewGuid()), role, isParty, isAside ? new HashSet<EntryId> { Entry } : new HashSet<EntryId>());
}
