using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>Reads what a correction says of itself from its form.</summary>
internal static class CorrectionFields
{
    /// <summary>The texts that the form was opened with.</summary>
    public static CorrectionStatement Shown(HttpContext http)
    {
        var typed = new Typed(http);
        return new(typed.Text("shown.what"), typed["shown.hearing"], false, typed["shown.consent"]);
    }

    /// <returns>Refused: what is no date; how the jury decided anew told by half.</returns>
    public static (CorrectionStatement? Statement, Refusal? Refusal) Read(HttpContext http)
    {
        var typed = new Typed(http);
        if (new[] { "anew-on", "consented-on" }.FirstOrDefault(name => typed[name].Length > 0 && HelsinkiTime.ParseDay(typed[name]) is null) is { } wrong)
            return (null, new("time.not-a-date", typed[wrong]));
        PersonId[] tookPart = [.. http.Request.Form["anew-by"].Select(id => Guid.TryParse(id, out var known) ? new PersonId(known) : (PersonId?)null).OfType<PersonId>()];
        var (way, on) = (Choice<DecidingWay>(typed["anew-way"]), HelsinkiTime.ParseDay(typed["anew-on"]));
        if ((way is not null || on is not null || tookPart.Length > 0) && (way is null || on is null || tookPart.Length == 0)) return (null, new("corrections.anew-missing"));

        var facts = new CorrectionFacts(
            Choice<FactError>(typed["error"]), way is { } how && on is { } day ? new(how, day, tookPart) : null, typed["heard"] == "yes",
            Choice<DetrimentBasis>(typed["basis"]), HelsinkiTime.ParseDay(typed["consented-on"]))
        {
            NotHeard = Choice<NotHeardBecause>(typed["heard"]),
        };
        return (new(typed.Text("what"), typed["hearing"], typed["detriment"] == "yes", typed["consent"], facts), null);
    }

    private static T? Choice<T>(string value) where T : struct, Enum => Enum.TryParse<T>(value, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
}
