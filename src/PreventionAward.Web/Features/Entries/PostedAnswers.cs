using System.Globalization;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Reads the answers of one part out of a posted form, as drafts keep them, and writes them as inputs show them.</summary>
public static class PostedAnswers
{
    /// <returns>Every answer of the part, cleaned; what was left empty is an empty text, so that an answer can be taken away.</returns>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form, FormPart part)
    {
        Dictionary<string, string> answers = [];
        foreach (var field in part.Fields.Where(field => field.Kind != FieldKind.Files))
            if (field.Kind == FieldKind.Rows) ReadRows(form, field, answers);
            else answers[field.Key] = Value(form, field, field.Key);
        return answers;
    }

    /// <summary>A day as it is typed in Finland; everything else as it is kept.</summary>
    public static string Shown(FormField field, string answer) =>
        field.Kind == FieldKind.Date && DateOnly.TryParseExact(answer, "yyyy-MM-dd", out var day) ? HelsinkiTime.Date(day, Domain.Language.Finnish) : answer;

    private static void ReadRows(IFormCollection form, FormField field, Dictionary<string, string> answers)
    {
        var rows = form.Keys.Select(key => key.Split('.'))
            .Where(parts => parts.Length == 3 && parts[0] == field.Key)
            .Select(parts => int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0)
            .Where(row => row is > 0 and < 100_000).Distinct().Order();
        foreach (var row in rows)
            foreach (var cell in field.Fields ?? [])
            {
                var key = $"{field.Key}.{row}.{cell.Key}";
                answers[key] = Value(form, cell, key);
            }
    }

    private static string Value(IFormCollection form, FormField field, string key)
    {
        var posted = form[key];
        var text = Answers.Clean(field.Kind == FieldKind.Choices ? string.Join('\n', posted.ToArray()) : posted.FirstOrDefault());
        return field.Kind == FieldKind.Date && HelsinkiTime.ParseDay(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
    }
}
