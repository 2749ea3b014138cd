using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Meetings;

/// <summary>That somebody was at the meeting, from when until when; null while present.</summary>
public sealed record Attendance(PersonId Person, DateTimeOffset From, DateTimeOffset? To = null);

/// <summary>An item while it was being handled; an item that was taken up again has several.</summary>
/// <param name="Out">Who was out and why. While the turn lasts: those who have left the room; afterwards all.</param>
/// <param name="From">When its handling began: after the last of those who had to leave had left.</param>
/// <param name="Present">The members who took part, as the turn ended.</param>
/// <param name="Quorum">As the turn ended; null while it lasts.</param>
public sealed record Turn(AgendaItem Item, DateTimeOffset From, DateTimeOffset? To, IReadOnlyList<Absence> Out, IReadOnlyList<PersonId> Present, Quorum? Quorum = null)
{
    /// <summary>Called, and not begun: somebody who must leave is still there. <see cref="From"/> is then when it was called.</summary>
    public bool Waits { get; init; }

    /// <summary>Left for another item than the next one, with nothing recorded under it and nobody saying that it was done: the meeting only passed it.</summary>
    public bool PassedOver { get; init; }

    /// <summary>When there was no quorum while the item was handled.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];
}

/// <summary>A time without a quorum; its end is null while it lasts.</summary>
public sealed record Gap(DateTimeOffset From, DateTimeOffset? To = null);

/// <summary>Somebody who was out of the room during an item.</summary>
/// <param name="LeftAt">When the person left for it; null for one who was not at the meeting, or has not left yet.</param>
/// <param name="ToldAt">When the ground or the doubt came up, where that was while the item was handled and the person was there: until then the person took part.</param>
public sealed record Absence(PersonId Person, OutReason Reason, RecusalGround? Ground, DateTimeOffset? LeftAt, DateTimeOffset? ToldAt = null);

/// <summary>What the jury agrees on about one entry and criterion, typed once.</summary>
/// <param name="Language">The language that it was typed in.</param>
public sealed record Consensus(EntryId Entry, string Criterion, string Text, Language Language, PersonId By, DateTimeOffset At);

/// <summary>A question that the members vote on by name.</summary>
/// <param name="Tied">The entries to choose from where the vote settles a tie; empty for a question of for and against.</param>
public sealed record Vote(Guid Id, AgendaItem Item, string Question, IReadOnlyList<EntryId> Tied, DateTimeOffset At, IReadOnlyList<Ballot> Ballots, VoteResult? Result = null)
{
    /// <summary>Votes of members who turned out to have to stay out of the item; they count for nothing.</summary>
    public IReadOnlyList<VoidBallot> Voided { get; init; } = [];

    /// <summary>That the vote was ended without counting; null where it was not.</summary>
    public Lapse? Lapsed { get; init; }

    public bool IsOpen => Result is null && Lapsed is null;

    public bool IsOnTie => Tied.Count > 0;
}

/// <summary>One member's vote.</summary>
/// <param name="Choice">The entry voted for, where the vote settles a tie.</param>
/// <param name="RecordedBy">Who wrote it down for a member who voted aloud; null where the member voted.</param>
public sealed record Ballot(PersonId By, Stance Stance, EntryId? Choice = null, PersonId? RecordedBy = null);

/// <summary>A vote that stopped counting when its member's ground or doubt came up.</summary>
public sealed record VoidBallot(Ballot Ballot, DateTimeOffset At);

/// <summary>Why a vote was ended without counting, by whom and when.</summary>
public sealed record Lapse(string Reason, PersonId By, DateTimeOffset At);

/// <summary>How a member votes.</summary>
public enum Stance
{
    For,
    Against,
    Abstain,
}

/// <summary>What a vote came to.</summary>
/// <param name="Carried">A question of for and against: more were for it.</param>
/// <param name="Chosen">A tie: the entry that got most votes; null where it stayed even.</param>
/// <param name="ByCastingVote">The count was even, and the vote of whoever presided decided.</param>
/// <param name="Presiding">Who presided.</param>
/// <param name="NotVoting">Members in the room who gave no vote; null where that was not kept.</param>
public sealed record VoteResult(
    int For, int Against, int Abstain, bool Carried, EntryId? Chosen, bool ByCastingVote, PersonId? Presiding, DateTimeOffset At, int? NotVoting = null)
{
    /// <summary>Who they are.</summary>
    public IReadOnlyList<PersonId> Silent { get; init; } = [];

    /// <summary>When it was counted anew without the vote of a member who had to stay out; null where it was not.</summary>
    public DateTimeOffset? RecountedAt { get; init; }
}

/// <summary>A member's dissenting opinion, in the member's own words.</summary>
public sealed record Dissent(AgendaItem Item, PersonId By, string Text, Language Language, DateTimeOffset At);

/// <summary>Scores of one entry may be given anew, for a reason.</summary>
public sealed record Rescoring(EntryId Entry, string Reason, PersonId By, DateTimeOffset From, DateTimeOffset? To = null);
