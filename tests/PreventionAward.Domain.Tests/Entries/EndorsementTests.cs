using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class EndorsementTests
{
    private static readonly DateTimeOffset Now = An.ClosingTime.AddDays(1);
    private readonly Competition screening = An.Competition(Stage.Screening);

    [Fact]
    public void The_organisation_that_a_nomination_names_is_asked_once_however_often_it_is_submitted()
    {
        var entry = Nomination();

        Assert.True(entry.AskEndorsement("hash", Now));
        Assert.False(entry.AskEndorsement("another", Now));
        Assert.Equal(("Association", "chair@example.org", "hash", EndorsementState.Asked), (entry.Endorsement!.Organisation, entry.Endorsement.Mail, entry.Endorsement.TokenHash, entry.Endorsement.State));

        Assert.True(entry.AskEndorsement("new", Now, again: true));
        Assert.Equal("new", entry.Endorsement.TokenHash);
    }

    [Fact]
    public void Ones_own_project_needs_none_and_another_address_is_asked_anew()
    {
        var entry = Nomination();
        entry.AskEndorsement("hash", Now);
        entry.AnswerEndorsement(screening, EndorsementAnswer.Declined, "The chair", "", Now);
        Resubmit(entry, ("endorserMail", "board@example.org"));

        Assert.True(entry.AskEndorsement("other", Now));
        Assert.Equal(EndorsementState.Asked, entry.Endorsement!.State);

        Resubmit(entry, ("nomination", "own"));
        Assert.False(entry.AskEndorsement("third", Now));
        Assert.Null(entry.Endorsement);
    }

    [Theory]
    [InlineData(EndorsementAnswer.Endorsed, EndorsementState.Endorsed)]
    [InlineData(EndorsementAnswer.Declined, EndorsementState.Declined)]
    public void It_is_answered_once_by_somebody_named(EndorsementAnswer answer, EndorsementState state)
    {
        var entry = Nomination();
        Assert.Equal("endorsement.void", entry.AnswerEndorsement(screening, answer, "The chair", "", Now)?.Code);
        entry.AskEndorsement("hash", Now);

        Assert.Equal("endorsement.name-missing", entry.AnswerEndorsement(screening, answer, " ", "", Now)?.Code);
        Assert.Null(entry.AnswerEndorsement(screening, answer, "The chair", "Gladly", Now));
        Assert.Equal("endorsement.answered", entry.AnswerEndorsement(screening, EndorsementAnswer.Endorsed, "Another", "", Now)?.Code);

        Assert.Equal((state, "The chair", "Gladly", "hash", Now), (entry.Endorsement!.State, entry.Endorsement.By, entry.Endorsement.Remark, entry.Endorsement.TokenHash, entry.Endorsement.AnsweredAt));
        Assert.False(entry.AskEndorsement("again", Now, again: true));
    }

    [Fact]
    public void It_is_due_before_scoring_starts()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var entry = Nomination();
            entry.AskEndorsement("hash", Now);

            Assert.Equal(stage < Stage.Scoring ? null : "endorsement.too-late", entry.AnswerEndorsement(An.Competition(stage), EndorsementAnswer.Endorsed, "The chair", "", Now)?.Code);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData(EndorsementAnswer.Declined)]
    public void Without_it_staff_decide_with_a_reason(EndorsementAnswer? answer)
    {
        var entry = Nomination();
        entry.AskEndorsement("hash", Now);
        if (answer is { } given) entry.AnswerEndorsement(screening, given, "The chair", "", Now);

        Assert.Equal("endorsement.reason-missing", entry.Screen(screening, true, " ", Now)?.Code);
        Assert.Null(entry.Screen(screening, true, "The board agreed by telephone", Now));
        Assert.Equal((EntryStatus.Eligible, EndorsementState.AcceptedWithout, "The board agreed by telephone"), (entry.Status, entry.Endorsement!.State, entry.Endorsement.AcceptedWithout));
        Assert.Null(entry.IneligibleReason);

        Assert.Null(entry.Screen(screening, false, "Nobody agreed", Now));
        Assert.Equal((EntryStatus.Ineligible, "Nobody agreed", null), (entry.Status, entry.IneligibleReason, entry.Endorsement.AcceptedWithout));
    }

    [Fact]
    public void Endorsed_or_ones_own_needs_no_reason()
    {
        var entry = Nomination();
        entry.AskEndorsement("hash", Now);
        entry.AnswerEndorsement(screening, EndorsementAnswer.Endorsed, "The chair", "", Now);

        Assert.Null(entry.Screen(screening, true, null, Now));
        Assert.Equal(EndorsementState.Endorsed, entry.Endorsement!.State);
    }

    [Fact]
    public void Whoever_declines_after_the_entry_was_accepted_puts_it_back_before_the_staff()
    {
        var entry = Nomination();
        entry.AskEndorsement("hash", Now);
        entry.Screen(screening, true, "Agreed by telephone", Now);

        entry.AnswerEndorsement(screening, EndorsementAnswer.Declined, "The chair", "", Now);

        Assert.Equal((EntryStatus.Submitted, EndorsementState.Declined), (entry.Status, entry.Endorsement!.State));
    }

    private static Entry Nomination()
    {
        var entry = An.Entry(An.Competition(Stage.Open));
        Resubmit(entry, ("nomination", "third-party"), ("organisation", "Association"), ("endorserMail", "Chair@example.org"));
        return entry;
    }

    private static void Resubmit(Entry entry, params (string Key, string Text)[] answers)
    {
        entry.Save(entry.Draft.With(answers.Select(a => KeyValuePair.Create(a.Key, a.Text))), Language.Finnish, An.Spring);
        Assert.Null(entry.Submit(An.Competition(Stage.Open), [], An.Person(), 1, An.Spring));
    }

    [Fact]
    public void An_entry_mails_at_most_five_different_addresses()
    {
        var answers = An.Answers(("nomination", "third-party"), ("organisation", "A club"), ("endorserMail", "Sixth@example.org"));
        string[] five = [.. Enumerable.Range(1, 5).Select(n => $"asked-{n}@example.org")];

        Assert.Null(Endorsement.WhyNotAsk(answers, [.. five[..4], five[0]]));
        Assert.Equal("endorsement.too-many-addresses", Endorsement.WhyNotAsk(answers, five)?.Code);
        Assert.Null(Endorsement.WhyNotAsk(answers, [.. five[..4], "sixth@example.org"]));
        Assert.Null(Endorsement.WhyNotAsk(An.Answers(("organisation", "A club")), five));
    }
}
