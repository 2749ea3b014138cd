using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class DecisionTests
{
    private static readonly PersonId Chair = An.Person();
    private readonly EntryId first = new(Guid.NewGuid());
    private readonly EntryId second = new(Guid.NewGuid());
    private readonly Decision decision = new(new(Guid.NewGuid()));

    private IReadOnlyList<RankedEntry> Ranking => [new(first, 1, 4, [], []), new(second, 2, 3, [], [])];

    private EntryId[] Eligible => [first, second];

    private DecisionScope Scope => new(Eligible, []);

    [Fact]
    public void The_entry_ranked_first_wins_without_a_reason_and_another_only_with_one()
    {
        Assert.Equal("decisions.not-first-needs-reason", Record(new(second, [], " "))?.Code);
        Assert.False(decision.IsRecorded);

        Assert.Null(Record(new(second, [first], "It reaches further")));
        Assert.Equal((second, "It reaches further", Chair), (decision.WinnerId!.Value, decision.OutcomeReason, decision.RecordedBy!.Value));
        Assert.Null(Record(new(first, [], "")));
    }

    [Fact]
    public void That_no_entry_is_worthy_is_a_decision_too_and_says_why()
    {
        Assert.Equal("decisions.no-winner-needs-reason", Record(new(null, [], ""))?.Code);
        Assert.Null(Record(new(null, [first], "None has been evaluated")));
        Assert.True(decision.IsRecorded);
        Assert.Null(decision.WinnerId);
    }

    [Fact]
    public void Neither_winner_nor_mention_comes_from_outside_or_is_both()
    {
        Assert.Equal("decisions.not-eligible", Record(new(new(Guid.NewGuid()), [], "x"))?.Code);
        Assert.Equal("decisions.not-eligible", Record(new(first, [new(Guid.NewGuid())], ""))?.Code);
        Assert.Equal("decisions.winner-is-mention", Record(new(first, [first], ""))?.Code);
    }

    [Fact]
    public void Every_section_is_missing_until_it_stands_in_both_national_languages()
    {
        Record(new(first, [], ""));
        foreach (var section in decision.Sections(Scope)) decision.Write(section, Language.Finnish, "teksti");
        Assert.Equal(
            [(DecisionSection.Grounds, Language.Swedish), (DecisionSection.Assessment(second), Language.Swedish), (DecisionSection.Remarks, Language.Swedish)],
            decision.Missing(Scope));

        Assert.Equal("decisions.texts-missing", decision.Approve(Scope, Chair, An.Spring)?.Code);
        foreach (var section in decision.Sections(Scope)) decision.Write(section, Language.Swedish, "text");
        Assert.Null(decision.Approve(Scope, Chair, An.Spring));
        Assert.Equal((Chair, An.Spring), (decision.ApprovedBy!.Value, decision.ApprovedAt!.Value));
    }

    [Fact]
    public void An_approved_decision_is_locked_until_the_approval_is_taken_back()
    {
        Record(new(first, [], ""));
        foreach (var section in decision.Sections(Scope))
        {
            decision.Write(section, Language.Finnish, "teksti");
            decision.Write(section, Language.Swedish, "text");
        }

        decision.Approve(Scope, Chair, An.Spring);
        Assert.Equal("decisions.already-approved", decision.Write(DecisionSection.Grounds, Language.Finnish, "toinen")?.Code);
        Assert.Equal("decisions.already-approved", Record(new(second, [], "x"))?.Code);
        Assert.Equal("teksti", decision[DecisionSection.Grounds].Fi);

        decision.Unapprove();
        Assert.Null(decision.Write(DecisionSection.Grounds, Language.Finnish, "toinen"));
    }

    [Fact]
    public void Nothing_is_approved_before_an_outcome_is_on_record() =>
        Assert.Equal("decisions.not-recorded", decision.Approve(Scope, Chair, An.Spring)?.Code);

    [Fact]
    public void A_text_wiped_out_is_missing_again()
    {
        decision.Write(DecisionSection.Remarks, Language.Finnish, "teksti");
        decision.Write(DecisionSection.Remarks, Language.Finnish, "  ");

        Assert.Empty(decision.Texts);
    }

    private Refusal? Record(Outcome outcome) => decision.Record(outcome, Ranking, Chair, An.Spring);
}
