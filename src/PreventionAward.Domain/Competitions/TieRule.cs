namespace PreventionAward.Domain.Competitions;

/// <summary>How a tie is settled; published before the call opens and frozen with it. A proposal of ours: no source was found.</summary>
/// <param name="CriteriaOrder">Criteria whose means are compared in turn.</param>
/// <param name="End">What settles a tie that the criteria leave.</param>
public sealed record TieRule(IReadOnlyList<string> CriteriaOrder, TieEnd End)
{
    /// <summary>Criterion 2 (evidence takes precedence), then 1, then the jury's vote with the chair's casting vote.</summary>
    public static readonly TieRule Default = new(["C2", "C1"], TieEnd.Vote);
}

/// <summary>What settles a tie in the end.</summary>
public enum TieEnd
{
    /// <summary>The jury votes; the chair's vote decides an even count.</summary>
    Vote,

    /// <summary>The chair decides.</summary>
    ChairDecides,

    /// <summary>The prize is shared.</summary>
    Shared,
}
