using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class DeclarationTests
{
    private static readonly PersonId Member = Juror();
    private static readonly PersonId Chair = Juror();
    private readonly Declaration declaration = new(Competition, Entry(), Member);

    [Fact]
    public void Nothing_said_is_undeclared_and_not_clear() => Assert.Equal(Interest.Undeclared, declaration.Interest);

    [Fact]
    public void Without_a_ground_the_member_is_clear()
    {
        Assert.Null(Declare(InterestAnswer.None));
        Assert.Equal(Interest.Clear, declaration.Interest);
        Assert.False(declaration.AwaitsDecision);
    }

    [Fact]
    public void A_ground_recuses_at_once_and_is_not_taken_back()
    {
        Assert.Null(Declare(InterestAnswer.Ground, RecusalGround.Employment));
        Assert.Equal(Interest.Recused, declaration.Interest);
        Assert.Equal("declarations.already-recused", Declare(InterestAnswer.None)?.Code);
    }

    [Fact]
    public void A_ground_must_be_named() => Assert.Equal("declarations.ground-missing", Declare(InterestAnswer.Ground)?.Code);

    [Fact]
    public void A_doubt_must_be_explained_and_keeps_the_member_out_until_it_is_decided()
    {
        Assert.Equal("declarations.explanation-missing", Declare(InterestAnswer.Unsure)?.Code);
        Assert.Null(Declare(InterestAnswer.Unsure, explanation: "We once applied together"));
        Assert.Equal(Interest.InDoubt, declaration.Interest);
        Assert.Equal("declarations.being-decided", Declare(InterestAnswer.None)?.Code);
        Assert.Null(Declare(InterestAnswer.Ground, RecusalGround.OtherReason));
    }

    [Theory]
    [InlineData(true, Interest.Recused)]
    [InlineData(false, Interest.Clear)]
    public void Somebody_else_decides_the_doubt(bool recused, Interest then)
    {
        Declare(InterestAnswer.Unsure, explanation: "We once applied together");
        Assert.Equal("declarations.not-on-oneself", declaration.Confirm(recused, "Why", Member, Noon)?.Code);
        Assert.Null(declaration.Confirm(recused, "Why", Chair, Noon));
        Assert.Equal((then, Chair), (declaration.Interest, declaration.ConfirmedBy));
        Assert.Equal("declarations.nothing-to-decide", declaration.Confirm(!recused, "Why", Chair, Noon)?.Code);
    }

    [Fact]
    public void Finding_a_member_clear_against_the_own_declaration_needs_a_reason()
    {
        Declare(InterestAnswer.Ground, RecusalGround.Employment);

        Assert.Equal("declarations.finding-needs-a-reason", declaration.Confirm(false, " ", Chair, Noon)?.Code);
        Assert.Equal(Interest.Recused, declaration.Interest);
        Assert.Null(declaration.Confirm(false, "Left that work years ago", Chair, Noon));
        Assert.Equal((Interest.Clear, "Left that work years ago"), (declaration.Interest, declaration.FindingReason));
    }

    [Fact]
    public void A_member_found_recused_does_not_become_clear_by_declaring_again()
    {
        Declare(InterestAnswer.Unsure, explanation: "We once applied together");
        declaration.Confirm(true, null, Chair, Noon);
        Assert.Equal("declarations.already-recused", Declare(InterestAnswer.None)?.Code);
        Assert.Equal(Interest.Recused, declaration.Interest);
    }

    [Fact]
    public void A_conflict_found_later_recuses_then()
    {
        Declare(InterestAnswer.None);
        Assert.Equal("declarations.nothing-new", Declare(InterestAnswer.None)?.Code);
        Assert.Null(Declare(InterestAnswer.Ground, RecusalGround.Board));
        Assert.Equal(Interest.Recused, declaration.Interest);
    }

    private Refusal? Declare(InterestAnswer answer, RecusalGround? ground = null, string? explanation = null) =>
        declaration.Declare(answer, ground, explanation, Noon);

    [Fact]
    public void A_member_whose_team_competes_is_recused_by_law_and_nobody_can_decide_otherwise()
    {
        var declaration = new Declaration(new(Guid.NewGuid()), new(Guid.NewGuid()), An.Person());
        declaration.Declare(InterestAnswer.None, null, "", An.Spring);

        declaration.RecuseAsParty(An.ClosingTime);

        Assert.Equal((Interest.Recused, RecusalGround.Party, true, false), (declaration.Interest, declaration.Ground, declaration.IsByLaw, declaration.AwaitsDecision));
        Assert.Equal("declarations.nothing-to-decide", declaration.Confirm(false, "Why", An.Person(), An.ClosingTime)?.Code);
        Assert.Equal("declarations.already-recused", declaration.Declare(InterestAnswer.None, null, "", An.ClosingTime)?.Code);
    }

    [Fact]
    public void What_has_been_decided_about_a_member_before_stays_on_record()
    {
        var declaration = new Declaration(new(Guid.NewGuid()), new(Guid.NewGuid()), An.Person());
        declaration.Declare(InterestAnswer.Ground, RecusalGround.Board, "", An.Spring);
        declaration.Confirm(true, null, An.Person(), An.Spring);

        declaration.RecuseAsParty(An.ClosingTime);

        Assert.Equal((RecusalGround.Board, false), (declaration.Ground, declaration.IsByLaw));
    }
}
