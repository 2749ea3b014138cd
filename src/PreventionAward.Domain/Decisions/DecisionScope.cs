using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Decisions;

/// <summary>What a decision has to speak about: the entries the jury assessed, and the criteria it assessed them by.</summary>
/// <param name="Criteria">Keys, in their order; none where the criteria of a past year are not on record.</param>
public sealed record DecisionScope(IReadOnlyList<EntryId> Entries, IReadOnlyList<string> Criteria)
{
    /// <summary>How each entry is called, in every language it has a title in; none where nobody asks which entry a text names. Read from the entries only when a text is looked at.</summary>
    public Lazy<IReadOnlyDictionary<EntryId, IReadOnlyList<string>>> Titles { get; init; } = new(() => new Dictionary<EntryId, IReadOnlyList<string>>());

    public static DecisionScope Of(Competition competition, IEnumerable<EntryId> assessed) =>
        new([.. assessed], competition.Provenance == Provenance.Reconstructed ? [] : [.. competition.Criteria.Select(c => c.Key)]);
}

/// <summary>Names the sections of a decision.</summary>
public static class DecisionSection
{
    /// <summary>Why the winner won, or why no entry did.</summary>
    public const string Grounds = "grounds";
    public const string Remarks = "remarks";
    private const string OnCriterion = Grounds + ".";

    /// <summary>The grounds on one criterion for the winner.</summary>
    public static string Criterion(string criterion) => OnCriterion + criterion;

    /// <summary>The criterion that a section is about, or null.</summary>
    public static string? CriterionOf(string section) => section.StartsWith(OnCriterion, StringComparison.Ordinal) ? section[OnCriterion.Length..] : null;

    /// <summary>The section that assesses one entry.</summary>
    public static string Assessment(EntryId entry) => "assessment." + entry.Value;

    /// <summary>Whether a section is about the winner.</summary>
    public static bool IsGrounds(string section) => section == Grounds || CriterionOf(section) is not null;
}

/// <summary>One section in one language, as it was typed.</summary>
public sealed record WrittenText(string Section, Language Language, string Text);
