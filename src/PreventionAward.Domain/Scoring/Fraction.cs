using System.Globalization;
using System.Numerics;

namespace PreventionAward.Domain.Scoring;

/// <summary>An exact fraction in lowest terms, so that a mean is never a hair off and a tie is a tie.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger lower;

    public Fraction(BigInteger upper, BigInteger lower)
    {
        ArgumentOutOfRangeException.ThrowIfZero(lower);
        var divisor = BigInteger.GreatestCommonDivisor(upper, lower) * lower.Sign;
        (Upper, this.lower) = (upper / divisor, lower / divisor);
    }

    public BigInteger Upper { get; }

    /// <summary>Always positive.</summary>
    public BigInteger Lower => lower.IsZero ? 1 : lower;

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Upper * b.Lower) + (b.Upper * a.Lower), a.Lower * b.Lower);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Upper * b.Lower) - (b.Upper * a.Lower), a.Lower * b.Lower);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Upper * b.Upper, a.Lower * b.Lower);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Upper * b.Lower, a.Lower * b.Upper);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public int CompareTo(Fraction other) => (Upper * other.Lower).CompareTo(other.Upper * Lower);

    /// <summary>Rounded half away from zero: for display only, never to compare.</summary>
    public decimal Rounded(int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        var doubled = (BigInteger.Abs(Upper) * scale * 2) + Lower;
        return (decimal)(doubled / (Lower * 2) * Upper.Sign) / (decimal)scale;
    }

    public bool Equals(Fraction other) => Upper == other.Upper && Lower == other.Lower;

    public override int GetHashCode() => HashCode.Combine(Upper, Lower);

    public override string ToString() =>
        Lower.IsOne ? Upper.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Upper}/{Lower}");
}
