using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Reads who presides over a jury, and from what each steps aside.</summary>
public static class PresidiumQuery
{
    private static readonly Stage[] AtWork = [Stage.Scoring, Stage.Deliberation, Stage.Decided];

    /// <summary>The presidium of one competition's jury.</summary>
    public static async Task<Presidium> PresidiumAsync(this AwardDb db, CompetitionId competition) =>
        (await OfAsync(db, db.Competitions.Where(c => c.Id == competition))).GetValueOrDefault(competition, new([]));

    /// <summary>Who puts the decision on record: the one of the presidium who is clear of all these entries; null = the secretary.</summary>
    public static async Task<Presider?> WhoDecidesAsync(this AwardDb db, CompetitionId competition, IReadOnlyCollection<EntryId> entries)
    {
        var presidium = await db.PresidiumAsync(competition);
        var ids = presidium.Seats.Select(seat => seat.Id).ToArray();
        var declared = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition && ids.Contains(d.PersonId)).ToListAsync();
        var clear = declared.Where(d => d.Interest == Interest.Clear).Select(d => (d.PersonId, d.EntryId)).ToHashSet();
        return presidium.DecidingOn(entries, (person, entry) => clear.Contains((person, entry)));
    }

    /// <summary>The juries at work in which it may be the person's turn to act as chair. Nobody else costs a query.</summary>
    public static async Task<IReadOnlyDictionary<CompetitionId, Presidium>> PresidiaForAsync(this AwardDb db, StaffRoles staff, IReadOnlyList<Seat> seats)
    {
        var own = seats.Where(s => s.Role == SeatRole.ViceChair).Select(s => s.Competition).ToArray();
        var isSecretary = (staff & StaffRoles.Secretary) != 0;
        if (own.Length == 0 && !isSecretary) return new Dictionary<CompetitionId, Presidium>();
        return await OfAsync(db, db.Competitions.Where(c => AtWork.Contains(c.Stage) && (isSecretary || own.Contains(c.Id))));
    }

    // One query: a row for each presider and each entry about which something else than "none" was declared.
    private static async Task<Dictionary<CompetitionId, Presidium>> OfAsync(AwardDb db, IQueryable<Competition> competitions)
    {
        var rows = await (
            from competition in competitions
            from member in db.JuryMembers.Where(m => m.CompetitionId == competition.Id && m.Role != SeatRole.Member).DefaultIfEmpty()
            from declaration in db.Declarations.Where(d => d.CompetitionId == competition.Id && d.PersonId == member.PersonId && d.Answer != InterestAnswer.None).DefaultIfEmpty()
            select new
            {
                competition.Id,
                Person = (PersonId?)member.PersonId,
                Role = (SeatRole?)member.Role,
                IsParty = db.Entries.Any(e => e.CompetitionId == competition.Id && e.Number != null && e.Status != EntryStatus.Withdrawn && e.Team.Any(t => t.PersonId == member.PersonId)),
                Declaration = declaration,
            }).AsNoTracking().ToListAsync();
        return rows.GroupBy(r => r.Id).ToDictionary(c => c.Key, c => new Presidium(
        [
            .. from seat in c.Where(r => r.Person is not null).GroupBy(r => (Person: r.Person!.Value, Role: r.Role!.Value, r.IsParty))
               select new Presider(seat.Key.Person, seat.Key.Role, seat.Key.IsParty,
                   seat.Select(r => r.Declaration).OfType<Declaration>().Where(d => Presider.StepsAside(d.Interest)).Select(d => d.EntryId).ToHashSet()),
        ]));
    }
}
