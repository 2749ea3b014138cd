using System.Globalization;
using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>The culture that writes numbers in each language; English too is written as in Finland.</summary>
public static class Cultures
{
    private static readonly Dictionary<string, CultureInfo> ByCode =
        Language.All.ToDictionary(language => language.Code, language => CultureInfo.GetCultureInfo($"{language.Code}-FI"));

    /// <summary>fi-FI, sv-FI or en-FI.</summary>
    public static CultureInfo Of(Language language) => ByCode[language.Code];

    /// <summary>The language of the page that is being made.</summary>
    public static Language Current => Language.Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
