using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

/// <summary>What becomes of an entry, as its team is told: from draft to decision.</summary>
public static class EntryJourney
{
    /// <returns>Every step of the way in order, each with its time where it has happened; exactly the last that happened is current.</returns>
    public static IReadOnlyList<JourneyStep> Of(Entry entry, Competition competition, DateTimeOffset? withdrawnAt = null)
    {
        List<(JourneyPoint Point, bool Reached, DateTimeOffset? At)> points =
        [
            (JourneyPoint.Draft, true, entry.Submitted is null ? entry.DraftSavedAt : null),
            (JourneyPoint.Received, entry.Arrived is not null, entry.Arrived?.At),
            (JourneyPoint.Opened, IsIn(entry, competition, Stage.Screening), competition.At(MilestoneKind.EntriesOpened)),
            .. entry.Submitted is { Supplement: not null } supplement ? [(JourneyPoint.Supplemented, true, (DateTimeOffset?)supplement.At)] : Array.Empty<(JourneyPoint, bool, DateTimeOffset?)>(),
            (entry.Status == EntryStatus.Ineligible ? JourneyPoint.Ineligible : JourneyPoint.Eligible, entry.Status is EntryStatus.Eligible or EntryStatus.Ineligible, entry.ScreenedAt),
        ];
        if (entry.Status != EntryStatus.Ineligible)
            points.Add((JourneyPoint.InAssessment, entry.Status == EntryStatus.Eligible && IsIn(entry, competition, Stage.Scoring), competition.At(MilestoneKind.ScoringOpened)));
        points.Add((JourneyPoint.Decided, entry.Submitted is not null && competition.Stage.IsPublic, competition.At(MilestoneKind.Published)));

        if (entry.Status == EntryStatus.Withdrawn)
        {
            points.RemoveAll(p => !p.Reached);
            points.Add((JourneyPoint.Withdrawn, true, withdrawnAt));
        }

        var last = points.FindLastIndex(p => p.Reached);
        return [.. points.Select((p, place) => new JourneyStep(p.Point, place.CompareTo(last), place <= last ? p.At : null))];
    }

    private static bool IsIn(Entry entry, Competition competition, Stage from) =>
        entry.Submitted is not null && competition.Stage >= from && competition.Stage != Stage.Cancelled;
}

/// <summary>A step of an entry's way.</summary>
/// <param name="Order">Below zero: behind; zero: where the entry is; above: still to come.</param>
public sealed record JourneyStep(JourneyPoint Point, int Order, DateTimeOffset? At);

/// <summary>The steps that a team is told of. A decision counts once it is published: before that nobody outside is told.</summary>
public enum JourneyPoint
{
    Draft,
    Received,
    Opened,

    /// <summary>Staff asked for a supplement and it has come; the time of arrival stays that of the submission.</summary>
    Supplemented,
    Eligible,
    Ineligible,
    InAssessment,
    Decided,

    /// <summary>Taken back by its team: nothing more comes.</summary>
    Withdrawn,
}
