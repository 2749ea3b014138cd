using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

// What a machine can tell of a correction beside the version that it replaces.
public sealed partial class Correction
{
    // So many words of a text may change as one slip.
    private const int FewWords = 5;

    /// <summary>
    /// Grounds that are still, word for word, those of the version in force although the prize now goes to another entry, or to none: the new winner's grounds
    /// are not the old one's (Hallintolaki 45 §).
    /// </summary>
    public IReadOnlyList<(string Section, Language Language)> WrittenForAnother => Content.WinnerId == Replaces.WinnerId ? [] :
    [
        .. from section in Content.Texts.Keys
           where section == DecisionSection.Grounds || (Content.WinnerId is not null && DecisionSection.IsGrounds(section))
           from language in Language.All
           where HasWordsOfReplaced(section, language)
           select (section, language),
    ];

    /// <summary>What is doubtful in the correction itself, beside what is in the decision's texts: each passes with a reason, as there.</summary>
    public IReadOnlyList<DecisionWarning> Warnings => [.. WhatDiffers(), .. MoreThanASlip()];

    public bool IsPassed(DecisionWarning warning) => TextStanding.IsPassed(warning);

    /// <summary>How the languages differ in saying what has been corrected: figures, names, terms.</summary>
    public static IEnumerable<(Language Language, Refusal Why)> SlipsIn(LocalizedText what) =>
        LanguageSlips.In(what).Where(slip => LanguageSlips.ChangesTheMeaning(slip.Why) || slip.Why.Code == "slips.name-spelt-two-ways");

    private IEnumerable<DecisionWarning> WhatDiffers() =>
        from language in SlipsIn(What).Select(slip => slip.Language).Distinct()
        select new DecisionWarning("what-differs", "what", language, $"{What.Fi}\n{What.In(language)}");

    // A slip of the pen is a few words: what changes more has to be looked at as an error of fact (Hallintolaki 50 and 51 §).
    private IEnumerable<DecisionWarning> MoreThanASlip() => Kind != CorrectionKind.Clerical ? [] :
        from section in Content.Texts.Keys.Union(Replaces.Texts.Keys)
        from language in Language.All
        let before = Replaces.Texts.GetValueOrDefault(section)?.In(language) ?? ""
        let after = Content.Texts.GetValueOrDefault(section)?.In(language) ?? ""
        where before != after && ChangedWords(before, after) is var changed && changed > FewWords && changed * 10 > Words.Count(before)
        select new DecisionWarning("more-than-a-slip", section, language, after);

    private static int ChangedWords(string before, string after)
    {
        var runs = WordDiff.Of(before, after);
        return Math.Max(In(DiffKind.Deleted), In(DiffKind.Inserted));

        int In(DiffKind kind) => runs.Where(run => run.Kind == kind).Sum(run => Words.Count(run.Text));
    }

    private bool HasWordsOfReplaced(string section, Language language) =>
        Content.Texts[section].In(language) is { } text && Words.In(text).SequenceEqual(Words.In(Replaces.Texts.GetValueOrDefault(section)?.In(language)));
}
