using PreventionAward.Domain;
using PreventionAward.Domain.Access;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Leads the meeting: takes up another item, closes it, and keeps who is there.</summary>
public sealed class LeadMeeting(MeetingStep step)
{
    /// <param name="what">What is done, as the form's button says it.</param>
    /// <param name="value">The item's place in the agenda, or the person.</param>
    public Task<Refusal?> RunAsync(string name, LeadAct what, string? value) => what switch
    {
        LeadAct.Move => step.RunAsync(name, Can.LeadMeeting, "meeting-moved", hand =>
            hand.WhyNotLed() ?? hand.Meeting.MoveTo(int.TryParse(value, out var place) ? place : -1, hand.Table, hand.Now)),
        LeadAct.Close => step.RunAsync(name, Can.LeadMeeting, "meeting-closed", hand => hand.WhyNotLed() ?? hand.Meeting.Close(hand.By, hand.Table, hand.Now)),
        LeadAct.Arrived => step.RunAsync(name, Can.LeadMeeting, "meeting-presence", hand => hand.Meeting.Arrive(Person(value), hand.Table, hand.Now)),
        LeadAct.Left => step.RunAsync(name, Can.LeadMeeting, "meeting-presence", hand => hand.Meeting.Leave(Person(value), hand.Table, hand.Now)),
        _ => step.RunAsync(name, Can.LeadMeeting, "meeting-presence", hand => hand.Meeting.StepOut(Person(value), hand.Table, hand.Now)),
    };

    private static PersonId Person(string? value) => new(Guid.TryParse(value, out var id) ? id : default);
}

/// <summary>What whoever leads a meeting can do.</summary>
public enum LeadAct
{
    Move,
    Close,
    Arrived,
    Left,
    SteppedOut,
}
