using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Competitions;

/// <summary>Everything that staff decide about a call before it opens.</summary>
public sealed record CompetitionPlan(
    LocalizedText Title, Theme Theme, Authority Authority, Timetable Timetable,
    FormDefinition Form, IReadOnlyList<Criterion> Criteria, TieRule TieRule, LocalizedText Appointment)
{
    /// <summary>Who appointed the jury, by which decision and for how long.</summary>
    public JuryMandate Mandate { get; init; } = JuryMandate.Empty;

    /// <summary>How many members the jury needs to act.</summary>
    public QuorumRule Quorum { get; init; } = QuorumRule.Default;

    /// <summary>What the decision says of seeking a change to it; empty: our default, which the ministry has still to confirm.</summary>
    public LocalizedText Appeal { get; init; } = LocalizedText.Empty;

    /// <summary>The first text that is longer than it may be, as a refusal; null where none is.</summary>
    public Refusal? TooLong() =>
        TextLimit.CheckLine(Title, Theme.Title, Authority.Name, Authority.Unit, Authority.ContactName)
        ?? TextLimit.CheckLine(Authority.DiaryNumber, Authority.ContactMail, Authority.ContactPhone)
        ?? TextLimit.Check([Theme.Description, Theme.InScope, Theme.OutOfScope, Appointment, Appeal, .. Criteria.SelectMany(c => (LocalizedText[])[c.Title, c.Guidance, .. c.Anchors])]);
}

/// <summary>The year's theme, set for all of Europe, with its scoping notes.</summary>
public sealed record Theme(LocalizedText Title, LocalizedText Description, LocalizedText InScope, LocalizedText OutOfScope)
{
    public static readonly Theme Empty = new(LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty);
}

/// <summary>The authority as its letterhead and contact lines name it. Data: no emblem or logo of anyone.</summary>
/// <param name="Name">The body that organises the competition.</param>
/// <param name="Unit">The unit beneath it; may be empty.</param>
/// <param name="DiaryNumber">The case number in the authority's register; empty until given.</param>
/// <param name="ContactName">Who gives further information (Hallintolaki 44 §).</param>
public sealed record Authority(LocalizedText Name, LocalizedText Unit, string DiaryNumber, LocalizedText ContactName, string ContactMail, string ContactPhone)
{
    public static readonly Authority Empty = new(LocalizedText.Empty, LocalizedText.Empty, "", LocalizedText.Empty, "", "");
}

/// <summary>The dates of a call. Instants are stored as such and shown in Helsinki time.</summary>
/// <param name="ClosesAt">The first instant at which an entry is late.</param>
/// <param name="ScoringDue">By when jurors are asked to hand in.</param>
/// <param name="EuropeDue">The European deadline, usually 30 September.</param>
/// <param name="Extensions">How the closing time was moved on after the call had opened, oldest first; null where it never was.</param>
public sealed record Timetable(
    DateTimeOffset? ClosesAt = null, DateTimeOffset? ScoringDue = null, DateOnly? EuropeDue = null, IReadOnlyList<DeadlineExtension>? Extensions = null)
{
    /// <summary>With fewer days between closing and the European deadline the jury's work has hardly ever been done in time.</summary>
    public const int FewestDaysToEurope = 21;

    /// <summary>The stage as everybody is told it: a call whose time has run out is closed, whether or not staff have said so yet.</summary>
    public Stage StageAsTold(Stage stage, DateTimeOffset now) => stage == Stage.Open && now >= ClosesAt ? Stage.Closed : stage;
}

/// <summary>The closing time moved on for everybody, most often because a system failed; public with its reason.</summary>
/// <param name="From">The closing time before.</param>
/// <param name="To">The closing time after.</param>
/// <param name="At">When it was decided.</param>
public sealed record DeadlineExtension(DateTimeOffset From, DateTimeOffset To, LocalizedText Reason, DateTimeOffset At);

/// <summary>Something that happened to a competition, and when.</summary>
public sealed record Milestone(MilestoneKind Kind, DateTimeOffset At, LocalizedText? Note = null);

/// <summary>The dated events of a competition's year.</summary>
public enum MilestoneKind
{
    Opened,
    Closed,

    /// <summary>The deadline was extended after the call had been closed.</summary>
    Reopened,
    EntriesOpened,
    ScoringOpened,
    ScoringClosed,
    ReturnedToScreening,
    Decided,
    ReturnedToDeliberation,
    Published,
    Nominated,
    SentToEurope,
    EuropeanResult,
    Archived,
    Cancelled,
}

/// <summary>The facts about kinds of event that rules ask for.</summary>
public static class MilestoneFacts
{
    extension(MilestoneKind kind)
    {
        /// <summary>Something that happened to the winner in Europe, dated by hand; every other kind dates itself.</summary>
        public bool IsEuropean => kind is MilestoneKind.Nominated or MilestoneKind.SentToEurope or MilestoneKind.EuropeanResult;
    }
}

/// <summary>What a competition's record is, so that a page can say it.</summary>
public enum Provenance
{
    /// <summary>A competition held in this portal.</summary>
    Real,

    /// <summary>Put together afterwards from public sources; not the ministry's document.</summary>
    Reconstructed,

    /// <summary>Invented, for trying the portal.</summary>
    Example,
}
