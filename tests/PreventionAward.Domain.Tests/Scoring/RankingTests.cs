using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class RankingTests
{
    private readonly EntryId a = Entry();
    private readonly EntryId b = Entry();

    [Fact]
    public void The_result_is_the_sum_of_weight_times_mean()
    {
        IReadOnlyList<Criterion> criteria = [Named("C1", 70), Named("C2", 30)];
        var only = Assert.Single(Ranking.Of([a], [Sheet(a, 4, 5), Sheet(a, 3, 2)], criteria, TieRule.Default));
        Assert.Equal(new Fraction(7, 2), only.Criteria[0].Mean);
        Assert.Equal((new Fraction(7, 2) * new Fraction(70, 100)) + (new Fraction(7, 2) * new Fraction(30, 100)), only.Result);
    }

    [Fact]
    public void An_abstention_is_missing_from_the_mean_and_never_a_zero()
    {
        var only = Assert.Single(Rank([a], Sheet(a, 4, 4, 4, 4, 4), Sheet(a, null, 4, 4, 4, 4)));
        Assert.Equal((Fraction)4, only.Criterion("C1")!.Mean);
        Assert.Equal((Fraction)4, only.Result);
        Assert.Null(only.Totals[1].Total);
    }

    [Fact]
    public void A_criterion_that_nobody_scored_leaves_the_entry_unranked_and_last()
    {
        var order = Rank([a, b], Sheet(a, 5, 5, 5, 5, null), Sheet(b, 0, 0, 0, 0, 0));
        Assert.Equal([b, a], order.Select(e => e.Id));
        Assert.Equal([1, null], order.Select(e => e.Rank));
        Assert.Null(order[1].Result);
    }

    [Fact]
    public void An_entry_without_any_sheet_is_in_the_list_unranked() =>
        Assert.Equal((int?)null, Assert.Single(Rank([a])).Rank);

    [Fact]
    public void A_tie_is_settled_by_the_second_criterion_then_the_first()
    {
        var bySecond = Rank([a, b], Sheet(a, 4, 3, 3, 3, 3), Sheet(b, 3, 4, 3, 3, 3));
        Assert.Equal([b, a], bySecond.Select(e => e.Id));
        Assert.Equal([1, 2], bySecond.Select(e => e.Rank));

        var byFirst = Rank([a, b], Sheet(a, 3, 3, 4, 3, 3), Sheet(b, 4, 3, 3, 3, 3));
        Assert.Equal([b, a], byFirst.Select(e => e.Id));
    }

    [Fact]
    public void What_the_tie_rule_cannot_settle_shares_a_rank_and_the_next_rank_is_left_out()
    {
        var c = Entry();
        var order = Rank([a, b, c], Sheet(a, 3, 3, 4, 3, 3), Sheet(b, 3, 3, 3, 4, 3), Sheet(c, 1, 1, 1, 1, 1));
        Assert.Equal([1, 1, 3], order.Select(e => e.Rank));
    }

    [Fact]
    public void Thirds_that_sum_to_the_same_are_a_tie_to_the_last_digit()
    {
        // 1/3 x 20 % + 2/3 x 20 % against 3/3 x 20 %: a binary fraction would see a difference.
        var order = Rank(
            [a, b],
            Sheet(a, 3, 3, 3, 1, 1), Sheet(a, 3, 3, 3, 0, 1), Sheet(a, 3, 3, 3, 0, 0),
            Sheet(b, 3, 3, 3, 1, 0), Sheet(b, 3, 3, 3, 1, 0), Sheet(b, 3, 3, 3, 1, 0));
        Assert.Equal(order[0].Result, order[1].Result);
        Assert.Equal([1, 1], order.Select(e => e.Rank));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Members_three_points_apart_are_marked_for_discussion(int apart, bool marked) =>
        Assert.Equal(marked, Assert.Single(Rank([a], Sheet(a, 1, 3, 3, 3, 3), Sheet(a, 1 + apart, 3, 3, 3, 3))).IsDivergent);

    [Fact]
    public void The_middle_of_an_even_count_lies_between_two() =>
        Assert.Equal(new Fraction(7, 2), Assert.Single(Rank([a], Sheet(a, 3, 1, 1, 1, 1), Sheet(a, 4, 1, 1, 1, 1))).Criterion("C1")!.Median);

    [Fact]
    public void A_sheet_so_far_counts_what_has_points()
    {
        Assert.Null(Ranking.SoFar(Sheet(a, null, null, null, null, null), Criteria));
        Assert.Equal(new Fraction(9, 2), Ranking.SoFar(Sheet(a, 5, 4, null, null, null), Criteria));
        var whole = Sheet(a, 5, 4, 3, 2, 0);
        Assert.Equal(Ranking.Total(whole, Criteria), Ranking.SoFar(whole, Criteria));
    }

    [Fact]
    public void The_fewest_scores_of_a_criterion_are_told() =>
        Assert.Equal(1, Assert.Single(Rank([a], Sheet(a, 3, 3, 3, 3, 3), Sheet(a, null, 3, 3, 3, 3))).FewestScores);

    private static IReadOnlyList<RankedEntry> Rank(IEnumerable<EntryId> entries, params ScoreSheet[] sheets) =>
        Ranking.Of(entries, sheets, Criteria, TieRule.Default);
}
