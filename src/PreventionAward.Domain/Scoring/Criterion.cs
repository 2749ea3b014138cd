namespace PreventionAward.Domain.Scoring;

/// <summary>One thing the jury judges. Its key is stable; its words and its place in the list are the year's own.</summary>
/// <param name="Key">C1 to C5 for the European criteria.</param>
/// <param name="Weight">In per cent; the weights of a competition sum to 100 (rule R8).</param>
/// <param name="Anchors">What each step from 0 to 5 means, in words.</param>
public sealed record Criterion(string Key, int Weight, CriterionForce Force, LocalizedText Title, LocalizedText Guidance, IReadOnlyList<LocalizedText> Anchors)
{
    public const int LowestPoints = 0;
    public const int HighestPoints = 5;
}

/// <summary>How strictly EUCPN words a criterion.</summary>
public enum CriterionForce
{
    Shall,
    AsFarAsPossible,
    WherePossible,
}
