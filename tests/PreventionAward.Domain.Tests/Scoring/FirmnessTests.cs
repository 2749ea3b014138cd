using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class FirmnessTests
{
    private static readonly IReadOnlyList<Criterion> One = [Named("C1", 100)];

    private readonly EntryId a = Entry();
    private readonly EntryId b = Entry();
    private readonly PersonId mild = Juror();
    private readonly PersonId severe = Juror();
    private readonly PersonId third = Juror();

    [Fact]
    public void The_gap_is_the_first_result_less_the_second()
    {
        var firm = Of(One, Sheet(a, mild, 5), Sheet(a, severe, 4), Sheet(b, mild, 4), Sheet(b, severe, 4))!;

        Assert.Equal([a], firm.Leaders);
        Assert.Equal(new Fraction(1, 2), firm.Gap);
        Assert.Null(firm.Fit);
    }

    [Fact]
    public void Equal_results_lead_together_with_no_gap()
    {
        var firm = Of(One, Sheet(a, mild, 4), Sheet(b, mild, 4))!;

        Assert.Equal([a, b], firm.Leaders);
        Assert.Equal((Fraction)0, firm.Gap);
    }

    [Fact]
    public void A_member_without_whom_another_leads_is_told()
    {
        var firm = Of(One, Sheet(a, mild, 5), Sheet(a, severe, 3), Sheet(b, mild, 3), Sheet(b, severe, 4))!;

        var without = firm.Without.Single(w => w.Juror == mild);
        Assert.Equal([b], without.Leaders);
        Assert.True(without.Flips);
        Assert.False(firm.Without.Single(w => w.Juror == severe).Flips);
    }

    [Fact]
    public void Without_the_only_member_nobody_leads() =>
        Assert.Empty(Assert.Single(Of(One, Sheet(a, mild, 4), Sheet(b, mild, 3))!.Without).Leaders);

    [Theory]
    [InlineData(52, 48, true)] // moved, 46.8 against 52.8
    [InlineData(60, 40, false)] // moved, still 54 against 44
    public void Weights_moved_by_ten_per_cent_can_or_cannot_turn_the_order(int first, int second, bool overtaken)
    {
        IReadOnlyList<Criterion> criteria = [Named("C1", first), Named("C2", second)];
        var firm = Of(criteria, Sheet(a, mild, 5, 3), Sheet(b, mild, 3, 5))!;

        Assert.Equal(overtaken ? [b] : [], firm.OvertakenBy);
    }

    [Fact]
    public void With_one_cell_missing_the_fit_is_the_one_of_Yates()
    {
        // Rows a and b, columns mild, severe, third; the severe member is recused from b.
        // Yates: (2 rows x 8 of row b + 3 columns x 2 of the severe - 17 in all) / (1 x 2) = 2.5
        var firm = Of(One, Sheet(a, mild, 4), Sheet(a, severe, 2), Sheet(a, third, 3), Sheet(b, mild, 4), Sheet(b, third, 4))!;

        Assert.Equal(1, firm.Fit!.Missing);
        Assert.Equal(3, firm.Fit.Results[a], 9);
        Assert.Equal((4 + 2.5 + 4) / 3, firm.Fit.Results[b], 9);
    }

    [Fact]
    public void Entries_that_share_no_member_cannot_be_compared()
    {
        var fit = Of(One, Sheet(a, mild, 4), Sheet(b, severe, 3))!.Fit!;

        Assert.False(fit.IsConnected);
        Assert.Empty(fit.Results);
    }

    [Fact]
    public void An_entry_without_a_result_is_left_out()
    {
        var firm = Of(One, Sheet(a, mild, 4), Sheet(b, mild, (int?)null))!;

        Assert.Null(firm.Gap);
        Assert.Null(firm.Fit);
        Assert.Null(Of(One, Sheet(a, mild, (int?)null)));
    }

    [Fact]
    public void In_any_table_the_residuals_of_every_entry_and_every_member_sum_to_nought()
    {
        var random = new Random(20231002);
        for (var round = 0; round < 200; round++)
        {
            var table = new double?[random.Next(2, 7), random.Next(2, 7)];
            for (var i = 0; i < table.Length; i++)
                if (random.Next(4) > 0) table[i / table.GetLength(1), i % table.GetLength(1)] = random.Next(6);
            if (LeastSquares.RowMeans(table) is { } means) ResidualsAreBalanced(table, means);
        }
    }

    // A least-squares fit is known by its residuals: here the members' effects are found from the means, and both sums checked.
    private static void ResidualsAreBalanced(double?[,] table, double[] means)
    {
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        var effects = Enumerable.Range(0, columns).Select(c =>
            Enumerable.Range(0, rows).Where(r => table[r, c] is not null).Select(r => table[r, c]!.Value - means[r]).DefaultIfEmpty(0).Average()).ToArray();
        for (var r = 0; r < rows; r++)
            Assert.Equal(0, Enumerable.Range(0, columns).Where(c => table[r, c] is not null).Sum(c => table[r, c]!.Value - means[r] - effects[c]), 6);
    }

    private Firmness? Of(IReadOnlyList<Criterion> criteria, params ScoreSheet[] sheets) =>
        Firmness.Of(Ranking.Of([a, b], sheets, criteria, TieRule.Default), sheets, criteria);
}
