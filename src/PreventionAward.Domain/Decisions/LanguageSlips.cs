using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Decisions;

/// <summary>Where two languages of one text say different things, as far as a machine can tell. A slip is shown; whether it is one, a person says.</summary>
public static partial class LanguageSlips
{
    /// <summary>Slips between the Finnish and the other texts of one section.</summary>
    /// <returns>Each in words, with the language it is found in.</returns>
    public static IReadOnlyList<(Language Language, Refusal Why)> In(LocalizedText text) =>
    [
        .. from language in new[] { Language.Swedish, Language.English }
           where text.Has(Language.Finnish) && text.Has(language)
           from why in Between(text.In(Language.Finnish)!, text.In(language)!, language)
           select (language, why),
    ];

    /// <summary>Whether readers of the two languages are told different things; a figure or a name written in two ways is untidy, no more.</summary>
    public static bool ChangesTheMeaning(Refusal slip) => slip.Code is "slips.term" or "slips.figures-differ";

    private static IEnumerable<Refusal> Between(string finnish, string other, Language language) =>
    [
        .. language == Language.Swedish ? TermBank.Slips(finnish, other) : [],
        .. Figures(finnish, other, language),
        .. Names(finnish, other, language),
    ];

    private static IEnumerable<Refusal> Figures(string finnish, string other, Language language)
    {
        var (ours, theirs) = (FiguresIn(finnish), FiguresIn(other));
        var (onlyOurs, onlyTheirs) = (Missing(ours, theirs), Missing(theirs, ours));
        if (onlyOurs.Count + onlyTheirs.Count > 0) yield return new("slips.figures-differ", Language.Finnish, Listed(onlyOurs), language, Listed(onlyTheirs));

        // English writes its thousands otherwise.
        if (language == Language.English) yield break;
        foreach (var (value, ways) in ours.Concat(theirs).GroupBy(f => f.Value).Select(g => (g.Key, g.Select(f => f.Written).Distinct().ToList())))
            if (ways.Count > 1) yield return new("slips.figure-written-two-ways", ways[0], ways[1]);
    }

    private static string Listed(IReadOnlyList<string> figures) => figures.Count == 0 ? "–" : string.Join("; ", figures);

    private static List<string> Missing(IEnumerable<(string Value, string Written)> from, IEnumerable<(string Value, string Written)> there)
    {
        var left = there.GroupBy(f => f.Value).ToDictionary(g => g.Key, g => g.Count());
        List<string> missing = [];
        foreach (var (value, written) in from)
            if (left.GetValueOrDefault(value) > 0) left[value]--;
            else missing.Add(written);
        return missing;
    }

    // A blank of any kind between groups of digits is no difference in value; point, comma and colon are read as one separator.
    private static List<(string Value, string Written)> FiguresIn(string text) =>
    [
        .. Figure().Matches(text).Select(match => match.Value.Replace('\u00a0', ' ').Replace('\u202f', ' '))
            .Select(written => (Separator().Replace(written.Replace(" ", ""), "."), written)),
    ];

    // The same name spelt two ways: capital letters within a sentence, nearly the same, and nowhere exactly the same.
    private static IEnumerable<Refusal> Names(string finnish, string other, Language language)
    {
        var (ours, theirs) = (NamesIn(finnish), NamesIn(other));
        foreach (var name in theirs.Where(name => !ours.Any(o => o.StartsWith(name, StringComparison.Ordinal) || name.StartsWith(o, StringComparison.Ordinal))))
            if (ours.FirstOrDefault(o => !theirs.Contains(o) && o[0] == name[0] && IsNearly(o, name)) is { } twin)
                yield return new("slips.name-spelt-two-ways", twin, Language.Finnish, name, language);
    }

    // Finnish puts its endings after the name.
    private static bool IsNearly(string finnish, string other) =>
        (Math.Abs(finnish.Length - other.Length) <= 2 && Distance(finnish, other) <= 2) || (finnish.Length > other.Length && Distance(finnish[..other.Length], other) <= 1);

    private static HashSet<string> NamesIn(string text) => [.. Name().Matches(text).Select(match => match.Value)];

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    [GeneratedRegex(@"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,:]\d+)*")]
    private static partial Regex Figure();

    [GeneratedRegex("[.,:]")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=[\p{L}\p{N},;)”""][ \u00a0])\p{Lu}[\p{L}-]{4,}")]
    private static partial Regex Name();
}
