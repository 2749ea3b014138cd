using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>A meeting as one person may see it.</summary>
/// <param name="Meeting">Without what is kept from the person.</param>
/// <param name="Names">How the people at the table are called.</param>
/// <param name="Entries">The titles of the entries before the jury.</param>
public sealed record MeetingView(
    Competition Competition, Meeting Meeting, JuryTable Table, Person Person, IReadOnlyDictionary<PersonId, LocalizedText> Names, IReadOnlyList<EntryTitle> Entries)
{
    /// <summary>The person stays out of the item at hand, and is told only that.</summary>
    public bool IsOut => Person.Id is not { } me || Table.WhyOut(Meeting.Current, me) is not null || !Sees(Meeting.Current);

    /// <summary>Why, in the words of a text key.</summary>
    public OutReason WhyOut => Table.WhyOut(Meeting.Current, Person.Id!.Value) ?? OutReason.Undeclared;

    public bool IsPresent => Person.Id is { } me && Meeting.Present.Contains(me);

    /// <summary>When the person went out for an item, having not come back since; null otherwise.</summary>
    public DateTimeOffset? SteppedOutAt => !IsPresent && Meeting.Attendances.LastOrDefault(a => a.Person == Person.Id) is { To: { } to } && Meeting.Turns.Any(t => t.Out.Any(o => o.Person == Person.Id && o.LeftAt == to)) ? to : null;

    public bool IsMember => Person.SeatIn(Competition.Id) is not null;

    /// <summary>The person leads the meeting: opens, moves on, writes.</summary>
    public bool MayLead => Person.May(Can.LeadMeeting, Competition.Matter);

    public bool Sees(AgendaItem item) => Person.Sees(item, Meeting.Entries, Competition);

    /// <summary>How many items had been taken up when a posted form was opened; null where it does not say.</summary>
    public static int? SeenIn(IFormCollection form) => int.TryParse(form["seen"], out var seen) ? seen : null;

    public LocalizedText NameOf(PersonId person) => Names.GetValueOrDefault(person, LocalizedText.Empty);

    public EntryTitle? EntryOf(AgendaItem item) => Entries.FirstOrDefault(e => e.Id == item.Entry);

    public string TitleOf(AgendaItem item, Texts t) => item.Kind == ItemKind.Entry
        ? EntryOf(item) is { } entry ? t["jury.entry", $"{entry.Number}", entry.Title] : "–"
        : t.Written(item.Kind);

    public string NamesOf(IEnumerable<PersonId> people, Texts t) => string.Join(", ", people.Select(p => NameOf(p).Best(t.Language).Text));

    /// <summary>Those who belong on the list of who is there: the members, and staff who are or have been there or are asking.</summary>
    public IEnumerable<Attendee> List => Table.People.Where(p => p.IsMember || p.Id == Person.Id || Meeting.Attendances.Any(a => a.Person == p.Id));
}

/// <summary>Reads a meeting for one person.</summary>
public static class MeetingViewQuery
{
    /// <summary>The last meeting of the jury, or one by its number; null where there is none or the person may not attend.</summary>
    public static async Task<MeetingView?> MeetingViewAsync(this AwardDb db, Competition competition, Person person, int? number = null)
    {
        if (!person.May(Can.Deliberate, competition.Matter)) return null;
        var meetings = await db.MeetingsAsync(competition, person);
        if (meetings.FirstOrDefault(m => number is null || m.Number == number) is not { } meeting) return null;
        var table = await db.JuryTableAsync(competition);
        return new(competition, meeting, table, person, await db.TableNamesAsync(competition, table), await db.EligibleAsync(competition));
    }
}
