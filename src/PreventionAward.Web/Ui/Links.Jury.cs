using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>The competitions in whose jury one sits.</summary>
    public const string Jury = "jury";

    /// <summary>One's own desk in a jury: what to declare, to score, and what is done.</summary>
    public static string JuryDesk(string name) => $"jury/{name}";

    /// <summary>Declare one's interests in an entry, then score it.</summary>
    public static string JuryEntry(string name, EntryId entry) => $"jury/{name}/entries/{entry.Value}";

    /// <summary>Where the score sheet saves itself while one writes.</summary>
    public static string JuryScores(string name, EntryId entry) => $"jury/{name}/entries/{entry.Value}/scores";

    /// <summary>Doubts and grounds to decide, for chair and secretary.</summary>
    public static string JuryDeclarations(string name) => $"jury/{name}/declarations";

    /// <summary>Which sheets are in, for chair and secretary; where the chair closes scoring.</summary>
    public static string JuryProgress(string name) => $"jury/{name}/progress";

    /// <summary>Where a member resigns.</summary>
    public static string LeaveJury(string name) => $"jury/{name}/resign";

    public static string Deliberation(string name) => $"jury/{name}/deliberation";

    /// <summary>The members' points and comments on one entry, side by side.</summary>
    public static string DeliberationEntry(string name, EntryId entry) => $"jury/{name}/deliberation/{entry.Value}";

    /// <summary>Where the chair records what the jury decided.</summary>
    public static string Outcome(string name) => $"jury/{name}/outcome";
}
