namespace PreventionAward.Domain.Scoring;

/// <summary>How firm the first place of a ranking is: help for the jury's discussion after scoring is closed, never a result.</summary>
/// <param name="Leaders">Entries with the best result; more than one where they are exactly equal.</param>
/// <param name="Gap">From the best result to the next entry's, in points, exact; 0 where the first two are equal; null where fewer than two entries have a result.</param>
/// <param name="Without">For each member who scored: who would lead if this member's points were left out.</param>
/// <param name="OvertakenBy">Entries that could come first if each weight were moved by at most <see cref="WeightsMoved"/> per cent of itself, each on its own.</param>
/// <param name="Fit">What the results would be if severe and mild members had scored everything; null where nothing is missing.</param>
public sealed record Firmness(
    IReadOnlyList<EntryId> Leaders, Fraction? Gap, IReadOnlyList<WithoutJuror> Without, IReadOnlyList<EntryId> OvertakenBy, AdditiveFit? Fit)
{
    /// <summary>Per cent of a weight by which it is moved, up or down.</summary>
    public const int WeightsMoved = 10;

    /// <summary>With more entries than this nobody asks it of a page: the time grows with the cube of their number.</summary>
    public const int MostEntries = 200;

    private const double Near = 1e-9;

    /// <param name="ranking">As <see cref="Ranking.Of"/> gives it.</param>
    /// <param name="sheets">The sheets that it was made of.</param>
    /// <returns>Null where no entry has a result.</returns>
    public static Firmness? Of(IReadOnlyList<RankedEntry> ranking, IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<Criterion> criteria) =>
        Of(ranking, [.. sheets.Select(sheet => CountedSheet.Of(sheet, criteria))], criteria);

    /// <inheritdoc cref="Of(IReadOnlyList{RankedEntry}, IReadOnlyList{ScoreSheet}, IReadOnlyList{Criterion})"/>
    public static Firmness? Of(IReadOnlyList<RankedEntry> ranking, IReadOnlyList<CountedSheet> sheets, IReadOnlyList<Criterion> criteria)
    {
        List<RankedEntry> ranked = [.. ranking.Where(e => e.Result is not null)];
        if (ranked.Count == 0) return null;
        IReadOnlyList<EntryId> leaders = [.. ranked.Where(e => e.Result == ranked.Max(other => other.Result)).Select(e => e.Id)];
        var tables = ranked.ToDictionary(e => e.Id, e => Table(e));
        var byJuror = sheets.Where(s => tables.ContainsKey(s.EntryId)).ToLookup(s => s.JurorId);
        return new(
            leaders,
            ranked.Count > 1 ? ranked[0].Result!.Value - ranked[1].Result!.Value : null,
            [.. byJuror.Select(own => LeaveOut(own, tables, criteria, leaders))],
            [.. ranked.Where(other => !leaders.Contains(other.Id) && MayOvertake(other, ranked[0])).Select(e => e.Id)],
            AdditiveFit.Of([.. ranked.Select(e => e.Id)], sheets, criteria));
    }

    private static (int Sum, int Count)[] Table(RankedEntry entry) => [.. entry.Criteria.Select(c => (c.Points.Sum(), c.Points.Count))];

    private static WithoutJuror LeaveOut(
        IGrouping<PersonId, CountedSheet> own, Dictionary<EntryId, (int Sum, int Count)[]> tables, IReadOnlyList<Criterion> criteria, IReadOnlyList<EntryId> leaders)
    {
        var sheets = own.ToDictionary(s => s.EntryId);
        List<(EntryId Id, (int Sum, int Count)[] Table)> left =
            [.. tables.Select(t => (t.Key, sheets.TryGetValue(t.Key, out var sheet) ? Less(t.Value, sheet) : t.Value)).Where(t => t.Item2.All(c => c.Count > 0))];
        var best = left.Count == 0 ? 0 : left.Max(t => About(t.Table, criteria));
        // Fractions are slow and exact: they settle only what is too close for doubles to tell.
        List<(EntryId Id, Fraction Result)> near = [.. left.Where(t => About(t.Table, criteria) > best - Near).Select(t => (t.Id, Exactly(t.Table, criteria)))];
        IReadOnlyList<EntryId> first = [.. near.Where(t => t.Result == near.Max(other => other.Result)).Select(t => t.Id)];
        return new(own.Key, first, !first.ToHashSet().SetEquals(leaders));
    }

    private static (int Sum, int Count)[] Less((int Sum, int Count)[] table, CountedSheet sheet) =>
        [.. table.Zip(sheet.Points, (cell, given) => given is { } points ? (cell.Sum - points, cell.Count - 1) : cell)];

    private static double About((int Sum, int Count)[] table, IReadOnlyList<Criterion> criteria) =>
        table.Zip(criteria, (cell, criterion) => criterion.Weight * (double)cell.Sum / cell.Count).Sum() / 100;

    private static Fraction Exactly((int Sum, int Count)[] table, IReadOnlyList<Criterion> criteria) =>
        table.Zip(criteria, (cell, criterion) => new Fraction((long)criterion.Weight * cell.Sum, 100L * cell.Count)).Aggregate((Fraction)0, (sum, part) => sum + part);

    // At worst every weight that speaks for the first goes down and every other goes up.
    private static bool MayOvertake(RankedEntry other, RankedEntry first)
    {
        Fraction lead = 0, movable = 0;
        foreach (var (a, b) in first.Criteria.Zip(other.Criteria))
        {
            var apart = (a.Mean!.Value - b.Mean!.Value) * a.Criterion.Weight;
            lead += apart;
            movable += apart < 0 ? 0 - apart : apart;
        }

        return lead < movable * new Fraction(WeightsMoved, 100);
    }
}

/// <summary>Who would lead without one member.</summary>
/// <param name="Flips">Whether that is anybody else than with the member.</param>
public sealed record WithoutJuror(PersonId Juror, IReadOnlyList<EntryId> Leaders, bool Flips);
