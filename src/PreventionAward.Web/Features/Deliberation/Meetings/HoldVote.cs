using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Puts a question to the vote, as whoever leads the meeting.</summary>
public sealed class PutToVote(MeetingStep step)
{
    /// <param name="tied">The entries of a tie that the vote is to settle.</param>
    /// <param name="seen">How many items had been taken up when the form was opened.</param>
    public Task<Refusal?> RunAsync(string name, string? question, IReadOnlyList<EntryId> tied, int? seen = null) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-vote-put", hand =>
            hand.WhyNotHandledBy(hand.Meeting.Current, seen) ?? hand.Meeting.PutToVote(Guid.CreateVersion7(hand.Now), question, tied, hand.Table, hand.Now, hand.Competition.Stage != Stage.Deliberation));
}

/// <summary>Takes a vote: one's own, or one that is said aloud and written down by whoever leads the meeting.</summary>
public sealed class CastVote(MeetingStep step)
{
    /// <param name="member">Null for one's own.</param>
    public Task<Refusal?> RunAsync(string name, Guid vote, PersonId? member, Stance? stance, EntryId? choice) =>
        step.RunAsync(name, member is null ? Can.VoteInMeeting : Can.LeadMeeting, "meeting-vote-cast", hand =>
            (member is null ? hand.WhyOut(hand.Meeting.Current) : hand.WhyNotHandledBy(hand.Meeting.Current)) ?? (stance is { } how ? Cast(hand, vote, member ?? hand.By, how, choice) : new Refusal("meeting.choice-missing")));

    private static Refusal? Cast(MeetingAtHand hand, Guid vote, PersonId member, Stance stance, EntryId? choice)
    {
        var before = Of(hand, vote, member);
        return hand.Meeting.Cast(vote, member, stance, choice, hand.By, hand.Table)
            ?? hand.Done(hand.Meeting.Current, new { member, item = hand.Meeting.Current, before, after = Of(hand, vote, member) });
    }

    private static Ballot? Of(MeetingAtHand hand, Guid vote, PersonId member) => hand.Meeting.Votes.FirstOrDefault(v => v.Id == vote)?.Ballots.FirstOrDefault(b => b.By == member);
}

/// <summary>Counts the votes and locks them.</summary>
public sealed class CountVotes(MeetingStep step)
{
    /// <param name="without">Members whose missing vote whoever counts has passed over.</param>
    public Task<Refusal?> RunAsync(string name, Guid vote, IReadOnlyCollection<PersonId> without) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-vote-counted", hand =>
            hand.WhyNotHandledBy(hand.Meeting.Current) ?? hand.Meeting.Count(vote, hand.Competition.TieRule.End, hand.Table, hand.Now, without));
}

/// <summary>Ends a vote without counting it, with a reason that stays in the minutes.</summary>
public sealed class LetVoteLapse(MeetingStep step)
{
    public Task<Refusal?> RunAsync(string name, Guid vote, string? reason) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-vote-lapsed", hand =>
            hand.WhyNotLed() ?? hand.Meeting.LetLapse(vote, reason, hand.By, hand.Now) ?? hand.Done(hand.Meeting.Current, new { vote, reason }));
}
