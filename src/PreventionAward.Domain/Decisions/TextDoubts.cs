using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Decisions;

/// <summary>What a machine can find doubtful in one text of a decision. Whether it is wrong, a person says.</summary>
public static partial class TextDoubts
{
    // Under so many words a text is in no language that could be told.
    private const int FewWords = 8;

    // Words that nearly every text of a language has and the other two have not.
    private static readonly (Language Language, HashSet<string> Words)[] Small =
    [
        (Language.Finnish, ["ja", "on", "ei", "että", "oli", "sekä", "hanke", "myös", "mutta", "joka", "kun", "ovat"]),
        (Language.Swedish, ["och", "är", "inte", "att", "det", "som", "med", "för", "av", "en", "ett", "har"]),
        (Language.English, ["and", "is", "not", "that", "the", "of", "with", "was", "were", "has", "this", "for"]),
    ];

    /// <summary>wrong-language, tells-points or names-another-entry; null where nothing strikes.</summary>
    /// <param name="about">The entries that the text is about; empty where it is about all of them.</param>
    public static string? Of(string text, Language language, IReadOnlyCollection<EntryId> about, DecisionScope scope) =>
        IsInAnother(text, language) ? "wrong-language"
        : Points().IsMatch(text) ? "tells-points"
        : about.Count > 0 && NamesOnlyAnother(text, about, scope) ? "names-another-entry"
        : null;

    private static bool IsInAnother(string text, Language language)
    {
        var words = Entries.Words.In(text.ToLowerInvariant()).Select(w => w.Trim('.', ',', ':', ';', '(', ')', '"', '”')).ToList();
        if (words.Count < FewWords) return false;
        var own = Count(language);
        return Small.Any(other => other.Language != language && Count(other.Language) is > 1 and var found && found > 2 * own);

        int Count(Language of) => words.Count(Small.First(s => s.Language == of).Words.Contains);
    }

    // Comparing with another is common; a text that names others and never its own entry is probably about one of them.
    private static bool NamesOnlyAnother(string text, IReadOnlyCollection<EntryId> about, DecisionScope scope)
    {
        bool Names(EntryId entry) => scope.Titles.Value.GetValueOrDefault(entry, []).SelectMany(CalledBy).Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
        return !about.Any(Names) && scope.Titles.Value.Keys.Except(about).Any(Names);
    }

    // What stands before a dash or colon is what a project is called in running text; Finnish changes a name's end.
    private static IEnumerable<string> CalledBy(string title)
    {
        var name = title.Split([" – ", " - ", ": "], StringSplitOptions.TrimEntries)[0];
        if (name.Length >= 8) yield return name[..^2];
    }

    [GeneratedRegex(@"\b\d+(?:[.,]\d+)?\s*(?:pistettä|pisteen|pistemäärä|poäng\b|points?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Points();
}
