using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>The competitions in whose jury one sits.</summary>
    public const string Jury = "jury";

    /// <summary>One's own desk in a jury: what to declare, to score, and what is done.</summary>
    public static string JuryDesk(string name) => $"jury/{name}";

    /// <summary>The desk, confirming that the sheet for an entry has been handed in.</summary>
    public static string JuryDeskAfter(string name, EntryId entry) => $"jury/{name}?done={entry.Value}";

    /// <summary>Declare one's interests in an entry, then score it.</summary>
    public static string JuryEntry(string name, EntryId entry) => $"jury/{name}/entries/{entry.Value}";

    /// <summary>Where the score sheet saves itself while one writes.</summary>
    public static string JuryScores(string name, EntryId entry) => $"jury/{name}/entries/{entry.Value}/scores";

    /// <summary>Everything that one reads and scores, as one PDF.</summary>
    /// <param name="read">The language in which translated entries are read; null = each in its own words.</param>
    public static string JuryPacket(string name, Language? read = null) => $"jury/{name}/packet.pdf" + (read is null ? "" : $"?read={read}");

    /// <summary>A score form to fill in by hand: for one entry, or for any.</summary>
    public static string ScoreForm(string name, EntryId? entry = null) => entry is { } one ? $"jury/{name}/entries/{one.Value}/score-form.pdf" : $"jury/{name}/score-form.pdf";

    /// <summary>Doubts and grounds to decide, for chair and secretary.</summary>
    public static string JuryDeclarations(string name) => $"jury/{name}/declarations";

    /// <summary>Which sheets are in, for chair and secretary; where the chair closes scoring.</summary>
    public static string JuryProgress(string name, int page = 1) => $"jury/{name}/progress" + (page == 1 ? "" : $"?page={page}");

    /// <summary>Where a member resigns.</summary>
    public static string LeaveJury(string name) => $"jury/{name}/resign";

    /// <summary>Where the secretary types in sheets that jurors gave on paper.</summary>
    public static string PaperSheets(string name) => $"staff/{name}/paper-sheets";

    /// <param name="page">Of the ranking, from 1.</param>
    public static string Deliberation(string name, int page = 1) => $"jury/{name}/deliberation" + (page == 1 ? "" : $"?page={page}");

    /// <summary>Every entry with its mean on each criterion, to be sorted.</summary>
    public static string Scores(string name) => $"jury/{name}/scores";

    /// <summary>The points of every sheet, for a spreadsheet.</summary>
    public static string ScoresCsv(string name) => $"jury/{name}/scores.csv";

    /// <summary>The members' points and comments on one entry, side by side.</summary>
    public static string DeliberationEntry(string name, EntryId entry) => $"jury/{name}/deliberation/{entry.Value}";

    /// <summary>Where the chair records what the jury decided.</summary>
    public static string Outcome(string name) => $"jury/{name}/outcome";

    /// <summary>The meeting that is under way, or the last one.</summary>
    public static string Meeting(string name) => $"jury/{name}/meeting";

    /// <summary>One's own vote.</summary>
    public static string MeetingVote(string name) => $"jury/{name}/meeting/vote";

    /// <summary>One's own dissenting opinion on an item, by its place in the agenda.</summary>
    public static string MeetingDissent(string name, int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"jury/{name}/meeting/dissent?item={place}");

    /// <summary>One's own scores given anew in the meeting.</summary>
    public static string MeetingScores(string name, EntryId entry) => $"jury/{name}/meeting/scores/{entry.Value}";

    /// <summary>The minutes of a meeting, by its number.</summary>
    public static string Minutes(string name, int number, Language language) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"jury/{name}/meeting/minutes?number={number}&in={language}");

    public static string MinutesPdf(string name, int number, Language language) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"jury/{name}/meeting/minutes.pdf?number={number}&in={language}");
}
