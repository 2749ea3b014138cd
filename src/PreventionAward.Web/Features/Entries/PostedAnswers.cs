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

    /// <summary>Whether the form holds no more than a part may; see <see cref="AnswerLimit"/>.</summary>
    public static Domain.Refusal? Check(IFormCollection form, FormPart part) =>
        AnswerLimit.Check(part, [.. form.Where(field => !field.Key.StartsWith('_')).Select(field => (field.Key, field.Value.Sum(value => value?.Length ?? 0)))]);

    /// <summary>A day as it is typed in Finland; everything else as it is kept.</summary>
    public static string Shown(FormField field, string answer) =>
        field.Kind == FieldKind.Date && DateOnly.TryParseExact(answer, "yyyy-MM-dd", out var day) ? HelsinkiTime.Date(day, Domain.Language.Finnish) : answer;

    private static void ReadRows(IFormCollection form, FormField field, Dictionary<string, string> answers)
    {
        var rows = form.Keys.Select(AnswerName.RowOf).Where(row => row?.Field == field.Key).Select(row => row!.Value.Number).Distinct().Order();
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
        var text = field.Kept(field.Kind == FieldKind.Choices ? string.Join('\n', posted.ToArray()) : posted.FirstOrDefault());
        return field.Kind == FieldKind.Date && HelsinkiTime.ParseDay(text) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;
    }
}
