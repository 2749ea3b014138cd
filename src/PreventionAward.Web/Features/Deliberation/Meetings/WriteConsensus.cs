using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Saves what the jury agrees on about one entry, criterion by criterion. Where somebody else has written meanwhile, nothing of theirs is overwritten; the other texts are saved.</summary>
public sealed class WriteConsensus(MeetingStep step)
{
    /// <param name="texts">What was written of each criterion, and the text that the writer had been shown.</param>
    /// <returns>Why some of the texts are not saved: written by somebody else meanwhile, or too long.</returns>
    public async Task<Refusal?> RunAsync(string name, EntryId entry, IReadOnlyList<(string Criterion, string Text, string BasedOn)> texts, Language language)
    {
        Refusal? left = null;
        var refusal = await step.RunAsync(name, Can.LeadMeeting, "meeting-consensus", hand =>
        {
            if (!hand.Meeting.Entries.Contains(entry)) return new("meeting.no-such-item");
            if (hand.WhyNotHandledBy(AgendaItem.Of(entry)) is { } notNow) return notNow;
            var before = hand.Meeting.Consensus;
            left = Written(hand, entry, texts, language);
            return ReferenceEquals(before, hand.Meeting.Consensus) ? left : null;
        }, entry);
        return refusal ?? (left is null ? null : left with { Code = left.Code == "ui.saved-by-someone-else" ? "meeting.consensus-clash" : left.Code });
    }

    // The first refusal; what follows it is saved all the same.
    private static Refusal? Written(MeetingAtHand hand, EntryId entry, IReadOnlyList<(string Criterion, string Text, string BasedOn)> texts, Language language) =>
        texts.Where(t => hand.Competition.Criteria.Any(c => c.Key == t.Criterion))
            .Select(t => hand.Meeting.Agree(new(entry, t.Criterion, Answers.Clean(t.Text), language, hand.By, hand.Now), t.BasedOn, hand.Table))
            .ToList().Find(refusal => refusal is not null);
}
