using System.Globalization;
using System.Text;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Scoring;

/// <summary>Whether a member's organisation looks like one that an entry names: a hint to look closer, which decides nothing.</summary>
public static class OrganisationMatch
{
    // Legal forms in Finnish, Swedish and English: they say nothing of who it is.
    private static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "ry", "rf", "oy", "ab", "oyj", "abp", "ky", "kb", "tmi", "sr", "rs", "osk", "anl", "ltd", "inc",
    };

    /// <summary>The organisations of the entry that the member's own looks like, as the entry writes them, each once.</summary>
    /// <param name="own">As the jury's list names it, in any of its languages.</param>
    /// <param name="named">The applicant's and the partners' organisations.</param>
    public static IReadOnlyList<string> Of(LocalizedText own, IEnumerable<string> named)
    {
        var words = new[] { own.Fi, own.Sv, own.En }.OfType<string>().Select(Words).Where(w => w.Count > 0).ToList();
        return words.Count == 0 ? [] : [.. named.Where(name => words.Any(mine => LooksLike(mine, Words(name)))).Distinct(StringComparer.Ordinal)];
    }

    // Every word of the shorter name stands in the longer one; a single short word, such as "and", is no name.
    private static bool LooksLike(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        return few.Count > 0 && (few.Count > 1 || few[0].Length > 2) && few.All(many.Contains);
    }

    private static List<string> Words(string name) =>
        [.. Plain(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !LegalForms.Contains(word)).Distinct(StringComparer.Ordinal)];

    // Lower case without diacritics; whatever is neither letter nor digit parts words, but a dot or an apostrophe joins: "r.y." is "ry".
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '.' or '\'' or '’') continue;
            plain.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return plain.ToString();
    }
}

/// <summary>The organisations that an entry names.</summary>
public static class NamedOrganisations
{
    extension(Answers answers)
    {
        /// <summary>The applicant's, and the partners' in their rows.</summary>
        public IReadOnlyList<string> Organisations =>
        [
            .. answers.Values.Where(a => a.Key == "organisation" || (a.Key.StartsWith("partners.", StringComparison.Ordinal) && a.Key.EndsWith(".organisation", StringComparison.Ordinal)))
                .Select(a => a.Value),
        ];
    }
}
