namespace PreventionAward.Domain.Entries;

/// <summary>Lays what one member typed over a draft that another may have saved meanwhile, answer by answer: nobody's text is lost unseen.</summary>
public static class DraftMerge
{
    /// <param name="current">The draft as it is now.</param>
    /// <param name="typed">Every answer that the form held, empty ones included.</param>
    /// <param name="seen">What the form showed when it was drawn.</param>
    /// <param name="sent">What the same writer sent since without an answer arriving: it may stand in the draft, and is nobody else's change.</param>
    /// <returns>The draft with everything that only one of the two changed; answers that both changed stay as they are and are named.</returns>
    public static MergedDraft Merge(Answers current, IReadOnlyDictionary<string, string> typed, AnswerMarks seen, AnswerMarks? sent = null)
    {
        var moved = MovedRows(current, typed, seen, sent);
        Dictionary<string, string> changes = [];
        List<string> conflicts = [];
        foreach (var (name, text) in typed)
        {
            var key = RowOf(name) is { } row && moved.TryGetValue(row, out var place) ? place + name[row.Length..] : name;
            if (current[key] == text) continue;
            if (sent?.Sent(name, current[key]) == true) changes[key] = text;
            else if (seen.Showed(key, text)) continue;
            else if (seen.Showed(key, current[key])) changes[key] = text;
            else conflicts.Add(key);
        }

        return new(current.With(changes), [.. changes.Keys.Order(StringComparer.Ordinal)], conflicts, moved);
    }

    /// <summary>The number that a new row gets: one that no row of the draft or of a submitted version ever had.</summary>
    public static int NextRow(Entry entry, string field) =>
        1 + entry.Versions.Select(v => v.Answers).Append(entry.Draft).SelectMany(answers => answers.Rows(field)).DefaultIfEmpty().Max();

    // Two members each added a row and got the same number: the later one moves to the next free number,
    // or to the row that an earlier, unanswered sending of it made.
    private static Dictionary<string, string> MovedRows(Answers current, IReadOnlyDictionary<string, string> typed, AnswerMarks seen, AnswerMarks? sent)
    {
        Dictionary<string, string> moved = [];
        foreach (var row in typed.GroupBy(answer => RowOf(answer.Key)))
        {
            if (row.Key is not { } name || seen.ShowedRow(name) || row.All(a => a.Value.Length == 0) || !Has(current, name) || IsOwn(name)) continue;
            var field = name.Split('.')[0];
            var own = current.Rows(field).Select(number => $"{field}.{number}").FirstOrDefault(place => !seen.ShowedRow(place) && IsOwn(place));
            moved[name] = own ?? $"{field}.{1 + current.Rows(field).Concat(Answers.Of(typed).Rows(field)).Concat(moved.Values.Select(NumberOf)).Max()}";

            bool IsOwn(string place) => row.All(a => current[place + a.Key[name.Length..]] is var there && (there == a.Value || sent?.Sent(a.Key, there) == true));
        }

        return moved;
    }

    private static bool Has(Answers answers, string row) => answers.Values.Keys.Any(key => key.StartsWith(row + ".", StringComparison.Ordinal));

    private static int NumberOf(string row) => int.Parse(row.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static string? RowOf(string key) => key.Split('.') is [var field, var number, _] ? $"{field}.{number}" : null;
}

/// <summary>A draft after two people's work has been laid together.</summary>
/// <param name="Changed">Answers taken from the form.</param>
/// <param name="Conflicts">Answers that both changed, each to something else.</param>
/// <param name="Moved">Rows of the form that got another number, because another member's row had taken theirs.</param>
public sealed record MergedDraft(
    Answers Answers, IReadOnlyList<string> Changed, IReadOnlyList<string> Conflicts, IReadOnlyDictionary<string, string> Moved);
