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
    /// <param name="isDecided">The outcome is on record and has not been taken back.</param>
    /// <returns>Refused: the item cannot be handled now, another vote is open, no question; a tie is settled at the decision; the decision has its outcome already.</returns>
    public Refusal? PutToVote(Guid id, string? question, IReadOnlyList<EntryId> tied, JuryTable table, DateTimeOffset now, bool isDecided = false)
    {
        if (WhyNotHandled(table) is { } notNow) return notNow;
        if (isDecided && Current == AgendaItem.Decision) return new("meeting.outcome-is-recorded");
        if (OpenVote is not null) return new("meeting.vote-open");
        if (Answers.CleanLine(question) is not { Length: > 0 } asked) return new("meeting.question-missing");
        if (TextLimit.CheckLine(asked) is { } tooLong) return tooLong;
        if (tied.Count > 0 && Current.Kind != ItemKind.Decision) return new("meeting.tie-at-decision");
        Votes = [.. Votes, new(id, Current, asked, tied, now, [])];
        return null;
    }

    /// <summary>Takes a member's vote; a later one of the same member takes its place until the votes are counted.</summary>
    /// <param name="recordedBy">Who writes it down for a member who votes aloud.</param>
    /// <returns>Refused: no such vote open, nobody of this table, not a member, not there, out of the room, or a choice that is not asked about; somebody else would change what the member voted.</returns>
    public Refusal? Cast(Guid vote, PersonId member, Stance stance, EntryId? choice, PersonId? recordedBy, JuryTable table)
    {
        if (OpenVote is not { } open || open.Id != vote || !IsOpen) return new("meeting.no-open-vote");
        if (table.People.All(p => p.Id != member)) return new("meeting.not-of-the-table");
        var isForAnother = recordedBy is { } writer && writer != member;
        if (table.Members.All(m => m.Id != member) || table.WhyOut(open.Item, member) is not null) return new(isForAnother ? "meeting.no-vote-of-that-person" : "meeting.no-vote");
        if (isForAnother && open.Ballots.Any(b => b.By == member && b.RecordedBy is null)) return new("meeting.vote-is-own");
        if (!Present.Contains(member)) return new("meeting.vote-when-there");
        if (open.IsOnTie && stance != Stance.Abstain && (choice is not { } chosen || !open.Tied.Contains(chosen))) return new("meeting.choice-missing");
        if (open.IsOnTie && stance == Stance.Against) return new("meeting.choice-missing");
        var ballot = new Ballot(member, stance, open.IsOnTie && stance == Stance.For ? choice : null, isForAnother ? recordedBy : null);
        Replace(open with { Ballots = [.. open.Ballots.Where(b => b.By != member), ballot] });
        return null;
    }

    /// <summary>Counts the votes. More for than against carries a question; most votes choose of a tie; an even count is decided by the vote of whoever presides, unless the tie rule is to share.</summary>
    /// <param name="without">Members whose missing vote whoever counts has been shown and passed over.</param>
    /// <returns>Refused: no vote open; nobody has voted; no quorum; another member in the room has not voted.</returns>
    public Refusal? Count(Guid vote, TieEnd rule, JuryTable table, DateTimeOffset now, IReadOnlyCollection<PersonId>? without = null)
    {
        if (OpenVote is not { } open || open.Id != vote || !IsOpen) return new("meeting.no-open-vote");
        if (open.Ballots.Count == 0) return new("meeting.nobody-voted");
        if (WhyNotHandled(table) is { } notNow) return notNow;
        var silent = NotVotedIn(open, table);
        if (silent.Except(without ?? []).Count() is > 0 and var missing) return new("meeting.some-have-not-voted", missing);
        Replace(open with { Result = Counted(open, rule, Presiding(open.Item, table), now) with { NotVoting = silent.Count, Silent = silent } });
        return null;
    }

    /// <summary>Members in the room who have not voted.</summary>
    public IReadOnlyList<PersonId> NotVotedIn(Vote vote, JuryTable table) => [.. InTheRoom(vote.Item, table).Where(m => vote.Ballots.All(b => b.By != m))];

    /// <summary>Ends a vote without counting it: put by mistake, or too few are left. It stays on record with the reason.</summary>
    /// <returns>Refused: no such vote open, no reason, too long.</returns>
    public Refusal? LetLapse(Guid vote, string? reason, PersonId by, DateTimeOffset now)
    {
        if (OpenVote is not { } open || open.Id != vote || !IsOpen) return new("meeting.no-open-vote");
        if (Answers.Clean(reason) is not { Length: > 0 } why) return new("meeting.lapse-reason-missing");
        if (TextLimit.Check(why) is { } tooLong) return tooLong;
        Replace(open with { Lapsed = new(why, by, now) });
        return null;
    }

    /// <summary>Who presides over an item: the chair; the vice-chair where the chair is not there or stays out. Null where the members present choose one of them.</summary>
    public PersonId? Presiding(AgendaItem item, JuryTable table) => table.Members
        .Where(m => m.MayPreside && Present.Contains(m.Id) && table.WhyOut(item, m.Id) is null)
        .OrderByDescending(m => m.Role == SeatRole.Chair).FirstOrDefault()?.Id;

    private static VoteResult Counted(Vote vote, TieEnd rule, PersonId? presiding, DateTimeOffset now)
    {
        var casting = rule == TieEnd.Shared ? null : vote.Ballots.FirstOrDefault(b => b.By == presiding);
        return vote.IsOnTie ? OfTie(vote, casting, presiding, now) : OfQuestion(vote, casting, presiding, now);
    }

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

    private void Replace(Vote vote) => Votes = [.. Votes.Select(v => v.Id == vote.Id ? vote : v)];
}
