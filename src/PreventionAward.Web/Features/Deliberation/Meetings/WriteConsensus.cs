using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Saves what the jury agrees on about one entry, criterion by criterion. Where somebody else has written meanwhile, nothing of theirs is overwritten.</summary>
public sealed class WriteConsensus(MeetingStep step)
{
    /// <param name="texts">What was written of each criterion, and the text that the writer had been shown.</param>
    /// <returns>Refused: some text was written by somebody else meanwhile; then none of this form is saved.</returns>
    public Task<Refusal?> RunAsync(string name, EntryId entry, IReadOnlyList<(string Criterion, string Text, string BasedOn)> texts, Language language) =>
        step.RunAsync(name, Can.LeadMeeting, "meeting-consensus", hand =>
        {
            if (!hand.Meeting.Entries.Contains(entry)) return new("meeting.no-such-item");
            if (hand.WhyOut(Domain.Meetings.AgendaItem.Of(entry)) is { } isOut) return isOut;
            return texts.Where(t => hand.Competition.Criteria.Any(c => c.Key == t.Criterion))
                .Select(t => hand.Meeting.Agree(new(entry, t.Criterion, Answers.Clean(t.Text), language, hand.By, hand.Now), t.BasedOn, hand.Table))
                .FirstOrDefault(refusal => refusal is not null);
        }, entry);
}
