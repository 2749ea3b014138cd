using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class FractionTests
{
    [Fact]
    public void A_third_three_times_is_one() => Assert.Equal((Fraction)1, new Fraction(1, 3) + new Fraction(1, 3) + new Fraction(1, 3));

    [Fact]
    public void The_same_number_written_differently_is_equal()
    {
        Assert.Equal(new Fraction(1, 2), new Fraction(3, 6));
        Assert.Equal(new Fraction(-1, 2), new Fraction(1, -2));
        Assert.Equal(new Fraction(1, 2).GetHashCode(), new Fraction(50, 100).GetHashCode());
    }

    [Fact]
    public void A_difference_no_decimal_shows_still_counts() =>
        Assert.True(new Fraction(1, 3) < new Fraction(333_333_334, 1_000_000_000));

    [Theory]
    [InlineData(5, 2, 0, 3)]
    [InlineData(-5, 2, 0, -3)]
    [InlineData(7, 2, 1, 3.5)]
    [InlineData(2, 3, 2, 0.67)]
    [InlineData(1, 200, 2, 0.01)]
    public void Display_rounds_half_away_from_zero(int upper, int lower, int decimals, double shown) =>
        Assert.Equal((decimal)shown, new Fraction(upper, lower).Rounded(decimals));

    [Fact]
    public void Nothing_is_a_number_too() => Assert.Equal((Fraction)0, default);

    [Fact]
    public void A_part_of_zero_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new Fraction(1, 0));
}
