using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Puts a question to the vote, as whoever leads the meeting.</summary>
public sealed class PutToVote(MeetingStep step)
{
    /// <param name="tied">The entries of a tie that the vote is to settle.</param>
    public Task<Refusal?> RunAsync(string name, string? question, IReadOnlyList<EntryId> tied) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-vote-put", hand =>
            hand.WhyOut(hand.Meeting.Current) ?? hand.Meeting.PutToVote(Guid.CreateVersion7(hand.Now), question, tied, hand.Table, hand.Now));
}

/// <summary>Takes a vote: one's own, or one that is said aloud and written down by whoever leads the meeting.</summary>
public sealed class CastVote(MeetingStep step)
{
    /// <param name="member">Null for one's own.</param>
    public Task<Refusal?> RunAsync(string name, Guid vote, PersonId? member, Stance? stance, EntryId? choice) =>
        step.RunAsync(name, member is null ? Can.VoteInMeeting : Can.LeadMeeting, "meeting-vote-cast", hand =>
            hand.WhyOut(hand.Meeting.Current)
            ?? (stance is { } how ? hand.Meeting.Cast(vote, member ?? hand.By, how, choice, hand.By, hand.Table) : new Refusal("meeting.choice-missing")));
}

/// <summary>Counts the votes and locks them.</summary>
public sealed class CountVotes(MeetingStep step)
{
    public Task<Refusal?> RunAsync(string name, Guid vote) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-vote-counted", hand =>
            hand.WhyOut(hand.Meeting.Current) ?? hand.Meeting.Count(vote, hand.Competition.TieRule.End, hand.Table, hand.Now));
}
