using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Meetings;

/// <summary>A meeting of the jury: its agenda, who was there, and everything said for the record. The minutes are drawn from it; nothing is written twice.</summary>
public sealed partial class Meeting
{
    private Meeting() { }

    public Guid Id { get; private set; }

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The jury's meetings are numbered from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where it is held; a connection is a place too.</summary>
    public string Place { get; private set; } = "";

    public PersonId OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public PersonId? ClosedBy { get; private set; }

    /// <summary>The entries on the agenda, by number.</summary>
    public IReadOnlyList<EntryId> Entries { get; private set; } = [];

    public IReadOnlyList<Attendance> Attendances { get; private set; } = [];

    /// <summary>What was handled from when until when; the last one is being handled.</summary>
    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    public bool IsOpen => ClosedAt is null;

    /// <summary>Opening, each entry, the decision, closing.</summary>
    public IReadOnlyList<AgendaItem> Agenda => [AgendaItem.Opening, .. Entries.Select(AgendaItem.Of), AgendaItem.Decision, AgendaItem.Closing];

    /// <summary>The item being handled, or the last one.</summary>
    public AgendaItem Current => Turns[^1].Item;

    public IEnumerable<PersonId> Present => Attendances.Where(a => a.To is null).Select(a => a.Person);

    /// <summary>Opens a meeting; whoever opens it is there.</summary>
    /// <param name="last">The jury's meeting before, if there was one.</param>
    /// <returns>Refused: not the time for it, one is under way, no place.</returns>
    public static (Meeting? Meeting, Refusal? Refusal) Open(Competition competition, Meeting? last, IEnumerable<EntryId> entries, string? place, PersonId by, Guid id, DateTimeOffset now)
    {
        if (competition.Stage != Stage.Deliberation) return (null, new("meeting.not-now"));
        if (last is { IsOpen: true }) return (null, new("meeting.is-open"));
        if (Answers.CleanLine(place) is not { Length: > 0 } where) return (null, new("meeting.place-missing"));
        if (TextLimit.CheckLine(where) is { } tooLong) return (null, tooLong);
        return (new()
        {
            Id = id,
            CompetitionId = competition.Id,
            Number = (last?.Number ?? 0) + 1,
            Place = where,
            OpenedBy = by,
            OpenedAt = now,
            Entries = [.. entries],
            Attendances = [new(by, now)],
            Turns = [new(AgendaItem.Opening, now, null, [], [])],
        }, null);
    }

    /// <summary>Somebody arrives, or comes back. Whoever stays out of the item at hand arrives after it.</summary>
    /// <returns>Refused: closed, does not belong at the table, is there already, or must not be present now (Hallintolaki 27 §).</returns>
    public Refusal? Arrive(PersonId who, JuryTable table, DateTimeOffset now)
    {
        if (!IsOpen) return new("meeting.is-closed");
        if (table.People.All(p => p.Id != who)) return new("meeting.not-of-the-table");
        if (Present.Contains(who)) return new("meeting.is-there");
        if (table.WhyOut(Current, who) is not null) return new("meeting.arrives-after-item");
        Attendances = [.. Attendances, new(who, now)];
        WatchQuorum(table, now);
        return null;
    }

    /// <summary>Somebody leaves the meeting.</summary>
    public Refusal? Leave(PersonId who, JuryTable table, DateTimeOffset now)
    {
        if (!IsOpen) return new("meeting.is-closed");
        if (!Present.Contains(who)) return new("meeting.is-not-there");
        Goes(who, now);
        BeginIfAllHaveLeft(table, now);
        WatchQuorum(table, now);
        return null;
    }

    /// <summary>Who must be out during the item at hand, with the time at which each left.</summary>
    public IReadOnlyList<Absence> Out(JuryTable table) =>
    [
        .. from person in table.People
           let left = Turns[^1].Out.FirstOrDefault(o => o.Person == person.Id)
           let reason = table.WhyOut(Current, person.Id)
           where reason is not null || left?.LeftAt is not null
           select new Absence(person.Id, reason ?? left!.Reason, reason is null ? left!.Ground : table.Ground(Current, person.Id), left?.LeftAt, left?.ToldAt),
    ];

    /// <summary>Who is still here and must leave before the item is handled.</summary>
    public IReadOnlyList<Absence> MustLeave(JuryTable table) =>
        IsOpen ? [.. Out(table).Where(o => o.LeftAt is null && Present.Contains(o.Person))] : [];

    /// <summary>Whether enough members are there for the item at hand.</summary>
    public Quorum QuorumNow(JuryTable table) => table.QuorumOf(Current, Present);

    /// <summary>Somebody who must be out has left the room, or the connection, for the item at hand; nobody comes back by itself, but by <see cref="Arrive"/>.</summary>
    public Refusal? StepOut(PersonId who, JuryTable table, DateTimeOffset now)
    {
        if (!IsOpen) return new("meeting.is-closed");
        if (MustLeave(table).FirstOrDefault(o => o.Person == who) is not { } leaving) return new("meeting.need-not-leave");
        Replace(Turns[^1] with { Out = [.. Turns[^1].Out.Where(o => o.Person != who), leaving with { LeftAt = now }] });
        Goes(who, now);
        BeginIfAllHaveLeft(table, now);
        return null;
    }

    /// <summary>Why the item at hand cannot be handled now: somebody must leave first, or too few are there.</summary>
    public Refusal? WhyNotHandled(JuryTable table)
    {
        if (!IsOpen) return new("meeting.is-closed");
        return MustLeave(table).Count is > 0 and var count ? new("meeting.somebody-must-leave", count) : QuorumNow(table).WhyNot(table.Presiders(Current));
    }

    /// <summary>Whether the handling of an item has begun.</summary>
    public bool WasHandled(AgendaItem item) => Turns.Any(t => t.Item == item && !t.Waits);

    private void BeginIfAllHaveLeft(JuryTable table, DateTimeOffset now)
    {
        if (Turns[^1].Waits && MustLeave(table).Count == 0) Replace(Turns[^1] with { From = now, Waits = false });
    }

    private void Goes(PersonId who, DateTimeOffset now) => Attendances = [.. Attendances.Select(a => a.Person == who && a.To is null ? a with { To = now } : a)];

    private void Replace(Turn turn) => Turns = [.. Turns.Take(Turns.Count - 1), turn];
}
