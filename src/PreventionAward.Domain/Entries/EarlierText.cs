namespace PreventionAward.Domain.Entries;

/// <summary>What stood in an answer of a draft until somebody replaced it or took it away.</summary>
/// <param name="Key">The answer, as in <see cref="Answers"/>.</param>
/// <param name="By">Who replaced it.</param>
/// <param name="At">When; the texts of a removed row have one instant.</param>
/// <param name="WithRow">Whether it went with its whole row.</param>
public sealed record EarlierText(Guid Id, EntryId EntryId, string Key, string Text, PersonId By, DateTimeOffset At, bool WithRow)
{
    /// <summary>So many are kept for each answer; the oldest goes first.</summary>
    public const int Most = 20;

    /// <summary>What one person writes within this time is one piece of work: the text from before it is kept, not each of its steps.</summary>
    public static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(5);

    /// <summary>The row it went with, such as <c>partners.3</c>, or null.</summary>
    public string? Row => WithRow ? Key[..Key.LastIndexOf('.')] : null;

    /// <summary>The answers of which something is lost by this change: replaced or shortened ones, not those that were only written on. Marks are no texts.</summary>
    public static IReadOnlyList<string> Losing(Answers before, Answers after) =>
        [.. before.Values.Where(a => !a.Key.EndsWith($"@{AnswerPlace.SecretMark}", StringComparison.Ordinal) && !after[a.Key].Contains(a.Value, StringComparison.Ordinal)).Select(a => a.Key)];

    /// <summary>Whether the text that goes is to be kept.</summary>
    /// <param name="last">The latest text kept of that answer.</param>
    public static bool IsWorthKeeping(string before, string after, PersonId by, DateTimeOffset now, EarlierText? last) =>
        last is null || last.By != by || now - last.At >= OneSitting || after.Length < before.Length / 2;

    /// <summary>The draft with an earlier text in its place again.</summary>
    /// <returns>Refused: the row it belonged to is there no more; take the row back instead.</returns>
    public static (Answers? Draft, Refusal? Refusal) TakeBack(Answers draft, string key, string text)
    {
        if (key.Split('.') is [var field, var row, _] && !draft.Rows(field).Contains(int.Parse(row, System.Globalization.CultureInfo.InvariantCulture)))
            return (null, new("history.row-gone"));
        return (draft.With([new(key, text)]), null);
    }

    /// <summary>The draft with a removed row in it again: under its own number, or under a free one where another row has taken that.</summary>
    /// <param name="cells">The row's answers by their whole names.</param>
    /// <param name="free">A number that no row has.</param>
    /// <returns>Refused: the question has as many rows as it may.</returns>
    public static (Answers? Draft, Refusal? Refusal) TakeBackRow(Answers draft, FormField field, IReadOnlyDictionary<string, string> cells, int free)
    {
        var rows = draft.Rows(field.Key);
        if (field.Max <= rows.Count) return (null, new("history.rows-full", field.Max));
        return (draft.With(cells.Select(cell => cell.Key.Split('.') is [_, var row, var name]
            ? KeyValuePair.Create($"{field.Key}.{(rows.Contains(int.Parse(row, System.Globalization.CultureInfo.InvariantCulture)) ? free : row)}.{name}", cell.Value)
            : cell)), null);
    }
}
