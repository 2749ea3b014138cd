namespace PreventionAward.Domain.Competitions;

/// <summary>How many members a jury needs to act; set before the call opens and frozen with it. A proposal of ours, to be confirmed by the ministry.</summary>
/// <param name="WithChair">The chair or the vice-chair must be among them, unless both stay out of the item.</param>
public sealed record QuorumRule(QuorumShare Share, bool WithChair)
{
    /// <summary>More than half of the members, the chair or the vice-chair among them.</summary>
    public static readonly QuorumRule Default = new(QuorumShare.MoreThanHalf, true);

    /// <summary>How many of so many members.</summary>
    public int Needed(int members) => Share == QuorumShare.MoreThanHalf ? (members / 2) + 1 : (members + 1) / 2;
}

/// <summary>Which part of its members a jury needs.</summary>
public enum QuorumShare
{
    MoreThanHalf,
    AtLeastHalf,
}
