using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Decisions;

// What a machine can tell of a correction beside the version that it replaces.
public sealed partial class Correction
{
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

    private bool HasWordsOfReplaced(string section, Language language) =>
        Content.Texts[section].In(language) is { } text && Words.In(text).SequenceEqual(Words.In(Replaces.Texts.GetValueOrDefault(section)?.In(language)));
}
