using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

/// <summary>What a choice of language calls each of them: its own name, whatever the page is in.</summary>
public static class LanguageNames
{
    /// <summary>Suomi, Svenska, English.</summary>
    public static string Of(Language language) => language.Code switch { "sv" => "Svenska", "en" => "English", _ => "Suomi" };
}
