namespace PreventionAward.Domain.Entries;

/// <summary>How far each part of an entry is, for its task list.</summary>
public static class EntryProgress
{
    /// <param name="files">How many files are attached.</param>
    /// <param name="now">When the answers were given.</param>
    public static IReadOnlyList<PartProgress> Of(FormDefinition form, Answers answers, int files, DateTimeOffset? now = null)
    {
        var problems = EntryCheck.Problems(form, answers, files, now).ToLookup(problem => problem.Part.Key);
        return [.. form.Parts.Select(part => new PartProgress(part, StateOf(part, answers, files, problems[part.Key].Any()), problems[part.Key].Count(), problems[part.Key].Count(problem => !problem.IsMissing)))];
    }

    private static PartState StateOf(FormPart part, Answers answers, int files, bool hasProblems) =>
        !part.Fields.Any(field => IsTouched(field, answers, files)) ? PartState.NotStarted
        : hasProblems ? PartState.InProgress
        : PartState.Ready;

    private static bool IsTouched(FormField field, Answers answers, int files) => field.Kind switch
    {
        FieldKind.Rows => answers.Rows(field.Key).Count > 0,
        FieldKind.Files => files > 0,
        _ => answers[field.Key].Length > 0,
    };
}

/// <summary>One part and how far it is.</summary>
/// <param name="Problems">How many things stand in the way of submitting.</param>
/// <param name="Wrong">How many of them are answers to mend; the others are only missing.</param>
public sealed record PartProgress(FormPart Part, PartState State, int Problems, int Wrong = 0);

/// <summary>How far a part of an entry is.</summary>
public enum PartState
{
    NotStarted,
    InProgress,
    Ready,
}
