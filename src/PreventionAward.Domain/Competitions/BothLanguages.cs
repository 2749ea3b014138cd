using PreventionAward.Domain.Access;

namespace PreventionAward.Domain.Competitions;

/// <summary>The facts that public pages and the decision tell beside its texts: who organises, who appointed the jury, whom its members come from (rule R5).</summary>
public static class BothLanguages
{
    /// <summary>What has been written in one national language only. A fact that nobody has written at all is not missed here.</summary>
    public static IEnumerable<Refusal> Missing(Competition competition, IEnumerable<JuryMember> jury)
    {
        var authority = competition.Authority;
        foreach (var text in new[] { authority.Name, authority.Unit, authority.ContactName })
            if (text.LacksNational() is { } language) yield return new("competitions.authority-lacks-language", language);
        if (competition.Appointment.LacksNational() is { } lacking) yield return new("competitions.appointment-lacks-language", lacking);
        if (competition.Appeal.LacksNational() is { } appeal) yield return new("competitions.appeal-lacks-language", appeal);
        foreach (var text in new[] { competition.Mandate.AppointedBy, competition.Mandate.Secretary })
            if (text.LacksNational() is { } language) yield return new("mandate.lacks-language", language);
        foreach (var member in jury)
            if (member.Organisation.LacksNational() is { } language) yield return new("jury.organisation-lacks-language", member.Name, language);
    }
}
