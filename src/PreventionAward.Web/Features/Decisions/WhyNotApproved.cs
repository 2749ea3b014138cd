using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>What stands in the way of approving a decision, apart from its texts.</summary>
internal static class WhyNotApproved
{
    /// <summary>Facts that the decision lacks, and a meeting that nobody has closed: its minutes are what the decision rests on.</summary>
    public static IEnumerable<Refusal> FactsMissing(this DecisionMaterial material) =>
    [
        .. BothLanguages.Missing(material.Competition, material.Jury),
        .. DecisionFacts.Missing(material.Competition),
        .. material.MeetingOpen(),
    ];

    /// <summary>What may still be open where a decision has been approved before it was asked for.</summary>
    public static IEnumerable<Refusal> StillOpen(this DecisionMaterial material) =>
        material.Competition.Appeal.IsEmpty() ? material.MeetingOpen().Append(new("decisions.appeal-unconfirmed")) : material.MeetingOpen();

    private static IEnumerable<Refusal> MeetingOpen(this DecisionMaterial material) =>
        material.Meetings?.Held.Any(meeting => meeting.To is null) == true ? [new("decisions.meeting-open")] : [];
}
