using System.Globalization;
using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>The culture that writes numbers in each language: 1 253 and 4,28 in Finnish and Swedish, 1,253 and 4.28 in English.</summary>
public static class Cultures
{
    private static readonly Dictionary<string, CultureInfo> ByCode =
        Language.All.ToDictionary(language => language.Code, language => CultureInfo.GetCultureInfo(language == Language.English ? "en-GB" : $"{language.Code}-FI"));

    /// <summary>fi-FI, sv-FI or en-GB.</summary>
    public static CultureInfo Of(Language language) => ByCode[language.Code];

    /// <summary>The language of the page that is being made.</summary>
    public static Language Current => Language.Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
