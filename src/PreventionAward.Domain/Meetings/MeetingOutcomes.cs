using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Meetings;

public sealed partial class Meeting
{
    /// <summary>What was put on record as the jury's decision in this meeting, oldest first. What is recorded or corrected later changes nothing here.</summary>
    public IReadOnlyList<RecordedOutcome> Outcomes { get; private set; } = [];

    /// <summary>Keeps what has just been put on record as the jury's decision.</summary>
    public void KeepOutcome(Decision decision)
    {
        if (IsOpen && decision is { RecordedBy: { } by, RecordedAt: { } at })
            Outcomes = [.. Outcomes, new(decision.WinnerId, decision.SharedWith, decision.Mentions, decision.OutcomeReason, decision.HandlingReason, by, at)];
    }

    /// <summary>Whether members disagreed at the decision: somebody voted against, or dissents. A tie has its own rule.</summary>
    public bool IsContested =>
        Votes.Any(v => v.Item == AgendaItem.Decision && !v.IsOnTie && v.Result is { Against: > 0 }) || Dissents.Any(d => d.Item == AgendaItem.Decision);
}

/// <summary>The jury's decision as it was put on record in a meeting.</summary>
/// <param name="Winner">Null where no entry was found worthy.</param>
public sealed record RecordedOutcome(
    EntryId? Winner, IReadOnlyList<EntryId> SharedWith, IReadOnlyList<EntryId> Mentions, string Reason, string HandlingReason, PersonId By, DateTimeOffset At);
