using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Database;

/// <summary>
/// Competitions for pages that only read. A competition carries its whole form, a hundred kilobytes: asked is only whether its row is
/// still the one that was read before. Nobody changes what comes from here; who changes a competition reads it tracked.
/// </summary>
public static class KnownCompetitions
{
    private const int Most = 64;

    private static readonly ConcurrentDictionary<(CompetitionId Id, uint Version), Competition> Known = new();

    /// <summary>The one that fits, as it is now; null where there is none.</summary>
    public static async Task<Competition?> ReadAsync(this IQueryable<Competition> competitions, Expression<Func<Competition, bool>> which, CancellationToken cancel = default)
    {
        var row = await competitions.AsNoTracking().Where(which).Select(c => new { c.Id, Version = EF.Property<uint>(c, "Version") }).FirstOrDefaultAsync(cancel);
        if (row is null) return null;
        if (Known.TryGetValue((row.Id, row.Version), out var known)) return known;
        return Keep(await competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == row.Id, cancel), row.Version);
    }

    /// <summary>All of them, as they are now.</summary>
    public static async Task<IReadOnlyList<Competition>> ReadAllAsync(this IQueryable<Competition> competitions, CancellationToken cancel = default)
    {
        var rows = await competitions.AsNoTracking().Select(c => new { c.Id, Version = EF.Property<uint>(c, "Version") }).ToListAsync(cancel);
        var missing = rows.Where(row => !Known.ContainsKey((row.Id, row.Version))).Select(row => row.Id).ToArray();
        var read = missing.Length == 0 ? [] : await competitions.AsNoTracking().Where(c => missing.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        List<Competition> all = [];
        foreach (var row in rows)
            if ((Known.GetValueOrDefault((row.Id, row.Version)) ?? Keep(read.GetValueOrDefault(row.Id), row.Version)) is { } competition) all.Add(competition);
        return all;
    }

    // Where it has been changed between the two questions, a newer one is kept under the older version: the next question finds the newer version.
    private static Competition? Keep(Competition? competition, uint version)
    {
        if (competition is null) return null;
        if (Known.Count >= Most) Known.Clear();
        return Known[(competition.Id, version)] = competition;
    }
}
