using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Meetings;

// Going from item to item, to the end.
public sealed partial class Meeting
{
    /// <summary>Takes up another item. Who was out for the last one may come back and says so, or stays out where this one asks for it too. It begins when everybody who must leave has left.</summary>
    /// <param name="place">Its place in <see cref="Agenda"/>, from 0.</param>
    /// <param name="seen">How many items had been taken up when whoever moves saw the meeting: somebody else may have moved it since. Null where that is not asked.</param>
    /// <param name="isDone">Whoever leaves the item for another than the next one says that it was handled.</param>
    /// <returns>Refused: closed, moved by somebody else meanwhile, no such item, a vote is open, or the opening has found no quorum.</returns>
    public Refusal? MoveTo(int place, JuryTable table, DateTimeOffset now, int? seen = null, bool isDone = false)
    {
        if (WhyStale(seen) is { } stale) return stale;
        if (place < 0 || place >= Agenda.Count || Agenda[place] == Current) return new("meeting.no-such-item");
        if (Votes.Any(v => v.IsOpen)) return new("meeting.vote-open");
        var next = Agenda[place];
        if (Current.Kind == ItemKind.Opening && next.Kind != ItemKind.Closing && QuorumNow(table).WhyNot(table.Presiders(Current)) is { } tooFew) return tooFew;
        End(table, now, isDone || place == Agenda.ToList().IndexOf(Current) + 1);
        Turns = [.. Turns, new(next, now, null, StillOut(next, table), [])];
        Replace(Turns[^1] with { Waits = MustLeave(table).Count > 0 });
        WatchQuorum(table, now);
        return null;
    }

    /// <summary>Closes the meeting and locks its record.</summary>
    /// <returns>Refused: closed already, a vote is open.</returns>
    public Refusal? Close(PersonId by, JuryTable table, DateTimeOffset now)
    {
        if (!IsOpen) return new("meeting.is-closed");
        if (Votes.Any(v => v.IsOpen)) return new("meeting.vote-open");
        End(table, now, isDone: Current.Kind == ItemKind.Decision);
        Attendances = [.. Attendances.Select(a => a.To is null ? a with { To = now } : a)];
        (ClosedAt, ClosedBy) = (now, by);
        return null;
    }

    /// <summary>Why a form that was opened at some item is not about the one at hand any more.</summary>
    /// <param name="seen">How many items had been taken up then; null where that is not asked.</param>
    public Refusal? WhyStale(int? seen) =>
        !IsOpen ? new("meeting.is-closed") : seen is { } shown && shown != Turns.Count ? new("meeting.moved-already") : null;

    /// <summary>Why somebody does not lead the item at hand: stays out of it while another could lead, or is a member who is not there.</summary>
    /// <param name="staysOut">Of the item at hand; who stays out has left the room and leads on where nobody else could.</param>
    public Refusal? WhyNotLedBy(PersonId who, bool staysOut, JuryTable table)
    {
        if (staysOut) return table.People.Any(p => p.Id != who && (p.MayPreside || !p.IsMember) && Present.Contains(p.Id) && table.WhyOut(Current, p.Id) is null) ? new("meeting.you-are-out") : null;
        return table.Members.Any(m => m.Id == who) && !Present.Contains(who) ? new("meeting.lead-when-there") : null;
    }

    // An item is handled where something was recorded under it or whoever led said that it was done; otherwise the meeting only passed it.
    private void End(JuryTable table, DateTimeOffset now, bool isDone)
    {
        Rescorings = [.. Rescorings.Select(r => r.To is null ? r with { To = now } : r)];
        Replace(Turns[^1] with
        {
            To = now,
            Out = Out(table),
            Present = [.. InTheRoom(Current, table)],
            Quorum = QuorumNow(table),
            Gaps = [.. Turns[^1].Gaps.Select(gap => gap.To is null ? gap with { To = now } : gap)],
            Waits = Turns[^1].Waits && MustLeave(table).Count > 0,
            PassedOver = !isDone && Current.Kind.IsMatter && !HasRecord(Turns[^1]),
        });
    }

    private IReadOnlyList<Absence> StillOut(AgendaItem next, JuryTable table) =>
    [
        .. from absence in Turns[^1].Out
           where absence.LeftAt is not null && !Present.Contains(absence.Person)
           let reason = table.WhyOut(next, absence.Person)
           where reason is not null
           select new Absence(absence.Person, reason.Value, table.Ground(next, absence.Person), absence.LeftAt),
    ];
}
