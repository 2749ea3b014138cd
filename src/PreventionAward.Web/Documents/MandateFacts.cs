using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>Who appointed the jury and for how long, in words: the same in the decision and on the public page.</summary>
public static class MandateFacts
{
    /// <summary>What has been given, in order; what has not is left out.</summary>
    public static IReadOnlyList<Fact> Of(JuryMandate mandate, Texts t)
    {
        List<Fact> facts = [];
        if (!mandate.AppointedBy.IsEmpty()) facts.Add(new(t["mandate.appointed-by"], Passage.Of(mandate.AppointedBy, t.Language)));
        if (Decision(mandate, t) is { Length: > 0 } decision) facts.Add(new(t["mandate.decision"], decision));
        if (Term(mandate, t) is { } term) facts.Add(new(t["mandate.term"], term));
        if (!mandate.Secretary.IsEmpty()) facts.Add(new(t["mandate.secretary"], Passage.Of(mandate.Secretary, t.Language)));
        return facts;
    }

    private static string Decision(JuryMandate mandate, Texts t) =>
        string.Join(", ", new[] { mandate.DecidedOn is { } day ? t.Written(day) : "", mandate.Reference }.Where(part => part.Length > 0));

    private static string? Term(JuryMandate mandate, Texts t) => (mandate.From, mandate.Until) switch
    {
        ({ } from, { } until) => t["mandate.from-until", from, until],
        ({ } from, null) => t["mandate.from", from],
        (null, { } until) => t["mandate.until", until],
        _ => null,
    };
}
