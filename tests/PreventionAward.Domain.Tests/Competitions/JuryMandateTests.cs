using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class JuryMandateTests
{
    [Fact]
    public void Names_are_public_from_the_chosen_moment_and_with_the_decision_at_the_latest()
    {
        var mandate = JuryMandate.Empty with { NamesPublicAt = An.Spring };

        Assert.False(mandate.NamesArePublic(Stage.Open, An.Spring.AddTicks(-1)));
        Assert.True(mandate.NamesArePublic(Stage.Open, An.Spring));
        Assert.True(mandate.NamesArePublic(Stage.Published, An.Spring.AddDays(-1)));
        Assert.True(JuryMandate.Empty.NamesArePublic(Stage.Open, An.Spring));
    }

    [Fact]
    public void A_term_does_not_end_before_it_begins()
    {
        var competition = An.Competition(Stage.Open);
        var term = JuryMandate.Empty with { From = new(2027, 5, 3), Until = new(2027, 5, 2) };

        Assert.Equal("mandate.ends-before-it-begins", competition.Mandated(term, isApproved: false)?.Code);
        Assert.Null(competition.Mandated(term with { Until = term.From }, isApproved: false));
        Assert.Equal(new DateOnly(2027, 5, 3), competition.Mandate.Until);
        Assert.Equal("competitions.contact-fixed", competition.Mandated(term, isApproved: true)?.Code);
    }

    [Fact]
    public void The_jury_changes_until_it_has_approved_its_decision_and_grows_until_scoring_is_closed()
    {
        Assert.Null(An.Competition(Stage.Decided).WhyJuryIsFixed(isApproved: false));
        Assert.Equal("membership.fixed", An.Competition(Stage.Decided).WhyJuryIsFixed(isApproved: true)?.Code);
        Assert.Equal("membership.fixed", An.Competition(Stage.Published).WhyJuryIsFixed(isApproved: false)?.Code);
        Assert.Null(An.Competition(Stage.Scoring).WhyNobodyJoins());
        Assert.Equal("membership.nobody-joins", An.Competition(Stage.Deliberation).WhyNobodyJoins()?.Code);
    }

    [Fact]
    public void A_change_needs_a_reason_and_another_reason_needs_words()
    {
        Assert.Equal("membership.reason-missing", JuryChange.Check(JuryChangeKind.Resigned, null, "x")?.Code);
        Assert.Equal("membership.explanation-missing", JuryChange.Check(JuryChangeKind.Resigned, JuryChangeReason.Other, " ")?.Code);
        Assert.Null(JuryChange.Check(JuryChangeKind.Appointed, JuryChangeReason.Other, "x"));
        Assert.Null(JuryChange.Check(JuryChangeKind.Resigned, JuryChangeReason.Personal, ""));
        Assert.Equal("membership.reason-missing", JuryChange.Check(JuryChangeKind.Resigned, JuryChangeReason.Replacement, "x")?.Code);
        Assert.Equal("membership.reason-missing", JuryChange.Check(JuryChangeKind.Appointed, JuryChangeReason.Personal, "x")?.Code);
    }
}
