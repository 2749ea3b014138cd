namespace PreventionAward.Web.Ui;

/// <summary>The ids of a field's parts, all made from its name, so that error links always find their field.</summary>
internal static class FieldIds
{
    /// <summary>What aria-describedby holds: hint, error and further parts that are there; null for none.</summary>
    public static string? DescribedBy(string name, string? hint, string? error, params string?[] others)
    {
        string?[] parts = [hint is null ? null : $"{name}-hint", error is null ? null : $"{name}-error", .. others];
        var ids = string.Join(' ', parts.Where(part => part is not null));
        return ids.Length == 0 ? null : ids;
    }
}

/// <summary>One thing to choose.</summary>
/// <param name="Value">What the form posts.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Hint">A line of explanation under the label.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>What is wrong with one field.</summary>
/// <param name="Name">The field's name, to which the summary links.</param>
public sealed record FieldProblem(string Name, string Message);
