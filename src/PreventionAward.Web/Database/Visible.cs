using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Where every read of somebody's things starts: a row that the person may not see is not found. A test holds it to <see cref="Permissions"/>.</summary>
public static class Visible
{
    /// <summary>The calls that the person may see.</summary>
    public static IQueryable<Competition> VisibleTo(this IQueryable<Competition> competitions, Person person) =>
        person.Is(StaffRoles.Secretary | StaffRoles.Publisher) ? competitions : competitions.Where(c => c.IsAnnounced);

    /// <summary>The competitions in whose jury the person sits.</summary>
    public static IQueryable<Competition> WithSeatOf(this IQueryable<Competition> competitions, Person person)
    {
        var seats = person.Seats.Select(s => s.Competition).ToArray();
        return competitions.VisibleTo(person).Where(c => seats.Contains(c.Id));
    }

    /// <summary>The entries whose content the person may read: one's own team's, and, once opened, those of staff and of members who are clear.</summary>
    public static IQueryable<Entry> ReadableBy(this IQueryable<Entry> entries, Person person, IQueryable<Competition> competitions)
    {
        var teams = person.Teams.Keys.ToArray();
        var clear = person.Interests.Where(i => i.Value == Interest.Clear).Select(i => i.Key).Except(teams).ToArray();
        var aside = person.Interests.Where(i => Presider.StepsAside(i.Value)).Select(i => i.Key).ToArray();
        var seats = person.Seats.Select(s => s.Competition).ToArray();
        var interested = seats.Union(person.Calls).ToArray();
        var judged = person.Seats.Where(s => s.HasAcknowledged && !s.IsOver(person.At)).Select(s => s.Competition).Except(person.Calls).ToArray();
        var isSecretary = person.Is(StaffRoles.Secretary);
        Stage[] opened = [Stage.Screening, Stage.Scoring, Stage.Deliberation, Stage.Decided, Stage.Published, Stage.Archived];
        Stage[] beforeTheJury = [Stage.Scoring, Stage.Deliberation, Stage.Decided, Stage.Published, Stage.Archived];
        EntryStatus[] submitted = [EntryStatus.Submitted, EntryStatus.Eligible, EntryStatus.Ineligible];

        return entries.Where(e =>
            teams.Contains(e.Id)
            || (isSecretary && !interested.Contains(e.CompetitionId) && !aside.Contains(e.Id) && submitted.Contains(e.Status)
                && competitions.Any(c => c.Id == e.CompetitionId && opened.Contains(c.Stage)))
            || (judged.Contains(e.CompetitionId) && clear.Contains(e.Id) && e.Status == EntryStatus.Eligible
                && competitions.Any(c => c.Id == e.CompetitionId && beforeTheJury.Contains(c.Stage))));
    }
}
