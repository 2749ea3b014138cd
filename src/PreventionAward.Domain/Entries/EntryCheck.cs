using System.Globalization;
using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Entries;

/// <summary>Something to mend before the entry can be submitted.</summary>
/// <param name="Part">The part of the form in which it is.</param>
/// <param name="Key">The answer, as in <see cref="Answers"/>; a page links to it.</param>
/// <param name="Field">The question.</param>
/// <param name="Why">What is wrong with the answer.</param>
public sealed record Problem(FormPart Part, string Key, FormField Field, Refusal Why)
{
    /// <summary>Whether there is no answer yet, rather than a wrong one.</summary>
    public bool IsMissing => Why.Code is "entries.answer-missing" or "entries.row-missing";

    /// <summary>The language of the translation that is wrong; null where it is the answer itself.</summary>
    public Language? Translation { get; init; }
}

/// <summary>Checks answers against the form. Drafts are never held to it; submitting is.</summary>
public static partial class EntryCheck
{
    private const int FewestDigits = 5;

    /// <summary>Everything that stands in the way of submitting, in the order of the form.</summary>
    /// <param name="files">How many files are attached to each question of the kind files.</param>
    /// <param name="now">When the answers were given; null where no answer may be too late.</param>
    public static IReadOnlyList<Problem> Problems(FormDefinition form, Answers answers, int files = 0, DateTimeOffset? now = null) =>
    [
        .. from part in form.Parts
           from field in part.Fields
           where field.IsAsked(answers)
           from problem in Of(part, field, answers, files).Concat(OutOfOrder(part, field, answers, now))
           select problem,
    ];

