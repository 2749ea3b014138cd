using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests;

public sealed class TextLimitTests
{
    private static readonly string Whole = new('a', TextLimit.Text);
    private static readonly string TooLong = Whole + "a";

    [Fact]
    public void A_text_that_just_fits_is_taken()
    {
        Assert.Null(TextLimit.Check(Whole, null, ""));
        Assert.Null(new Decision(new(Guid.NewGuid())).Write(DecisionSection.Grounds, Language.Finnish, Whole));
    }

    public static TheoryData<string, Func<string, Refusal?>> Texts => new()
    {
        { "a comment", text => Sheet().Save([Criterion], "C1", new(3, text), An.Spring) },
        { "a declaration", text => new Declaration(new(Guid.NewGuid()), new(Guid.NewGuid()), An.Person()).Declare(InterestAnswer.Unsure, null, text, An.Spring) },
        { "a decision", text => new Decision(new(Guid.NewGuid())).Write(DecisionSection.Grounds, Language.Finnish, text) },
        { "a reason for an outcome", text => new Decision(new(Guid.NewGuid())).Record(new(null, [], text), [], An.Person(), An.Spring) },
        { "a theme", text => An.Competition(Stage.Draft).SetUp(An.Plan() with { Theme = Theme.Empty with { Description = new(text) } }) },
        { "a name", text => An.Competition(Stage.Draft).SetUp(An.Plan() with { Title = new(text) }) },
        { "an appointment", text => An.Competition(Stage.Open).Correct(Authority.Empty, new(text), LocalizedText.Empty, isApproved: false) },
        { "a reason for an extension", text => An.Competition(Stage.Open).Extend(An.ClosingTime.AddDays(1), new(text, text), An.Spring) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_that_is_too_long_is_refused_with_its_length(string what, Func<string, Refusal?> write)
    {
        var refusal = write(TooLong);

        Assert.Equal("ui.text-too-long", refusal?.Code);
        Assert.True(refusal!.Args is [TextLimit.Text + 1, int], what);
    }

    private static Criterion Criterion { get; } = new("C1", 100, CriterionForce.Shall, An.Text("C1"), LocalizedText.Empty, []);

    private static ScoreSheet Sheet() => new(new(Guid.NewGuid()), new(Guid.NewGuid()), An.Person());
}
