using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>A vote in words, for the page and the minutes alike.</summary>
public static class VoteWords
{
    /// <summary>What one member voted.</summary>
    public static string Of(Ballot ballot, Func<EntryId, string> title, Texts t) =>
        (ballot.Choice is { } choice ? t["deliberation.quoted", title(choice)] : t.Written(ballot.Stance)) + (ballot.RecordedBy is null ? "" : " " + t["meeting.said-aloud"]);

    /// <summary>What the vote came to.</summary>
    public static string Outcome(Vote vote, Func<PersonId, LocalizedText> name, Func<EntryId, string> title, Texts t)
    {
        if (vote.Lapsed is { } lapsed) return t["meeting.vote-lapsed", name(lapsed.By), lapsed.Reason];
        if (vote.Result is not { } result) return t["meeting.vote-not-counted"];
        var outcome = vote.IsOnTie
            ? result.Chosen is { } chosen ? t["meeting.tie-chosen", title(chosen)] : t["meeting.tie-even"]
            : t[result.Carried ? "meeting.carried" : "meeting.not-carried", result.For, result.Against, result.Abstain];
        if (result.ByCastingVote && result.Presiding is { } presiding) outcome += $" {t["meeting.casting-vote", name(presiding)]}";
        else if (!vote.IsOnTie && result.For == result.Against) outcome += $" {t[Even(vote, result)]}";
        if (result.Silent.Count > 0) outcome += $" {t["meeting.not-voting-named", string.Join(", ", result.Silent.Select(p => name(p).Best(t.Language).Text))]}";
        else if (result.NotVoting is > 0 and var silent) outcome += $" {t["meeting.not-voting", silent]}";
        return result.RecountedAt is { } again ? $"{outcome} {t["meeting.recounted", again]}" : outcome;
    }

    // By which rule an even count that nobody's vote decided fell.
    private static string Even(Vote vote, VoteResult result) =>
        result.Presiding is { } chair && vote.Ballots.Any(b => b.By == chair && b.Stance != Stance.Abstain) ? "meeting.even-shared" : "meeting.even-no-casting";
}