    /// <summary>Translations with more words than the original may have: the limits are equal in every language (rule R13).</summary>
    public static IReadOnlyList<Problem> TranslationProblems(FormDefinition form, Answers answers, Language original) =>
    [
        .. from text in form.TranslatableTexts(answers)
           from language in Language.All
           where language != original && text.Field.Words is not null
           let count = Words.Count(answers[Translations.KeyOf(text.Key, language)])
           where count > text.Field.Words
           select new Problem(text.Part, text.Key, text.Field, new("entries.too-many-words", count, text.Field.Words!)) { Translation = language },
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

    // Years and ISO days compare as text.
    private static IEnumerable<Problem> OutOfOrder(FormPart part, FormField field, Answers answers, DateTimeOffset? now)
    {
        if (field.Past && now is { } at && Year().IsMatch(answers[field.Key]) && int.Parse(answers[field.Key], CultureInfo.InvariantCulture) > at.Year)
            yield return new(part, field.Key, field, new("entries.year-to-come"));
        foreach (var (cell, key, other) in Ordered(field, answers))
            if (answers[key].Length > 0 && answers[other].Length == answers[key].Length && string.CompareOrdinal(answers[key], answers[other]) < 0
                && Wrong(cell, answers[key]) is null && LabelOf(part, field, cell.After!) is { } label)
                yield return new(part, key, cell, new("entries.before-its-start", label));
    }

    private static IEnumerable<(FormField Cell, string Key, string Other)> Ordered(FormField field, Answers answers)
    {
        if (field.After is { } other) yield return (field, field.Key, other);
        foreach (var cell in field.Fields?.Where(cell => cell.After is not null) ?? [])
            foreach (var row in answers.Rows(field.Key))
                yield return (cell, $"{field.Key}.{row}.{cell.Key}", $"{field.Key}.{row}.{cell.After}");
    }

    private static LocalizedText? LabelOf(FormPart part, FormField field, string key) =>
        (field.Fields ?? part.Fields).FirstOrDefault(f => f.Key == key)?.Label;

    private static Refusal? Wrong(FormField field, string answer)
    {
        if (answer.Length == 0) return field.Required ? new("entries.answer-missing") : null;
        if (AnswerLimit.Check(field, answer) is { } tooLong) return tooLong;
        if (field.Words is { } most && Words.Count(answer) is var count && count > most)
            return new("entries.too-many-words", count, most);
        return field.Kind switch
        {
            FieldKind.Date when TypedDay().IsMatch(answer) && !DateOnly.TryParseExact(answer, "d.M.yyyy", out _) => new("entries.no-such-day", answer),
            FieldKind.Date when !DateOnly.TryParseExact(answer, "yyyy-MM-dd", out _) => new("entries.not-a-date"),
            FieldKind.Year when !Year().IsMatch(answer) => new("entries.not-a-year"),
            FieldKind.Number or FieldKind.Money when IsUnclear(Plain(answer)) => Unclear(Plain(answer)),
            FieldKind.Number or FieldKind.Money when Number(answer) is null => new("entries.not-a-number"),
            FieldKind.Money when Number(answer) < 0 => new("entries.below-zero"),
            FieldKind.Phone when answer.Count(char.IsDigit) < FewestDigits => new("entries.not-a-phone-number"),
            FieldKind.BusinessId when !BusinessId().IsMatch(answer) => new("entries.not-a-business-id"),
            FieldKind.BusinessId when !HasRightCheckDigit(answer) => new("entries.business-id-wrong", answer),
            FieldKind.Mail when !Mail().IsMatch(answer) => new("entries.not-a-mail-address"),
            FieldKind.Url when !IsWebAddress(answer) => new("entries.not-a-web-address"),
            FieldKind.Choice or FieldKind.Choices when !AreOptions(field, answer) => new("entries.not-an-option"),
            FieldKind.Choices when Contradicted(field, answer) is { } option => new("entries.not-with-others", option.Label),
            _ => null,
        };
    }

    /// <summary>A number as Finns type it: comma or point for decimals, blanks or points between thousands; null where it is none, or where 1.000 could be either.</summary>
    public static decimal? Number(string answer)
    {
        var plain = Plain(answer);
        if (IsUnclear(plain)) return null;
        if (Grouped().IsMatch(plain)) plain = plain.Replace(".", "", StringComparison.Ordinal);
        plain = plain.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    private static string Plain(string answer) =>
        string.Concat(answer.Where(c => !char.IsWhiteSpace(c))).Replace('−', '-').TrimEnd('%', '€');

    // 12.345: twelve thousand, or twelve and a bit? Whoever typed it is asked.
    private static bool IsUnclear(string plain) => EitherWay().IsMatch(plain);

    private static Refusal Unclear(string plain)
    {
        var parts = plain.Split('.');
        var decimals = parts[1].TrimEnd('0');
        return new("entries.unclear-number", $"{parts[0]}\u00a0{parts[1]}", $"{parts[0]},{(decimals.Length == 0 ? "0" : decimals)}");
    }

    private static FieldOption? Contradicted(FormField field, string answer) =>
        answer.Split('\n') is { Length: > 1 } chosen ? field.Options?.FirstOrDefault(option => option.Exclusive && chosen.Contains(option.Key)) : null;

    private static bool AreOptions(FormField field, string answer) =>
        answer.Split('\n').All(key => field.Options?.Any(option => option.Key == key) == true);

    // The last digit of a Finnish business ID follows from the seven before it.
    private static bool HasRightCheckDigit(string businessId)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2];
        var rest = weights.Select((weight, place) => weight * (businessId[place] - '0')).Sum() % 11;
        return rest != 1 && businessId[^1] - '0' == (rest == 0 ? 0 : 11 - rest);
    }

    private static bool IsWebAddress(string answer) =>
        Uri.TryCreate(answer.Contains("://", StringComparison.Ordinal) ? answer : "https://" + answer, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https");

    [GeneratedRegex(@"^-?[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex EitherWay();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.\d{4}$")]
    private static partial Regex TypedDay();

    [GeneratedRegex(@"^\d{7}-\d$")]
    private static partial Regex BusinessId();

    [GeneratedRegex(@"^\d{4}$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$")]
    private static partial Regex Mail();
}
