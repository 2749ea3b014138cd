namespace PreventionAward.Domain.Entries;

/// <summary>A translation of an entry's texts that staff made after closing. It stands beside what the team submitted and changes nothing of it.</summary>
/// <param name="Texts">Question to translated text, under the questions' own keys.</param>
public sealed record StaffTranslation(Language Language, Answers Texts, PersonId By, DateTimeOffset At);

/// <summary>Who translated a text.</summary>
public enum Translator
{
    Team,
    Staff,
}

/// <summary>Which texts of an entry can be translated, and where a team's translations stand: beside their originals, as <c>title@sv</c>.</summary>
public static class Translations
{
    /// <summary>The translation's place among the answers.</summary>
    public static string KeyOf(string key, Language language) => $"{key}@{language}";

    /// <summary>Whether answers to the question are running text, or the organisation, which may have a name in each language. Other names, figures and choices need no translation.</summary>
    public static bool IsTranslatable(this FormField field) =>
        field.Kind == FieldKind.Text || field is { Kind: FieldKind.Line, Words: not null } or { Kind: FieldKind.Line, Key: "organisation" };

    /// <summary>Every text of an entry that can be translated: the part, the key of the answer, its question, and of which row from 1.</summary>
    public static IEnumerable<TranslatableText> TranslatableTexts(this FormDefinition form, Answers answers)
    {
        foreach (var part in form.Parts)
            foreach (var field in part.Fields.Where(field => field.IsAsked(answers)))
            {
                if (field.IsTranslatable()) yield return new(part, field.Key, field, null);
                foreach (var (row, place) in answers.Rows(field.Key).Select((row, place) => (row, place + 1)))
                    foreach (var cell in field.Fields?.Where(IsTranslatable) ?? [])
                        yield return new(part, $"{field.Key}.{row}.{cell.Key}", cell, place);
            }
    }

    /// <summary>The languages into which the team has translated something.</summary>
    public static IReadOnlyList<Language> TranslatedBy(this Answers answers, Language original) =>
        [.. Language.All.Where(language => language != original && answers.Values.Keys.Any(key => key.EndsWith($"@{language}", StringComparison.Ordinal)))];
}

/// <summary>One text that can be translated.</summary>
/// <param name="Key">As in <see cref="Answers"/>.</param>
/// <param name="Row">Place of its row, from 1; null where the question does not repeat.</param>
public sealed record TranslatableText(FormPart Part, string Key, FormField Field, int? Row);

/// <summary>An entry as it is read: in its own words, or in a translation where there is one. It always knows which.</summary>
public sealed class Reading
{
    private readonly Answers answers;
    private readonly StaffTranslation? staff;
    private readonly bool isTranslation;

    private Reading(Answers answers, Language original, Language shown, IEnumerable<StaffTranslation> translations)
    {
        (this.answers, Original, Shown, isTranslation) = (answers, original, shown, shown != original);
        staff = translations.FirstOrDefault(t => t.Language == shown);
    }

    /// <summary>The language that the team wrote in.</summary>
    public Language Original { get; }

    /// <summary>The language that was asked for.</summary>
    public Language Shown { get; }

    public bool IsTranslation => isTranslation;

    /// <summary>When staff saved their translation; null where none of it is theirs.</summary>
    public DateTimeOffset? StaffAt => isTranslation ? staff?.At : null;

    /// <summary>Whether any text is the team's own translation.</summary>
    public bool HasTeams => isTranslation && answers.TranslatedBy(Original).Contains(Shown);

    /// <summary>The entry in a language: its own words where that is its language.</summary>
    public static Reading Of(Answers answers, Language original, Language shown, IEnumerable<StaffTranslation>? translations = null) =>
        new(answers, original, shown, translations ?? []);

    /// <summary>The languages in which there is something to read, the original first.</summary>
    public static IReadOnlyList<Language> Languages(Answers answers, Language original, IEnumerable<StaffTranslation> translations) =>
        [original, .. Language.All.Where(l => l != original && (answers.TranslatedBy(original).Contains(l) || translations.Any(t => t.Language == l && t.Texts.Values.Count > 0)))];

    /// <summary>One text with the language it really is in, and who translated it; null = the team's own words.</summary>
    public (string Text, Language Language, Translator? By) Of(string key)
    {
        if (isTranslation && answers[Translations.KeyOf(key, Shown)] is { Length: > 0 } own) return (own, Shown, Translator.Team);
        return isTranslation && staff?.Texts[key] is { Length: > 0 } theirs ? (theirs, Shown, Translator.Staff) : (answers[key], Original, null);
    }
}
