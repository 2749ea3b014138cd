namespace PreventionAward.Domain.Entries;

/// <summary>Lays what one member typed over a draft that another may have saved meanwhile, answer by answer: nobody's text is lost unseen.</summary>
public static class DraftMerge
{
    /// <param name="current">The draft as it is now.</param>
    /// <param name="typed">Every answer that the form held, empty ones included.</param>
    /// <param name="seen">What the form showed when it was drawn.</param>
    /// <returns>The draft with everything that only one of the two changed; answers that both changed stay as they are and are named.</returns>
    public static MergedDraft Merge(Answers current, IReadOnlyDictionary<string, string> typed, AnswerMarks seen)
    {
        Dictionary<string, string> changes = [];
        List<string> conflicts = [];
        foreach (var (key, text) in OnRowsOfTheirOwn(current, typed, seen))
        {
            if (seen.Showed(key, text) || current[key] == text) continue;
            if (seen.Showed(key, current[key])) changes[key] = text;
            else conflicts.Add(key);
        }

        return new(current.With(changes), [.. changes.Keys.Order(StringComparer.Ordinal)], conflicts);
    }

    /// <summary>The number that a new row gets: one that no row of the draft or of a submitted version ever had.</summary>
    public static int NextRow(Entry entry, string field) =>
        1 + entry.Versions.Select(v => v.Answers).Append(entry.Draft).SelectMany(answers => answers.Rows(field)).DefaultIfEmpty().Max();

    // Two members each added a row and got the same number: the later one moves to the next free number.
    private static IEnumerable<KeyValuePair<string, string>> OnRowsOfTheirOwn(Answers current, IReadOnlyDictionary<string, string> typed, AnswerMarks seen)
    {
        foreach (var row in typed.GroupBy(answer => RowOf(answer.Key)))
        {
            var taken = row.Key is { } name && !seen.ShowedRow(name) && row.Any(a => a.Value.Length > 0)
                && current.Values.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal))
                && row.Any(a => current[a.Key] != a.Value);
            foreach (var (key, text) in row) yield return new(taken ? Moved(key, current, typed) : key, text);
        }
    }

    private static string? RowOf(string key) => key.Split('.') is [var field, var number, _] ? $"{field}.{number}" : null;

    private static string Moved(string key, Answers current, IReadOnlyDictionary<string, string> typed)
    {
        var parts = key.Split('.');
        var free = 1 + current.Rows(parts[0]).Concat(Answers.Of(typed).Rows(parts[0])).Max();
        return $"{parts[0]}.{free}.{parts[2]}";
    }
}

/// <summary>A draft after two people's work has been laid together.</summary>
/// <param name="Changed">Answers taken from the form.</param>
/// <param name="Conflicts">Answers that both changed, each to something else.</param>
public sealed record MergedDraft(Answers Answers, IReadOnlyList<string> Changed, IReadOnlyList<string> Conflicts);
