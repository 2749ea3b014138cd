using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Who puts the jury's approval on record.</summary>
internal static class WhoApproves
{
    /// <summary>The chair; where the chair stays out of an entry, the secretary, since the decision handles every entry (Hallintolaki 27 §).</summary>
    /// <returns>Why that person does not, or null.</returns>
    public static Refusal? WhyNotApprovedBy(this DecisionMaterial material, Person person)
    {
        if (person.SeatIn(material.Competition.Id) is not null)
            return material.AssessedIds.All(id => person.InterestIn(id) == Interest.Clear && !person.Teams.ContainsKey(id)) ? null : new("decisions.approver-is-out");
        return IsChairClear(material) ? new("decisions.chair-approves") : null;
    }

    private static bool IsChairClear(DecisionMaterial material)
    {
        var chairs = material.Jury.Where(m => m.Role == SeatRole.Chair).Select(m => m.PersonId).ToHashSet();
        return material.AssessedIds.All(id => material.Declarations.Any(d => chairs.Contains(d.PersonId) && d.EntryId == id && d.Interest == Interest.Clear));
    }
}
