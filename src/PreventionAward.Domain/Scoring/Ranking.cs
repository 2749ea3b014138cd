using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Scoring;

/// <summary>The jury's scores as an order: advice for its discussion, never the decision itself.</summary>
/// <remarks>
/// Criterion mean = sum of points / number of members who scored it and are not recused;
/// result = sum of weight x criterion mean / 100, exact. An entry with a criterion that nobody scored has no result and no rank.
/// </remarks>
public static class Ranking
{
    /// <summary>A range of so many points between two members on one criterion is marked for discussion.</summary>
    public const int DivergentRange = 3;

    /// <summary>Fewer scores than this are told to the jury: so few say little.</summary>
    public const int FewScores = 3;

    private static readonly Fraction[] Hundredths = [.. Enumerable.Range(0, (100 * Criterion.HighestPoints) + 1).Select(n => new Fraction(n, 100))];

    /// <param name="sheets">Handed-in sheets of members who are not recused from the entry; nothing else belongs here.</param>
    /// <returns>Every entry, best first, unranked ones last. Equal results and equal tie criteria share a rank.</returns>
    public static IReadOnlyList<RankedEntry> Of(
        IEnumerable<EntryId> entries, IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<Criterion> criteria, TieRule tieRule) =>
        Of(entries, [.. sheets.Select(sheet => CountedSheet.Of(sheet, criteria))], criteria, tieRule);

    /// <inheritdoc cref="Of(IEnumerable{EntryId}, IReadOnlyList{ScoreSheet}, IReadOnlyList{Criterion}, TieRule)"/>
    public static IReadOnlyList<RankedEntry> Of(
        IEnumerable<EntryId> entries, IReadOnlyList<CountedSheet> sheets, IReadOnlyList<Criterion> criteria, TieRule tieRule)
    {
        var byEntry = sheets.ToLookup(s => s.EntryId);
        return Order(entries.Select(id => Score(id, [.. byEntry[id]], criteria)), tieRule);
    }

    /// <summary>Entries whose scores have been counted, in their order: what each came to does not depend on which others are looked at.</summary>
    /// <returns>Best first, unranked ones last. Equal results and equal tie criteria share a rank.</returns>
    public static IReadOnlyList<RankedEntry> Order(IEnumerable<RankedEntry> entries, TieRule tieRule)
    {
        var scored = entries.ToList();
        var ranked = scored.Where(e => e.Result is not null).OrderByDescending(e => e, Comparer<RankedEntry>.Create((a, b) => Compare(a, b, tieRule))).ToList();
        for (var place = 0; place < ranked.Count; place++)
            ranked[place] = ranked[place] with { Rank = place > 0 && Compare(ranked[place - 1], ranked[place], tieRule) == 0 ? ranked[place - 1].Rank : place + 1 };
        return [.. ranked, .. scored.Where(e => e.Result is null)];
    }

    private static int Compare(RankedEntry a, RankedEntry b, TieRule tieRule)
    {
        var byResult = a.Result!.Value.CompareTo(b.Result!.Value);
        if (byResult != 0) return byResult;
        return tieRule.CriteriaOrder
            .Select(key => (a.Criterion(key)?.Mean, b.Criterion(key)?.Mean) is ({ } x, { } y) ? x.CompareTo(y) : 0)
            .FirstOrDefault(order => order != 0);
    }

    /// <summary>What one entry comes to; without a rank.</summary>
    /// <param name="sheets">Those of the entry that count.</param>
    public static RankedEntry Score(EntryId id, IReadOnlyList<CountedSheet> sheets, IReadOnlyList<Criterion> criteria)
    {
        CriterionScore[] scores = [.. criteria.Select((c, place) => Of(c, place, sheets))];
        Fraction? result = scores.All(s => s.Mean is not null)
            ? scores.Aggregate((Fraction)0, (sum, s) => sum + (s.Mean!.Value * new Fraction(s.Criterion.Weight, 100)))
            : null;
        return new(id, null, result, scores, [.. sheets.Select(s => new JurorTotal(s.JurorId, Total(s.Points, criteria)))]);
    }

