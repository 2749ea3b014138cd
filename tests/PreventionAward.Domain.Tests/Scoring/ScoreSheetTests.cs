using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class ScoreSheetTests
{
    private readonly ScoreSheet sheet = new(Competition, Entry(), Juror());

    [Fact]
    public void A_sheet_is_saved_however_incomplete_it_is()
    {
        Assert.Null(sheet.Save(Criteria, "C2", new(null, "  A first thought \r\n"), Noon));
        Assert.Equal("A first thought", sheet.Marks["C2"].Comment);
        Assert.Equal(Noon, sheet.SavedAt);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(6)]
    public void Points_outside_the_scale_are_refused(int points)
    {
        Assert.Equal("scoring.points-out-of-range", sheet.Save(Criteria, "C1", new(points), Noon)?.Code);
        Assert.Empty(sheet.Marks);
    }

    [Fact]
    public void A_criterion_of_another_year_is_refused() =>
        Assert.Equal("scoring.no-such-criterion", sheet.Save(Criteria, "C9", new(3), Noon)?.Code);

    [Theory]
    [InlineData(0, "scoring.comment-missing")]
    [InlineData(1, "scoring.comment-missing")]
    [InlineData(2, null)]
    [InlineData(4, null)]
    [InlineData(5, "scoring.comment-missing")]
    public void The_ends_of_the_scale_ask_for_a_comment(int points, string? why)
    {
        foreach (var criterion in Criteria) sheet.Save(Criteria, criterion.Key, new(3), Noon);
        sheet.Save(Criteria, "C4", new(points), Noon);
        Assert.Equal(why, sheet.Missing(Criteria).Select(m => m.Why.Code).SingleOrDefault());
    }

    [Fact]
    public void Abstaining_asks_for_a_reason_and_counts_as_answered()
    {
        foreach (var criterion in Criteria) sheet.Save(Criteria, criterion.Key, new(3), Noon);
        sheet.Save(Criteria, "C1", new(4, "", Abstains: true), Noon);
        Assert.Equal("scoring.abstaining-needs-a-reason", Assert.Single(sheet.Missing(Criteria)).Why.Code);

        sheet.Save(Criteria, "C1", new(4, "Not my field", Abstains: true), Noon);
        Assert.Null(sheet.HandIn(Criteria, Noon));
        Assert.Null(sheet.Marks["C1"].Counted);
    }

    [Fact]
    public void An_incomplete_sheet_is_not_handed_in()
    {
        sheet.Save(Criteria, "C1", new(3), Noon);
        var refusal = sheet.HandIn(Criteria, Noon);
        Assert.Equal(("scoring.incomplete", 4), (refusal?.Code, refusal?.Args[0]));
        Assert.False(sheet.IsHandedIn);
    }

    [Fact]
    public void A_handed_in_sheet_is_locked_until_it_is_reopened_with_a_reason()
    {
        foreach (var criterion in Criteria) sheet.Save(Criteria, criterion.Key, new(3), Noon);
        Assert.Null(sheet.HandIn(Criteria, Noon));
        Assert.Equal("scoring.handed-in", sheet.Save(Criteria, "C1", new(4), Noon)?.Code);
        Assert.Equal("scoring.handed-in", sheet.HandIn(Criteria, Noon)?.Code);

        Assert.Equal("scoring.reopening-needs-a-reason", sheet.Reopen(" ")?.Code);
        Assert.Null(sheet.Reopen("A figure was misread"));
        Assert.Null(sheet.Save(Criteria, "C1", new(4), Noon));
        Assert.Equal("scoring.not-handed-in", sheet.Reopen("Again")?.Code);
    }
}
