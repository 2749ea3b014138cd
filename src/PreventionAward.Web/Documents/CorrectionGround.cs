using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>On what ground a decision was corrected, in sentences: what the record does not hold is not claimed, and no party is named.</summary>
internal static class CorrectionGround
{
    public static string Of(Correction correction, DecisionMaterial material, Texts t) => string.Join(' ', Sentences(correction, material, t));

    private static IEnumerable<string> Sentences(Correction correction, DecisionMaterial material, Texts t)
    {
        var isClerical = correction.Kind == CorrectionKind.Clerical;
        yield return isClerical ? t["corrections.note.ground-clerical"]
            : correction.Facts?.Error is { } error ? t["corrections.note.ground-point", (int)error + 1, t.Written(error)]
            : t["corrections.note.ground-fact"];
        if (correction.Facts is not { } facts) yield break;
        if (facts.Anew is { } anew)
            yield return t[anew.Way == DecidingWay.Meeting ? "corrections.note.anew-meeting" : "corrections.note.anew-writing", anew.On, Names(anew.TookPart, material, t)];
        if (facts.Basis is { } basis) yield return Detriment(basis, facts.ConsentedOn, t);
        if (facts.WereHeard) yield return t["corrections.note.heard"];
        else if (facts.NotHeard is { } why) yield return Unheard(why, t);
    }

    private static string Detriment(DetrimentBasis basis, DateOnly? consented, Texts t) => basis switch
    {
        DetrimentBasis.Consent => t["corrections.note.detriment-consent", consented],
        DetrimentBasis.OwnConduct => t["corrections.note.detriment-own"],
        _ => t["corrections.note.detriment-reasonable"],
    };

    private static string Unheard(NotHeardBecause why, Texts t) =>
        why == NotHeardBecause.Unnecessary ? t["corrections.note.not-heard-clerical"] : t["corrections.note.not-heard", (int)why, t.Written(why)];

    private static string Names(IEnumerable<PersonId> people, DecisionMaterial material, Texts t) =>
        string.Join(", ", people.Select(person => t.Written(material.NameOf(person) ?? LocalizedText.Name("–"))));
}
