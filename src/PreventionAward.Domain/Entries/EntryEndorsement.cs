using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

// Nominating: a team may enter a project of another organisation, which is asked whether it agrees.
public sealed partial class Entry
{
    /// <summary>What the responsible organisation was asked and answered; null where the version that counts is no nomination.</summary>
    public Endorsement? Endorsement { get; private set; }

    /// <summary>Asks the responsible organisation that the version that counts names. Who has been asked already is not asked again for a later version.</summary>
    /// <param name="tokenHash">Hash of the secret of a new link.</param>
    /// <param name="again">Send a new link to an organisation that has not answered; the earlier one is void.</param>
    /// <returns>Whether a link is to be mailed.</returns>
    public bool AskEndorsement(string tokenHash, DateTimeOffset now, bool again = false)
    {
        if (Submitted is not { } submitted || Endorsement.NeededBy(submitted.Answers) is not var (organisation, mail))
        {
            Endorsement = null;
            return false;
        }

        if (Endorsement is { } there && (there.Organisation, there.Mail) == (organisation, mail) && !(again && there.Answer is null)) return false;
        Endorsement = new(organisation, mail, now, tokenHash);
        return true;
    }

    /// <summary>The responsible organisation answers, once.</summary>
    /// <param name="by">Who answers for it: name and position.</param>
    /// <returns>Refused: nobody was asked; answered already; scoring has started or the entry is gone; nobody named.</returns>
    public Refusal? AnswerEndorsement(Competition competition, EndorsementAnswer answer, string by, string remark, DateTimeOffset now)
    {
        if (Endorsement is not { } asked) return new("endorsement.void");
        if (asked.Answer is not null) return new("endorsement.answered");
        if (!MayStillAnswer(competition)) return new("endorsement.too-late");
        if (string.IsNullOrWhiteSpace(by)) return new("endorsement.name-missing");

        Endorsement = asked with { Answer = answer, By = Answers.Clean(by), Remark = Answers.Clean(remark), AnsweredAt = now };
        if (answer == EndorsementAnswer.Declined && Status == EntryStatus.Eligible) (Status, ScreenedAt, Endorsement) = (EntryStatus.Submitted, null, Endorsement with { AcceptedWithout = null });
        return null;
    }

    /// <summary>Whether the organisation's answer can still come: before scoring starts.</summary>
    public bool MayStillAnswer(Competition competition) => competition.Stage < Stage.Scoring && Status != EntryStatus.Withdrawn;

    // Without an endorsement staff decide, and say why.
    private Refusal? WhyNotWithout(bool eligible, string? reason) =>
        eligible && Endorsement is { State: not EndorsementState.Endorsed } && string.IsNullOrWhiteSpace(reason) ? new("endorsement.reason-missing") : null;

    private Endorsement? Screened(bool eligible, string? reason) => Endorsement is { State: not EndorsementState.Endorsed } missing
        ? missing with { AcceptedWithout = eligible ? Answers.Clean(reason) : null }
        : Endorsement;
}
