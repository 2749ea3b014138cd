namespace PreventionAward.Domain.Meetings;

// What the record tells afterwards.
public sealed partial class Meeting
{
    /// <summary>Whether an item had been handled to its end by then: with a quorum, without anybody who had to be out, and not only passed.</summary>
    public bool HasHandled(AgendaItem item, DateTimeOffset until) => Turns.Any(t => t.Item == item && t.To <= until && WasProper(t));

    /// <summary>How an item stands.</summary>
    public ItemState StateOf(AgendaItem item)
    {
        if (IsOpen && Current == item) return ItemState.Now;
        if (item.Kind.IsMatter ? HasHandled(item, DateTimeOffset.MaxValue) : WasHandled(item)) return ItemState.Handled;
        if (Turns.Any(t => t.Item == item && t is { Waits: false, PassedOver: false })) return ItemState.Unfinished;
        return Turns.Any(t => t.Item == item) ? ItemState.NotHandled : ItemState.Ahead;
    }

    /// <summary>The entries, and the decision, that would be on record as not handled if the meeting were closed now.</summary>
    public IEnumerable<AgendaItem> LeftByClosing(JuryTable table) => Agenda.Where(item =>
        item.Kind.IsMatter && !HasHandled(item, DateTimeOffset.MaxValue)
        && !(item == Current && WhyNotHandled(table) is null && (item.Kind == ItemKind.Decision || HasRecord(Turns[^1]))));

    /// <summary>Whether the meeting was at the item of that entry then, and had begun to handle it.</summary>
    public bool WasHandling(EntryId entry, DateTimeOffset at) => Turns.Any(t => t.Item.Entry == entry && !t.Waits && t.From <= at && (t.To is null || at <= t.To));

    /// <summary>Those who had to be out when a turn ended and were recorded as present all the same.</summary>
    public IEnumerable<PersonId> WhoDidNotLeave(Turn turn) =>
        turn.Out.Where(o => o.LeftAt is null && Attendances.Any(a => a.Person == o.Person && a.From < turn.To && (a.To is null || a.To >= turn.To))).Select(o => o.Person);

    /// <summary>When somebody was in the room: from arriving until leaving, without the items for which the person went out.</summary>
    public IReadOnlyList<Attendance> InTheRoom(PersonId who)
    {
        IEnumerable<Attendance> there = Attendances.Where(a => a.Person == who);
        foreach (var turn in Turns)
            if (turn.Out.FirstOrDefault(o => o.Person == who)?.LeftAt is { } left)
                there = there.SelectMany(a => Without(a, left, turn.To)).ToList();
        return [.. there];
    }

    internal bool WasProper(Turn turn) => turn is { Waits: false, PassedOver: false, Quorum.IsMet: true } && !WhoDidNotLeave(turn).Any();

    private bool HasRecord(Turn turn) =>
        Votes.Any(v => v.Item == turn.Item && v.At >= turn.From) || Dissents.Any(d => d.Item == turn.Item && d.At >= turn.From)
        || Consensus.Any(c => c.Entry == turn.Item.Entry && c.At >= turn.From) || Rescorings.Any(r => r.Entry == turn.Item.Entry && r.From >= turn.From)
        || (turn.Item.Kind == ItemKind.Decision && Outcomes.Any(o => o.At >= turn.From));

    private static IEnumerable<Attendance> Without(Attendance there, DateTimeOffset left, DateTimeOffset? back)
    {
        if (back <= there.From || left >= there.To) return [there];
        IEnumerable<Attendance> before = there.From < left ? [there with { To = left }] : [];
        return back is { } again && (there.To is null || again < there.To) ? [.. before, there with { From = again }] : before;
    }
}

/// <summary>What the meetings of a jury say of its decision: what was handled in them, and who took part in deciding.</summary>
/// <param name="NotHandled">Entries whose item no meeting has taken up and brought to its end.</param>
/// <param name="Deciding">Null where no meeting has taken up the decision.</param>
public sealed record Handling(IReadOnlyList<EntryId> NotHandled, Deciding? Deciding)
{
    /// <summary>Every entry and the decision itself were handled in a meeting; otherwise the decision needs a reason on record.</summary>
    public bool IsWhole => NotHandled.Count == 0 && Deciding is not null;

    /// <summary>Members voted against each other at the decision, or dissent from it: what is recorded then needs a reason.</summary>
    public bool IsContested { get; init; }

    /// <param name="meetings">In their order.</param>
    public static Handling Of(IReadOnlyList<Meeting> meetings, JuryTable table, DateTimeOffset now) =>
        new(Without(meetings, table.Entries, now), Deciding.Of(meetings, table)) { IsContested = meetings.Any(m => m.IsContested) };

    /// <summary>The entries that no meeting had handled by then.</summary>
    public static IReadOnlyList<EntryId> Without(IEnumerable<Meeting> meetings, IEnumerable<EntryId> entries, DateTimeOffset by) =>
        [.. entries.Where(entry => !meetings.Any(m => m.HasHandled(AgendaItem.Of(entry), by)))];
}

/// <summary>Who took part in deciding, as it was when the decision was put on record.</summary>
/// <param name="Meeting">Its number.</param>
/// <param name="TookPart">The members.</param>
/// <param name="Out">Who stayed out, and why; a member in neither list was not there.</param>
public sealed record Deciding(int Meeting, IReadOnlyList<PersonId> TookPart, IReadOnlyList<Absence> Out, Quorum Quorum)
{
    /// <summary>The item of the decision that is at hand, or the last one that was handled properly.</summary>
    public static Deciding? Of(IReadOnlyList<Meeting> meetings, JuryTable table)
    {
        if (meetings.Count > 0 && meetings[^1] is { IsOpen: true } open && open.Current == AgendaItem.Decision)
            return open.WhyNotHandled(table) is null ? new(open.Number, [.. open.InTheRoom(open.Current, table)], open.Out(table), open.QuorumNow(table)) : null;
        return meetings.SelectMany(m => m.Turns.Where(t => t.Item == AgendaItem.Decision && t.To is not null && m.WasProper(t)).Select(t => new Deciding(m.Number, t.Present, t.Out, t.Quorum!))).LastOrDefault();
    }
}
