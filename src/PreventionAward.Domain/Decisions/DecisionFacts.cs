using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Decisions;

/// <summary>The facts that a decision must name beside its texts: the authority and whom to ask (Hallintolaki 44 §).</summary>
public static class DecisionFacts
{
    /// <summary>What the competition's set-up lacks for a decision. Of a reconstructed year nothing is asked.</summary>
    public static IEnumerable<Refusal> Missing(Competition competition)
    {
        if (competition.Provenance == Provenance.Reconstructed) yield break;
        var authority = competition.Authority;
        if (authority.Name.IsEmpty()) yield return new("competitions.authority-missing");
        if (authority.ContactName.IsEmpty()) yield return new("competitions.contact-name-missing");
        if (authority.ContactMail.Length == 0 && authority.ContactPhone.Length == 0) yield return new("competitions.contact-missing");
        if (competition.Appeal.IsEmpty() && !competition.Stage.IsPublic) yield return new("decisions.appeal-unconfirmed");
    }
}
