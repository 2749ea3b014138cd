using System.Globalization;
using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Entries;

/// <summary>Something to mend before the entry can be submitted.</summary>
/// <param name="Part">The part of the form in which it is.</param>
/// <param name="Key">The answer, as in <see cref="Answers"/>; a page links to it.</param>
/// <param name="Field">The question.</param>
/// <param name="Why">What is wrong with the answer.</param>
public sealed record Problem(FormPart Part, string Key, FormField Field, Refusal Why);

/// <summary>Checks answers against the form. Drafts are never held to it; submitting is.</summary>
public static partial class EntryCheck
{
    /// <summary>Everything that stands in the way of submitting, in the order of the form.</summary>
    /// <param name="files">How many files are attached to each question of the kind files.</param>
    public static IReadOnlyList<Problem> Problems(FormDefinition form, Answers answers, int files = 0) =>
    [
        .. from part in form.Parts
           from field in part.Fields
           where field.IsAsked(answers)
           from problem in Of(part, field, answers, files)
           select problem,
    ];

    private static IEnumerable<Problem> Of(FormPart part, FormField field, Answers answers, int files)
    {
        if (field.Kind == FieldKind.Rows) return OfRows(part, field, answers);
        if (field.Kind == FieldKind.Files)
            return field.Required && files == 0 ? [new(part, field.Key, field, new("entries.answer-missing"))] : [];
        return Wrong(field, answers[field.Key]) is { } why ? [new(part, field.Key, field, why)] : [];
    }

    private static IEnumerable<Problem> OfRows(FormPart part, FormField field, Answers answers)
    {
        var rows = answers.Rows(field.Key);
        if (field.Required && rows.Count == 0) yield return new(part, field.Key, field, new("entries.row-missing"));
        if (rows.Count > field.Max) yield return new(part, field.Key, field, new("entries.too-many-rows", field.Max));
        foreach (var row in rows)
            foreach (var cell in field.Fields ?? [])
            {
                var key = $"{field.Key}.{row}.{cell.Key}";
                if (Wrong(cell, answers[key]) is { } why) yield return new(part, key, cell, why);
            }
    }

    private static Refusal? Wrong(FormField field, string answer)
    {
        if (answer.Length == 0) return field.Required ? new("entries.answer-missing") : null;
        if (field.Words is { } most && Words.Count(answer) is var count && count > most)
            return new("entries.too-many-words", count, most);
        return field.Kind switch
        {
            FieldKind.Date when !DateOnly.TryParseExact(answer, "yyyy-MM-dd", out _) => new("entries.not-a-date"),
            FieldKind.Year when !Year().IsMatch(answer) => new("entries.not-a-year"),
            FieldKind.Number or FieldKind.Money when Number(answer) is null => new("entries.not-a-number"),
            FieldKind.Mail when !Mail().IsMatch(answer) => new("entries.not-a-mail-address"),
            FieldKind.Url when !IsWebAddress(answer) => new("entries.not-a-web-address"),
            FieldKind.Choice or FieldKind.Choices when !AreOptions(field, answer) => new("entries.not-an-option"),
            _ => null,
        };
    }

    /// <summary>A number as Finns type it: comma or point for decimals, blanks between thousands; null where it is none.</summary>
    public static decimal? Number(string answer)
    {
        var plain = string.Concat(answer.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.').Replace('−', '-').TrimEnd('%', '€');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static bool AreOptions(FormField field, string answer) =>
        answer.Split('\n').All(key => field.Options?.Any(option => option.Key == key) == true);

    private static bool IsWebAddress(string answer) =>
        Uri.TryCreate(answer.Contains("://", StringComparison.Ordinal) ? answer : "https://" + answer, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https");

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Mail();
}
