using System.Collections.Immutable;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

// What people write: each section in its languages, and how the languages stand to each other.
public sealed partial class Decision
{
    /// <summary>Grounds, assessments and remarks, each in its languages; see <see cref="DecisionSection"/>.</summary>
    public ImmutableSortedDictionary<string, LocalizedText> Texts { get; private set; } = ImmutableSortedDictionary.Create<string, LocalizedText>(StringComparer.Ordinal);

    /// <summary>Which texts are behind their counterparts, which languages have been checked, which warnings passed.</summary>
    public TextStanding TextStanding { get; private set; } = TextStanding.None;

    public LocalizedText this[string section] => Texts.GetValueOrDefault(section, LocalizedText.Empty);

    /// <summary>Writes one section in one language.</summary>
    /// <returns>Refused: too long; approved by the jury, which locks the texts.</returns>
    public Refusal? Write(string section, Language language, string? text) => Write([new(section, language, text ?? "")]);

    /// <summary>
    /// Writes what one save holds, whole or not at all. A text that was changed puts its counterparts in the other languages out of date, unless they were changed
    /// in the same save; a text that was behind and is changed has caught up, and puts nothing out of date.
    /// </summary>
    /// <returns>Refused: too long; approved by the jury, which locks the texts.</returns>
    public Refusal? Write(IReadOnlyCollection<WrittenText> written)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (TextLimit.Check(written.Select(w => w.Text)) is { } tooLong) return tooLong;
        var texts = written.Select(w => w with { Text = Answers.Clean(w.Text) }).Where(w => (this[w.Section].In(w.Language) ?? "") != w.Text).ToList();
        foreach (var section in texts.GroupBy(w => w.Section)) TextStanding = TextStanding.After(section.Key, this[section.Key], [.. section.Select(w => w.Language)]);
        foreach (var (section, language, text) in texts)
        {
            var now = this[section].With(language, text);
            Texts = now.IsEmpty() ? Texts.Remove(section) : Texts.SetItem(section, now);
            if (!now.Has(language)) TextStanding = TextStanding.Confirmed(section, language);
        }

        return null;
    }

    /// <summary>The sections that must be written: grounds, also on each criterion where there is a winner; one assessment for every other entry; general remarks.</summary>
    public IReadOnlyList<string> Sections(DecisionScope scope) =>
    [
        DecisionSection.Grounds,
        .. WinnerId is null ? [] : scope.Criteria.Select(DecisionSection.Criterion),
        .. scope.Entries.Where(id => id != WinnerId).Select(DecisionSection.Assessment),
        DecisionSection.Remarks,
    ];

    /// <summary>What a required language still lacks, in the order of the document (Hallintolaki 45 §, rules R5 and R7).</summary>
    public IReadOnlyList<(string Section, Language Language)> Missing(DecisionScope scope) =>
    [
        .. from section in Sections(scope)
           from language in new[] { Language.Finnish, Language.Swedish }
           where !this[section].Has(language)
           select (section, language),
    ];

    /// <summary>Texts whose counterpart in another language was changed after them, in the order of the document.</summary>
    public IReadOnlyList<(string Section, Language Language)> OutOfDateIn(DecisionScope scope) =>
    [
        .. from section in Sections(scope)
           from language in Language.All
           where TextStanding.IsOutOfDate(section, language)
           select (section, language),
    ];

    /// <summary>Somebody has read a text that was out of date, and it says the same as the others.</summary>
    /// <returns>Refused: approved already; the text is not out of date.</returns>
    public Refusal? Confirm(string section, Language language)
    {
        if (IsApproved) return new("decisions.already-approved");
        if (!TextStanding.IsOutOfDate(section, language)) return new("decisions.not-out-of-date");
        TextStanding = TextStanding.Confirmed(section, language);
        return null;
    }

    /// <summary>Somebody has read the whole text of a language. The check holds for these words only: the next change of that language undoes it.</summary>
    /// <returns>Refused: a text of that language is missing or out of date.</returns>
    public Refusal? CheckLanguage(DecisionScope scope, Language language, PersonId by, DateTimeOffset now)
    {
        if (Sections(scope).Count(section => !this[section].Has(language)) is > 0 and var missing) return new("decisions.language-missing", missing);
        if (OutOfDateIn(scope).Count(text => text.Language == language) is > 0 and var behind) return new("decisions.texts-out-of-date", behind);
        TextStanding = TextStanding with { Checks = TextStanding.Checks.SetItem(language.Code, new(by, now, WordsIn(scope, language))) };
        return null;
    }

    /// <summary>The check of that language, if it holds for the words as they stand.</summary>
    public LanguageCheck? CheckOf(DecisionScope scope, Language language) =>
        TextStanding.Checks.GetValueOrDefault(language.Code) is { } check && check.Words == WordsIn(scope, language) ? check : null;

    /// <summary>The languages that nobody has checked since they were last changed; English only where it is whole.</summary>
    public IReadOnlyList<Language> Unchecked(DecisionScope scope) =>
        [.. Language.All.Where(language => (language != Language.English || Sections(scope).All(s => this[s].Has(language))) && CheckOf(scope, language) is null)];

    private string WordsIn(DecisionScope scope, Language language) =>
        Answers.Of(Sections(scope).Select(section => KeyValuePair.Create(section, this[section].In(language) ?? ""))).Digest([]);
}
