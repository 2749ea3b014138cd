using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>How a tie for the first place was resolved, in words: by which part of the rule that was set before the call opened. No points.</summary>
public static class TieWords
{
    /// <param name="title">The title of an entry.</param>
    public static string Of(SettledTie tie, Competition competition, Func<EntryId, string> title, Texts t)
    {
        var tied = string.Join(", ", tie.Tied.Select(id => t["deliberation.quoted", title(id)]));
        var first = t["deliberation.quoted", title(tie.First)];
        return tie.Step switch
        {
            TieStep.Criteria => t["documents.tie.criteria", tied, t["deliberation.quoted", competition.Criteria.FirstOrDefault(c => c.Key == tie.Criterion)?.Title ?? LocalizedText.Name(tie.Criterion ?? "")], first],
            TieStep.Vote => t["documents.tie.vote", tied, first],
            TieStep.CastingVote => t["documents.tie.casting-vote", tied, first],
            TieStep.ChairDecides => t["documents.tie.chair-decides", tied, first],
            _ => t["documents.tie.shared", tied, first],
        };
    }
}
