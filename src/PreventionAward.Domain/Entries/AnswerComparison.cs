using System.Globalization;

namespace PreventionAward.Domain.Entries;

/// <summary>Which answers differ between two versions of an entry, in the order of its form.</summary>
public static class AnswerComparison
{
    public static IReadOnlyList<AnswerChange> Of(FormDefinition form, Answers before, Answers after)
    {
        var changed = before.Values.Keys.Union(after.Values.Keys).Where(key => before[key] != after[key]);
        return
        [
            .. from key in changed
               let place = AnswerPlace.Of(form, key)
               where place is not null
               orderby place.Order, place.Row, place.CellOrder, place.Beside
               select new AnswerChange(place, before[key], after[key]),
        ];
    }
}

/// <summary>An answer that two versions have differently; an empty text where one has none.</summary>
public sealed record AnswerChange(AnswerPlace Place, string Before, string After);

/// <summary>Where an answer belongs in its form.</summary>
/// <param name="Field">The question; of a repeating one, the question within the row.</param>
/// <param name="Repeating">The repeating question, or null.</param>
/// <param name="Row">The row's own number; 0 where there are no rows.</param>
/// <param name="Beside">What stands beside the answer: the language of a translation (<c>title@sv</c>) or the mark that it is secret; empty for the answer itself.</param>
public sealed record AnswerPlace(string Key, FormPart Part, FormField Field, FormField? Repeating, int Row, string Beside)
{
    /// <summary>The mark of secret information, as <see cref="Secrecy"/> names it.</summary>
    public const string SecretMark = "secret";

    /// <summary>Place of the question in the whole form.</summary>
    public int Order { get; private init; }

    /// <summary>Place of the question in its row.</summary>
    public int CellOrder { get; private init; }

    /// <summary>The name of the row, such as <c>partners.3</c>; null where there are no rows.</summary>
    public string? RowName => Repeating is null ? null : $"{Repeating.Key}.{Row}";

    /// <returns>Null for what is no answer to a question of this form.</returns>
    public static AnswerPlace? Of(FormDefinition form, string key)
    {
        var parts = key.Split('@')[0].Split('.');
        var beside = key.Split('@') is [_, var code] ? code : "";
        var order = form.Fields.ToList().FindIndex(f => f.Key == parts[0]);
        if (order < 0) return null;
        var field = form.Fields.ElementAt(order);
        var part = form.Parts.First(p => p.Fields.Contains(field));
        if (parts.Length == 1) return new(key, part, field, null, 0, beside) { Order = order };
        if (parts is not [_, var number, var cell] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return null;
        var cells = field.Fields ?? [];
        return cells.FirstOrDefault(c => c.Key == cell) is { } found
            ? new(key, part, found, field, row, beside) { Order = order, CellOrder = cells.ToList().IndexOf(found) }
            : null;
    }
}
