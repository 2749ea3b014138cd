using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>Exact fractions as people read them: two decimals, a dash where there is none.</summary>
internal static class ShownNumber
{
    /// <summary>An estimate, which is no exact fraction.</summary>
    public static string Of(double number, Texts texts) => number.ToString("0.00", Cultures.Of(texts.Language));

    public static string Of(Fraction? number, Texts texts) =>
        number is { } exact ? exact.Rounded(2).ToString("0.00", Cultures.Of(texts.Language)) : "–";
}
