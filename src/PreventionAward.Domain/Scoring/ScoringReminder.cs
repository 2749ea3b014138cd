using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Scoring;

/// <summary>A juror has been reminded that declarations or sheets are missing; once for each kind and what it is about.</summary>
/// <param name="About">The time by which sheets are due; of a reminder by staff the beginning of its day, so that there is one a day.</param>
public sealed record ScoringReminder(CompetitionId CompetitionId, PersonId JurorId, ScoringReminderKind Kind, DateTimeOffset About, DateTimeOffset At)
{
    // The most urgent first. Lengths of time, not days of the calendar: the night when the clock is moved changes nothing.
    private static readonly (ScoringReminderKind Kind, TimeSpan Before)[] Kinds = [(ScoringReminderKind.OneDay, TimeSpan.FromDays(1)), (ScoringReminderKind.ThreeDays, TimeSpan.FromDays(3))];

    /// <summary>The automatic reminder whose time has come, or null: too early, over, or scoring was opened only after it would have gone out.</summary>
    public static ScoringReminderKind? DueIn(Competition competition, DateTimeOffset now)
    {
        if (competition.Stage != Stage.Scoring || competition.Timetable.ScoringDue is not { } due || now >= due) return null;
        var (kind, before) = Array.Find(Kinds, kind => due - kind.Before <= now);
        return before > TimeSpan.Zero && competition.At(MilestoneKind.ScoringOpened) < due - before ? kind : null;
    }
}

/// <summary>Why a juror is reminded.</summary>
public enum ScoringReminderKind
{
    ThreeDays,
    OneDay,
    ByStaff,
}
