using PreventionAward.Domain;
using PreventionAward.Domain.Access;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Leads the meeting: takes up another item, closes it, and keeps who is there.</summary>
public sealed class LeadMeeting(MeetingStep step)
{
    /// <param name="what">What is done, as the form's button says it.</param>
    /// <param name="value">The item's place in the agenda, or the person.</param>
    /// <param name="seen">How many items had been taken up when the form was opened.</param>
    /// <param name="isDone">The item that is left was handled, whichever comes next.</param>
    public Task<Refusal?> RunAsync(string name, LeadAct what, string? value, int? seen = null, bool isDone = false) => what switch
    {
        LeadAct.Move => step.RunAsync(name, Can.LeadMeeting, "meeting-moved", hand =>
            hand.WhyNotLed(seen) ?? hand.Meeting.MoveTo(int.TryParse(value, out var place) ? place : -1, hand.Table, hand.Now, seen, isDone)),
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