    private static CriterionScore Of(Criterion criterion, int place, IReadOnlyList<CountedSheet> sheets)
    {
        int[] points = [.. sheets.Where(s => s.Points[place] is not null).Select(s => s.Points[place]!.Value)];
        Array.Sort(points);
        Fraction? mean = points.Length == 0 ? null : new Fraction(points.Sum(), points.Length);
        return new(criterion, mean, points);
    }

    /// <summary>What a sheet comes to so far: the weighted mean of the criteria that have points, 0 to 5; null where none has.</summary>
    /// <remarks>Equal to <see cref="Total"/> once every criterion has points.</remarks>
    public static Fraction? SoFar(ScoreSheet sheet, IReadOnlyList<Criterion> criteria)
    {
        var counted = criteria.Select(c => (c.Weight, Points: sheet.Marks.GetValueOrDefault(c.Key)?.Counted)).Where(c => c.Points is not null).ToList();
        var weights = counted.Sum(c => c.Weight);
        return weights == 0 ? null : new Fraction(counted.Sum(c => (long)c.Weight * c.Points!.Value), weights);
    }

    /// <summary>One juror's own weighted total of an entry, or null where a criterion has no points.</summary>
    public static Fraction? Total(ScoreSheet sheet, IReadOnlyList<Criterion> criteria) => Total(CountedSheet.Of(sheet, criteria).Points, criteria);

    // Whole hundredths are added up first: a fraction for each term would take longer than the rest of a large ranking.
    private static Fraction? Total(IReadOnlyList<int?> points, IReadOnlyList<Criterion> criteria)
    {
        long hundredths = 0;
        for (var place = 0; place < criteria.Count; place++)
        {
            if (points[place] is not { } given) return null;
            hundredths += (long)given * criteria[place].Weight;
        }

        return hundredths is >= 0 and <= 100 * Criterion.HighestPoints ? Hundredths[hundredths] : new Fraction(hundredths, 100);
    }
}

/// <summary>One entry in the order.</summary>
/// <param name="Rank">From 1; shared where results and tie criteria are equal; null where there is no result.</param>
/// <param name="Result">0 to 5, exact; null where a criterion has no points at all.</param>
/// <param name="Totals">Each juror's own weighted total, 0 to 5.</param>
public sealed record RankedEntry(EntryId Id, int? Rank, Fraction? Result, IReadOnlyList<CriterionScore> Criteria, IReadOnlyList<JurorTotal> Totals)
{
    public CriterionScore? Criterion(string key) => Criteria.FirstOrDefault(c => c.Criterion.Key == key);

    /// <summary>The smallest number of members who scored one of the criteria.</summary>
    public int FewestScores => Criteria.Count == 0 ? 0 : Criteria.Min(c => c.Points.Count);

    public bool IsDivergent => Criteria.Any(c => c.Range >= Ranking.DivergentRange);
}

/// <summary>The points an entry got on one criterion.</summary>
/// <param name="Points">Smallest first.</param>
public sealed record CriterionScore(Criterion Criterion, Fraction? Mean, IReadOnlyList<int> Points)
{
    /// <summary>Largest less smallest; 0 where fewer than two members scored.</summary>
    public int Range => Points.Count == 0 ? 0 : Points[^1] - Points[0];

    /// <summary>The middle of the points, exact; null where there are none.</summary>
    public Fraction? Median => Points.Count == 0 ? null : new Fraction(Points[(Points.Count - 1) / 2] + Points[Points.Count / 2], 2);
}

/// <summary>One juror's weighted total for an entry; null where the juror abstained somewhere.</summary>
public sealed record JurorTotal(PersonId Juror, Fraction? Total);
