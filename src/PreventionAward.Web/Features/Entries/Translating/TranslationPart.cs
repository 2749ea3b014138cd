using PreventionAward.Domain;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Features.Entries.Translating;

/// <summary>The team's translation into one language, as a part of the form that saves itself like any other part.</summary>
public static class TranslationPart
{
    /// <summary>The part's key begins with it; no part of a form does.</summary>
    private const char Sign = '@';

    public static string KeyOf(Language language) => $"{Sign}{language}";

    /// <summary>The part of that key, or null where the key names no translation of this entry. Texts without an original are left out.</summary>
    public static FormPart? Of(FormDefinition form, Entry entry, string key)
    {
        if (key.Length != 3 || key[0] != Sign || Language.All.FirstOrDefault(l => l.Code == key[1..]) is not { } language || language == entry.Language) return null;
        return new(key, LocalizedText.Empty,
        [
            .. from text in form.TranslatableTexts(entry.Draft)
               where entry.Draft[text.Key].Length > 0 || entry.Draft[Translations.KeyOf(text.Key, language)].Length > 0
               select text.Field with { Key = Translations.KeyOf(text.Key, language), Required = false, ShowWhen = null },
        ]);
    }

    /// <summary>What stands in the draft now, for the next save to compare with; the originals too, by which a row is known.</summary>
    public static AnswerMarks Seen(Entry entry, FormPart part) =>
        AnswerMarks.Of(Answers.Of(entry.Draft.Values.Where(answer => part.Fields.Any(f => f.Key == answer.Key || f.Key[..^3] == answer.Key))));

    /// <summary>How many texts have a translation into that language, and how many there are to translate.</summary>
    public static (int Done, int Of) Progress(FormDefinition form, Entry entry, Language language)
    {
        var texts = form.TranslatableTexts(entry.Draft).Where(text => entry.Draft[text.Key].Length > 0).ToList();
        return (texts.Count(text => entry.Draft[Translations.KeyOf(text.Key, language)].Length > 0), texts.Count);
    }
}
