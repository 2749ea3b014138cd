using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Who appointed the jury, by which decision and for how long; what is not known is left out.</summary>
public sealed record DossierMandate(
    LocalizedText AppointedBy, LocalizedText Secretary, string Reference = "", DateOnly? DecidedOn = null, DateOnly? From = null, DateOnly? Until = null, DateTimeOffset? NamesPublicAt = null)
{
    internal static DossierMandate? Of(JuryMandate m) => m == JuryMandate.Empty ? null : new(m.AppointedBy, m.Secretary, m.Reference, m.DecidedOn, m.From, m.Until, m.NamesPublicAt);

    internal JuryMandate Restored() => new(AppointedBy, DecidedOn, Reference, From, Until, Secretary, NamesPublicAt);
}
