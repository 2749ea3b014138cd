namespace PreventionAward.Domain;

/// <summary>One text in the languages it has been written in; it never pretends to have one that it lacks.</summary>
public sealed record LocalizedText(string? Fi = null, string? Sv = null, string? En = null)
{
    public static readonly LocalizedText Empty = new();

    /// <summary>The same words in every language: a proper name.</summary>
    public static LocalizedText Name(string name) => new(name, name, name);

    /// <summary>The text in that language, or null where nobody has written it.</summary>
    public string? In(Language language) => Blank(language.Code switch { "sv" => Sv, "en" => En, _ => Fi });

    public bool Has(Language language) => In(language) is not null;

    /// <summary>True when no language has a word.</summary>
    public bool IsEmpty() => Language.All.All(l => !Has(l));

    /// <summary>The national language that the text lacks although somebody has written it in another; null where it has both, or is empty.</summary>
    public Language? LacksNational() =>
        IsEmpty() ? null : !Has(Language.Swedish) ? Language.Swedish : !Has(Language.Finnish) ? Language.Finnish : null;

    /// <summary>The text a reader of that language is shown, with the language it really is in: the wanted one, else Finnish, Swedish, English.</summary>
    public (string Text, Language Language) Best(Language wanted)
    {
        foreach (var language in Language.All.Prepend(wanted))
            if (In(language) is { } text) return (text, language);
        return ("", wanted);
    }

    public LocalizedText With(Language language, string? text) => language.Code switch
    {
        "sv" => this with { Sv = Blank(text) },
        "en" => this with { En = Blank(text) },
        _ => this with { Fi = Blank(text) },
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
