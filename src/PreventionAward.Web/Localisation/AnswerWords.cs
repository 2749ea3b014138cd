using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Localisation;

/// <summary>An answer as a reader meets it, on a page and on paper: options by their words, days and numbers as Finland writes them, everything else as it was typed.</summary>
public static class AnswerWords
{
    /// <returns>Several chosen options stand on lines of their own.</returns>
    public static string Of(FormField field, string value, Texts texts) => field.Kind switch
    {
        FieldKind.Date when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) => texts.Written(day),
        FieldKind.Number when EntryCheck.Number(value) is { } number => texts.Written(number),
        FieldKind.Money when EntryCheck.Number(value) is { } euros => Euros(euros, texts) + "\u00a0€",
        FieldKind.Confirm when value == "yes" => texts["entries.confirmed"],
        FieldKind.Choice or FieldKind.Choices => string.Join('\n', value.Split('\n').Select(key => Option(field, key, texts))),
        _ => value,
    };

    // Cents are two digits, or none.
    private static string Euros(decimal euros, Texts texts) =>
        euros == decimal.Truncate(euros) ? texts.Written(euros) : euros.ToString("#,##0.00", Cultures.Of(texts.Language));

    private static string Option(FormField field, string key, Texts texts) =>
        field.Options?.FirstOrDefault(option => option.Key == key)?.Label.Best(texts.Language).Text ?? key;
}
