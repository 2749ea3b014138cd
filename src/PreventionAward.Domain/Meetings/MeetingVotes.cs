using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Meetings;

public sealed partial class Meeting
{
    public IReadOnlyList<Vote> Votes { get; private set; } = [];

    /// <summary>The vote that is under way, if any.</summary>
    public Vote? OpenVote => Votes.FirstOrDefault(v => v.IsOpen);

    /// <summary>Puts a question on the item at hand to the vote.</summary>
    /// <param name="tied">The entries of a tie that the vote is to settle; empty for a question of for and against.</param>
    /// <returns>Refused: the item cannot be handled now, another vote is open, no question; a tie is settled at the decision.</returns>
    public Refusal? PutToVote(Guid id, string? question, IReadOnlyList<EntryId> tied, JuryTable table, DateTimeOffset now)
    {
        if (WhyNotHandled(table) is { } notNow) return notNow;
        if (OpenVote is not null) return new("meeting.vote-open");
        if (Answers.CleanLine(question) is not { Length: > 0 } asked) return new("meeting.question-missing");
        if (TextLimit.CheckLine(asked) is { } tooLong) return tooLong;
        if (tied.Count > 0 && Current.Kind != ItemKind.Decision) return new("meeting.tie-at-decision");
        Votes = [.. Votes, new(id, Current, asked, tied, now, [])];
        return null;
    }

    /// <summary>Takes a member's vote; a later one of the same member takes its place until the votes are counted.</summary>
    /// <param name="recordedBy">Who writes it down for a member who votes aloud.</param>
    /// <returns>Refused: no such vote open, nobody of this table, not a member, not there, out of the room, or a choice that is not asked about.</returns>
    public Refusal? Cast(Guid vote, PersonId member, Stance stance, EntryId? choice, PersonId? recordedBy, JuryTable table)
    {
        if (OpenVote is not { } open || open.Id != vote || !IsOpen) return new("meeting.no-open-vote");
        if (table.People.All(p => p.Id != member)) return new("meeting.not-of-the-table");
        if (table.Members.All(m => m.Id != member) || table.WhyOut(open.Item, member) is not null) return new("meeting.no-vote");
        if (!Present.Contains(member)) return new("meeting.vote-when-there");
        if (open.IsOnTie && stance != Stance.Abstain && (choice is not { } chosen || !open.Tied.Contains(chosen))) return new("meeting.choice-missing");
        if (open.IsOnTie && stance == Stance.Against) return new("meeting.choice-missing");
        var ballot = new Ballot(member, stance, open.IsOnTie && stance == Stance.For ? choice : null, recordedBy == member ? null : recordedBy);
        Replace(open with { Ballots = [.. open.Ballots.Where(b => b.By != member), ballot] });
        return null;
    }

    /// <summary>Counts the votes. More for than against carries a question; most votes choose of a tie; an even count is decided by the vote of whoever presides, unless the tie rule is to share.</summary>
    /// <remarks>A vote in which nobody has voted lapses: it was put by mistake, and is on record in the audit trail alone.</remarks>
    /// <returns>Refused: no vote open; no quorum.</returns>
    public Refusal? Count(Guid vote, TieEnd rule, JuryTable table, DateTimeOffset now)
    {
        if (OpenVote is not { } open || open.Id != vote || !IsOpen) return new("meeting.no-open-vote");
        if (open.Ballots.Count == 0) return Lapse(open);
        if (WhyNotHandled(table) is { } notNow) return notNow;
        var casting = rule == TieEnd.Shared ? null : open.Ballots.FirstOrDefault(b => b.By == Presiding(open.Item, table));
        var result = open.IsOnTie ? OfTie(open, casting, Presiding(open.Item, table), now) : OfQuestion(open, casting, Presiding(open.Item, table), now);
        Replace(open with { Result = result with { NotVoting = InTheRoom(open.Item, table).Count(m => open.Ballots.All(b => b.By != m)) } });
        return null;
    }

    /// <summary>Who presides over an item: the chair; the vice-chair where the chair is not there or stays out. Null where the members present choose one of them.</summary>
    public PersonId? Presiding(AgendaItem item, JuryTable table) => table.Members
        .Where(m => m.MayPreside && Present.Contains(m.Id) && table.WhyOut(item, m.Id) is null)
        .OrderByDescending(m => m.Role == SeatRole.Chair).FirstOrDefault()?.Id;

    private static VoteResult OfQuestion(Vote vote, Ballot? casting, PersonId? presiding, DateTimeOffset now)
    {
        var (yes, no, none) = (CountOf(vote, Stance.For), CountOf(vote, Stance.Against), CountOf(vote, Stance.Abstain));
        var isCast = yes == no && casting is { Stance: not Stance.Abstain };
        return new(yes, no, none, yes > no || (isCast && casting!.Stance == Stance.For), null, isCast, presiding, now);
    }

    private static VoteResult OfTie(Vote vote, Ballot? casting, PersonId? presiding, DateTimeOffset now)
    {
        var counts = vote.Tied.Select(entry => (Entry: entry, Count: vote.Ballots.Count(b => b.Choice == entry))).ToList();
        var first = counts.Where(c => c.Count == counts.Max(other => other.Count)).Select(c => c.Entry).ToList();
        var isCast = first.Count > 1 && casting?.Choice is { } choice && first.Contains(choice);
        EntryId? chosen = first.Count == 1 ? first[0] : isCast ? casting!.Choice : null;
        return new(vote.Ballots.Count(b => b.Choice is not null), 0, CountOf(vote, Stance.Abstain), chosen is not null, chosen, isCast, presiding, now);
    }

    internal IEnumerable<PersonId> InTheRoom(AgendaItem item, JuryTable table) =>
        table.Members.Where(m => Present.Contains(m.Id) && table.WhyOut(item, m.Id) is null).Select(m => m.Id);

    private static int CountOf(Vote vote, Stance stance) => vote.Ballots.Count(b => b.Stance == stance);

    private Refusal? Lapse(Vote vote)
    {
        Votes = [.. Votes.Where(v => v.Id != vote.Id)];
        return null;
    }

    private void Replace(Vote vote) => Votes = [.. Votes.Select(v => v.Id == vote.Id ? vote : v)];
}
