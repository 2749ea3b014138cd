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
        ["juror-elsewhere"] = Juror(Interest.Clear) with { Seats = [new(new(Guid.NewGuid()), SeatRole.Chair)] },
        ["chair"] = Juror(Interest.Clear, SeatRole.Chair),
        ["chair-in-doubt"] = Juror(Interest.InDoubt, SeatRole.Chair),
        ["chair-recused"] = Juror(Interest.Recused, SeatRole.Chair),
        ["secretary"] = Somebody(StaffRoles.Secretary),
        ["secretary-on-team"] = OnTeam(Somebody(StaffRoles.Secretary), TeamRole.Editor),
        ["publisher"] = Somebody(StaffRoles.Publisher),
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

    private static Person Juror(Interest interest, SeatRole role = SeatRole.Member) => Somebody() with
    {
        Seats = [new(Competition, role)],
        Interests = interest == Interest.Undeclared ? new Dictionary<EntryId, Interest>() : new Dictionary<EntryId, Interest> { [Entry] = interest },
    };
}
