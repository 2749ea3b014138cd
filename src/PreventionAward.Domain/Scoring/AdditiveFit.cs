namespace PreventionAward.Domain.Scoring;

/// <summary>
/// Where members have not scored everything, a mean depends on who happened to score. The fit takes points = entry + member
/// for each criterion, by least squares, and reads off each entry's mean as if every member had scored it.
/// </summary>
/// <remarks>An estimate in binary fractions, shown beside the exact means and never in their place.</remarks>
/// <param name="Results">0 to 5 as a rule; an estimate may fall a little outside.</param>
/// <param name="Missing">How many points (entry, member, criterion) are missing.</param>
/// <param name="IsConnected">False where some entries share no member with the others, so that nothing compares them; then there are no results.</param>
public sealed record AdditiveFit(IReadOnlyDictionary<EntryId, double> Results, int Missing, bool IsConnected)
{
    /// <param name="entries">Those that have a result.</param>
    /// <returns>Null where nothing is missing: the fit would be the plain mean.</returns>
    public static AdditiveFit? Of(IReadOnlyList<EntryId> entries, IReadOnlyList<CountedSheet> sheets, IReadOnlyList<Criterion> criteria)
    {
        var rows = entries.Select((id, row) => (id, row)).ToDictionary(x => x.id, x => x.row);
        List<PersonId> jurors = [.. sheets.Where(s => rows.ContainsKey(s.EntryId)).Select(s => s.JurorId).Distinct()];
        var columns = jurors.Select((id, column) => (id, column)).ToDictionary(x => x.id, x => x.column);
        var tables = criteria.Select(_ => new double?[entries.Count, jurors.Count]).ToList();
        foreach (var sheet in sheets.Where(s => rows.ContainsKey(s.EntryId)))
            foreach (var (table, points) in tables.Zip(sheet.Points))
                table[rows[sheet.EntryId], columns[sheet.JurorId]] = points;

        var missing = tables.Sum(table => table.Cast<double?>().Count(cell => cell is null));
        if (missing == 0) return null;
        var fits = tables.Select(LeastSquares.RowMeans).ToList();
        if (fits.Any(fit => fit is null)) return new(new Dictionary<EntryId, double>(), missing, false);
        return new(rows.ToDictionary(x => x.Key, x => fits.Zip(criteria, (fit, criterion) => fit![x.Value] * criterion.Weight / 100).Sum()), missing, true);
    }
}
