using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

/// <summary>A team has been reminded that its entry, as it stands, is not submitted; once for each kind and closing time.</summary>
/// <param name="ClosesAt">The closing time it was about: an extension starts anew.</param>
public sealed record Reminder(EntryId EntryId, ReminderKind Kind, DateTimeOffset ClosesAt, DateTimeOffset At)
{
    // The most urgent first. Lengths of time, not times of day: two hours are two hours in the night when the clock is moved, too.
    private static readonly (ReminderKind Kind, TimeSpan Before)[] Kinds =
        [(ReminderKind.TwoHours, TimeSpan.FromHours(2)), (ReminderKind.OneDay, TimeSpan.FromDays(1)), (ReminderKind.SevenDays, TimeSpan.FromDays(7))];

    /// <summary>The kind whose time has come for a closing time, before the next more urgent one's; null where it is too early or over.</summary>
    public static ReminderKind? KindAt(DateTimeOffset closes, DateTimeOffset now) => KindFrom(closes, now)?.Kind;

    /// <summary>
    /// The reminder that is due to a team at this moment, or null: the call takes no entries, the current content is submitted,
    /// or the team has known of no longer time, because it started or the deadline was extended only afterwards.
    /// </summary>
    /// <param name="files">The files of the draft.</param>
    public static ReminderKind? Due(Competition competition, Entry entry, IReadOnlyList<SubmittedFile> files, DateTimeOffset now)
    {
        if (!competition.AcceptsEntries(now) || competition.Timetable is not { ClosesAt: { } closes } timetable) return null;
        if (KindFrom(closes, now) is not { } due || !entry.ReadinessIn(competition, files).WaitsForSubmitting) return null;
        return entry.StartedAt < due.From && !(timetable.Extensions?[^1].At >= due.From) ? due.Kind : null;
    }

    private static (ReminderKind Kind, DateTimeOffset From)? KindFrom(DateTimeOffset closes, DateTimeOffset now) =>
        now < closes && Array.Find(Kinds, kind => closes - kind.Before <= now) is { Before: { Ticks: > 0 } before } found ? (found.Kind, closes - before) : null;
}

/// <summary>How long before the closing time a team is reminded.</summary>
public enum ReminderKind
{
    SevenDays,
    OneDay,
    TwoHours,
}
