using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Who puts the jury's approval on record.</summary>
internal static class WhoApproves
{
    /// <summary>The chair; where the chair stays out of an entry, the vice-chair; where both do, the secretary, since the decision handles every entry (Hallintolaki 27 §).</summary>
    /// <returns>Why that person does not, or null.</returns>
    public static Refusal? WhyNotApprovedBy(this DecisionMaterial material, Person person)
    {
        if (person.Aside.Contains(material.Competition.Id) || material.AssessedIds.Any(person.Teams.ContainsKey)) return new("decisions.approver-is-out");
        var decider = material.Decider;
        if (decider is null) return person.SeatIn(material.Competition.Id) is null ? null : new("decisions.approver-is-out");
        return decider.Id == person.Id ? null : new(decider.Role == SeatRole.Chair ? "decisions.chair-approves" : "decisions.vice-chair-approves");
    }

    extension(DecisionMaterial material)
    {
        /// <summary>Who of chair and vice-chair is clear of every entry; null where neither is. A party is recused from each by a declaration.</summary>
        public Presider? Decider => new Presidium(
        [
            .. material.Jury.Where(m => m.Role != SeatRole.Member).Select(m => new Presider(m.PersonId, m.Role, IsParty: false, new HashSet<EntryId>())),
        ]).DecidingOn(material.AssessedIds, (person, entry) => material.Declarations.Any(d => d.PersonId == person && d.EntryId == entry && d.Interest == Interest.Clear));
    }
}
