using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>Whether the decision was voted on or dissented from. Only what the record shows: that nobody voted or dissented is not yet that all agreed.</summary>
internal static class HowDecided
{
    public static string Of(RecordedOutcome outcome, Meeting meeting, Texts t)
    {
        var votes = meeting.Votes.Where(v => v.Result?.At <= outcome.At).ToLookup(v => v.Item == AgendaItem.Decision);
        var dissents = meeting.Dissents.Count(d => d.Item == AgendaItem.Decision);
        var how = t[votes[true].Any() ? "minutes.doc.decided-by-vote" : dissents > 0 ? "minutes.doc.decided-no-vote" : "minutes.doc.decided-unopposed"];
        if (dissents > 0) how += " " + t["minutes.doc.decided-dissents", dissents];
        else if (votes[true].Any()) how += " " + t["minutes.doc.decided-no-dissent"];
        return votes[false].Any() ? how + " " + t["minutes.doc.decided-other-votes"] : how;
    }
}
