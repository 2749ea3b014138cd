using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>A person's own arriving at the meeting, leaving it, and leaving the room for an item.</summary>
public sealed class TakePart(MeetingStep step)
{
    public Task<Refusal?> RunAsync(string name, LeadAct what) => step.RunAsync(name, Can.Deliberate, "meeting-presence", hand => ToOneself(what switch
    {
        LeadAct.Arrived => hand.Meeting.Arrive(hand.By, hand.Table, hand.Now),
        LeadAct.Left => hand.Meeting.Leave(hand.By, hand.Table, hand.Now),
        _ => hand.Meeting.StepOut(hand.By, hand.Table, hand.Now),
    }));

    // Whoever acts for themselves is spoken to.
    private static Refusal? ToOneself(Refusal? refusal) => refusal?.Code switch
    {
        "meeting.arrives-after-item" => new("meeting.you-arrive-after-item"),
        "meeting.is-there" => new("meeting.you-are-there"),
        "meeting.is-not-there" => new("meeting.you-are-not-there"),
        "meeting.need-not-leave" => new("meeting.you-need-not-leave"),
        _ => refusal,
    };
}

/// <summary>Puts a member's dissenting opinion on record.</summary>
public sealed class FileDissent(MeetingStep step)
{
    /// <param name="place">The item's place in the agenda.</param>
    public Task<Refusal?> RunAsync(string name, int place, string? text, Language language) =>
        step.RunAsync(name, Can.VoteInMeeting, "meeting-dissent", hand =>
        {
            if (place < 0 || place >= hand.Meeting.Agenda.Count) return new("meeting.no-such-item");
            var item = hand.Meeting.Agenda[place];
            return hand.WhyOut(item) ?? hand.Meeting.Dissent(new(item, hand.By, text ?? "", language, hand.Now), hand.Table);
        });
}
