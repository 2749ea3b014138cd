using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Tests.Support;

/// <summary>Fills any form in, question by question according to its kind.</summary>
internal static class FilledForm
{
    /// <param name="marker">A word that every text begins with, so that it is recognised wherever it turns up.</param>
    /// <param name="everything">False for what is required only.</param>
    public static Answers Of(FormDefinition form, string marker, bool everything = true)
    {
        var answers = Answers.None;
        foreach (var field in form.Fields.Where(field => everything || field.Required))
            if (field.IsAsked(answers)) answers = answers.With(Cells(field, marker, everything));
        return answers;
    }

    private static IEnumerable<KeyValuePair<string, string>> Cells(FormField field, string marker, bool everything) => field.Kind switch
    {
        FieldKind.Files => [],
        FieldKind.Rows => (field.Fields ?? []).Where(cell => everything || cell.Required)
            .Select(cell => KeyValuePair.Create($"{field.Key}.1.{cell.Key}", Text(cell, marker))),
        _ => [KeyValuePair.Create(field.Key, Text(field, marker))],
    };

    private static string Text(FormField field, string marker) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Choices => field.Options![0].Key,
        FieldKind.Date => "2026-11-15",
        FieldKind.Year => "2026",
        FieldKind.Number => "12",
        FieldKind.Money => "1500",
        FieldKind.Mail => marker.ToLowerInvariant() + "@example.fi",
        FieldKind.BusinessId => "1234567-1",
        FieldKind.Phone => "+358 40 0000000",
        FieldKind.Url => $"https://example.fi/{marker}",
        FieldKind.Confirm => "yes",
        _ => $"{marker} {field.Key}",
    };
}
