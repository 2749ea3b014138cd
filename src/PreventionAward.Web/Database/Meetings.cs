using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Reads the meetings of a jury as a person may see them, and the facts that they are held by.</summary>
public static class Meetings
{
    /// <summary>Who belongs at the table and where each stands towards every entry, at this moment.</summary>
    public static async Task<JuryTable> JuryTableAsync(this AwardDb db, Competition competition)
    {
        var jurors = await db.JurorsAsync(competition);
        var members = jurors.Select(j => j.Id).ToArray();
        var secretaries = await db.Accounts.AsNoTracking().Where(a => (a.Staff & StaffRoles.Secretary) != 0 && !members.Contains(a.Id)).OrderBy(a => a.Mail).Select(a => a.Id).ToListAsync();
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync();
        return new(
            [.. jurors.Select(j => new Attendee(j.Id, j.Role)), .. secretaries.Select(id => new Attendee(id, null))],
            [.. (await db.EligibleAsync(competition)).Select(e => e.Id)], declarations.ToDictionary(d => (d.EntryId, d.PersonId)), competition.Quorum);
    }

    /// <summary>How the people at the table are called.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, LocalizedText>> TableNamesAsync(this AwardDb db, Competition competition, JuryTable table)
    {
        var names = (await db.JurorsAsync(competition)).ToDictionary(j => j.Id, j => j.Name);
        var staff = table.People.Where(p => !p.IsMember).Select(p => p.Id).ToArray();
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => staff.Contains(a.Id)).ToListAsync())
            names[account.Id] = account.Name.IsEmpty() ? LocalizedText.Name(account.Mail) : account.Name;
        return names;
    }

    /// <summary>The jury's meetings as that person may see them, the last one first: of an item from which the person stays out only that it was handled.</summary>
    public static async Task<IReadOnlyList<Meeting>> MeetingsAsync(this AwardDb db, Competition competition, Person person)
    {
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderByDescending(m => m.Number).ToListAsync();
        return [.. meetings.Select(m => m.AsSeenBy(person, competition))];
    }

    /// <summary>Whether somebody at the table may know what is said under an item. The internal record stays kept from whoever stays out, also once the decision is public: that tells what everybody may know.</summary>
    public static bool Sees(this Person person, AgendaItem item, IEnumerable<EntryId> entries, Competition competition) => item.Kind switch
    {
        ItemKind.Entry => SeesEntry(person, item.Entry!.Value, competition),
        ItemKind.Decision => entries.All(entry => SeesEntry(person, entry, competition)),
        _ => true,
    };

    /// <summary>The meeting without what is kept from this person.</summary>
    public static Meeting AsSeenBy(this Meeting meeting, Person person, Competition competition)
    {
        var sees = meeting.Agenda.Where(item => person.Sees(item, meeting.Entries, competition)).ToHashSet();
        if (sees.Count == meeting.Agenda.Count) return meeting;
        return Meeting.Restore(new(
            meeting.Id, meeting.CompetitionId, meeting.Number, meeting.Place, meeting.OpenedBy, meeting.OpenedAt, meeting.ClosedAt, meeting.ClosedBy,
            meeting.Entries, meeting.Attendances,
            [.. meeting.Turns.Select(t => sees.Contains(t.Item) ? t : t with { Out = [.. t.Out.Where(o => o.Person == person.Id)], Present = [], Quorum = null, Gaps = [] })],
            [.. meeting.Consensus.Where(c => sees.Contains(AgendaItem.Of(c.Entry)))],
            [.. meeting.Votes.Where(v => sees.Contains(v.Item))],
            [.. meeting.Dissents.Where(d => sees.Contains(d.Item))],
            [.. meeting.Rescorings.Where(r => sees.Contains(AgendaItem.Of(r.Entry)))])
        {
            Outcomes = sees.Contains(AgendaItem.Decision) ? meeting.Outcomes : [],
        });
    }

    /// <summary>Tells the meeting that is under way, if one is, what has just been declared or decided about somebody; to be committed with it.</summary>
    public static async Task TellMeetingAsync(this AwardDb db, Competition competition, Declaration declaration, DateTimeOffset now)
    {
        await db.Database.ExecuteSqlAsync($"select id from meetings where competition_id = {competition.Id.Value} for update");
        if (await db.Meetings.FirstOrDefaultAsync(m => m.CompetitionId == competition.Id && m.ClosedAt == null) is not { } meeting) return;
        meeting.TakeDeclaration(declaration.PersonId, (await db.JuryTableAsync(competition)).With(declaration), competition.TieRule.End, now);
    }

    private static bool SeesEntry(Person person, EntryId entry, Competition competition) =>
        person.May(Can.SeeScores, competition.Matter with { Entry = entry, Status = Domain.Entries.EntryStatus.Eligible });
}
