using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>The sentences of one language: of the page that is being made, or of the language that a mail or a document is bound to.</summary>
public sealed class Texts(TextStore store, TextFaults faults, Language? bound = null)
{
    /// <summary>The language that the sentences are in.</summary>
    public Language Language => bound ?? Cultures.Current;

    /// <summary>The sentence of a key, with its arguments written as that language writes them.</summary>
    /// <remarks>An instant becomes Helsinki date and time (to the second where two would read alike), a day d.m.yyyy, an enum its own text, a number is grouped: give a year as text.</remarks>
    public string this[string key, params object?[] args]
    {
        get
        {
            // "{0} items" has a sentence of its own where there is exactly one.
            var counted = args is [1, ..] ? store.Find(key + ".one", Language) : null;
            if ((counted ?? store.Find(key, Language)) is not { } sentence) return faults.Missing(key, Language);
            return args.Length == 0 ? sentence : string.Format(Cultures.Of(Language), sentence, [.. args.Select(arg => arg is DateTimeOffset instant ? HelsinkiTime.Apart(instant, Language, args.OfType<DateTimeOffset>()) : Written(arg))]);
        }
    }

    /// <summary>A time limit, as <see cref="HelsinkiTime.Until"/>.</summary>
    public string Until(DateTimeOffset instant) => HelsinkiTime.Until(instant, Language);

    /// <summary>What a refusal tells the person.</summary>
    public string this[Refusal refusal] => this[refusal.Code, refusal.Args];

    /// <summary>The same sentences bound to a language, whatever the culture of the request is.</summary>
    public Texts In(Language language) => new(store, faults, language);

    public bool Has(string key) => store.Find(key, Language) is not null;

    /// <summary>A small number as a word that begins a sentence; one above ten in figures.</summary>
    public string InWords(int count)
    {
        var word = count is > 0 and <= 10 ? this[$"documents.number-in-words.{count}"] : Written(count);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    /// <summary>One value as this language writes it: what a sentence does to its arguments.</summary>
    public string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTimeOffset instant => HelsinkiTime.DateAndTime(instant, Language),
        DateOnly day => HelsinkiTime.Date(day, Language),
        LocalizedText text => text.Best(Language).Text,
        Language language => this[$"enum.language.{language.Code}"],
        Enum constant => string.Join(", ", EnumKeys(constant).Select(key => this[key])),
        int or long => string.Format(Cultures.Of(Language), "{0:N0}", value),
        decimal number => number.ToString("#,##0.####", Cultures.Of(Language)),
        IFormattable other => other.ToString(null, Cultures.Of(Language)),
        _ => value.ToString() ?? "",
    };

    /// <summary>enum.entry-status.draft: the key under which a constant's text stands; one for each flag where it is several.</summary>
    public static IEnumerable<string> EnumKeys(Enum constant) =>
        constant.ToString().Split(", ").Select(name => $"enum.{Kebab(constant.GetType().Name)}.{Kebab(name)}");

    private static string Kebab(string pascal) =>
        string.Concat(pascal.Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
