using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Decisions;

/// <summary>Something about a text that is allowed and seldom right (Hallintolaki 45 §: the grounds must say which facts weighed). It passes with a reason.</summary>
/// <param name="Code">languages-differ, only-points-elsewhere, used-for-several, or what TextDoubts finds.</param>
/// <param name="Text">The text as it stands: changed, it is another warning.</param>
public sealed record DecisionWarning(string Code, string Section, Language Language, string Text)
{
    /// <summary>By which the warning is known in a form and on record.</summary>
    public string Key => $"{Code}:{Language.Code}:{Section}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))[..12]}";
}

// What the machine finds doubtful in the texts, without ever dictating the reasoning.
public sealed partial class Decision
{
    // Under so many words a paragraph may well be the same for two entries.
    private const int FewWords = 8;

    /// <summary>What is doubtful in the texts as they stand, in the order of the document.</summary>
    public IReadOnlyList<DecisionWarning> Warnings(DecisionScope scope)
    {
        var texts = (from section in Sections(scope)
                     from language in Language.All
                     let text = this[section].In(language)
                     where text is not null
                     select (Section: section, Language: language, Text: text)).ToList();
        var shared = texts.Where(t => t.Section != DecisionSection.Remarks)
            .SelectMany(t => Paragraphs(t.Text).Distinct().Select(p => (t.Section, t.Language, Paragraph: p)))
            .GroupBy(p => (p.Language, p.Paragraph)).Where(g => g.Select(p => About(p.Section)).Distinct().Count() > 1)
            .SelectMany(g => g.Select(p => (p.Section, p.Language))).ToHashSet();
        return
        [
            .. from section in Sections(scope)
               from language in LanguageSlips.In(this[section]).Where(slip => LanguageSlips.ChangesTheMeaning(slip.Why)).Select(slip => slip.Language).Distinct()
               select new DecisionWarning("languages-differ", section, language, $"{this[section].Fi}\n{this[section].In(language)}"),
            .. from t in texts
               let code = shared.Contains((t.Section, t.Language)) ? "used-for-several" : OnlyPointsElsewhere(t.Text) ? "only-points-elsewhere" : TextDoubts.Of(t.Text, t.Language, EntriesOf(t.Section, scope), scope)
               where code is not null
               select new DecisionWarning(code, t.Section, t.Language, t.Text),
        ];
    }

    public bool IsPassed(DecisionWarning warning) => TextStanding.IsPassed(warning);

    /// <summary>Lets a warning pass.</summary>
    /// <param name="reason">Why it is right here; it stays on record.</param>
    /// <returns>Refused: approved already; no such warning any more; no reason, or one that is too long.</returns>
    public Refusal? Pass(DecisionScope scope, string key, string? reason, PersonId by, DateTimeOffset now)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (Warnings(scope).All(warning => warning.Key != key)) return new("decisions.no-such-warning");
        (TextStanding, var refusal) = TextStanding.Pass(key, reason, by, now);
        return refusal;
    }

    private EntryId[] EntriesOf(string section, DecisionScope scope) =>
        DecisionSection.IsGrounds(section) ? WinnerId is { } winner ? [winner, .. SharedWith] : []
        : [.. scope.Entries.Where(entry => DecisionSection.Assessment(entry) == section)];

    // The winner's criteria are about one entry.
    private static string About(string section) => DecisionSection.IsGrounds(section) ? DecisionSection.Grounds : section;

    private static IEnumerable<string> Paragraphs(string text) =>
        text.Split('\n').Select(p => Blanks().Replace(p, " ").Trim()).Where(p => Entries.Words.Count(p) >= FewWords).Select(p => p.ToUpperInvariant());

    private static bool OnlyPointsElsewhere(string text) => Entries.Words.Count(text) <= 2 * FewWords && Pointing().IsMatch(text);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(ks\.|katso|viitataan|liittees|liitteenä|edellä|kuten yllä|se bilaga|se ovan|ovan\b|enligt bilaga|hänvisas|see |as above|annex|attached)", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();
}
