using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
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

    /// <summary>The one of that name as it is now, if the person may see it.</summary>
    public static async Task<Competition?> CompetitionAsync(this AwardDb db, string name, Person person, CancellationToken cancel = default) =>
        Seen(await db.CompetitionAsync(name, cancel), person);

    /// <inheritdoc cref="CompetitionAsync(AwardDb, string, Person, CancellationToken)"/>
    public static async Task<Competition?> CompetitionAsync(this AwardDb db, CompetitionId id, Person person, CancellationToken cancel = default) =>
        Seen(await db.CompetitionAsync(id, cancel), person);

    /// <summary>The one of that name, for whoever asks the permission himself.</summary>
    public static Task<Competition?> CompetitionAsync(this AwardDb db, string name, CancellationToken cancel = default) =>
        db.OneAsync("select id, xmin from competitions where name = $1", name, cancel);

    /// <inheritdoc cref="CompetitionAsync(AwardDb, string, CancellationToken)"/>
    public static Task<Competition?> CompetitionAsync(this AwardDb db, CompetitionId id, CancellationToken cancel = default) =>
        db.OneAsync("select id, xmin from competitions where id = $1", id.Value, cancel);

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

    private static Competition? Seen(Competition? competition, Person person) =>
        competition is not null && person.May(Can.SeeCompetition, competition.Matter) ? competition : null;

    private static async Task<Competition?> OneAsync(this AwardDb db, string which, object value, CancellationToken cancel)
    {
        var (id, version) = await db.AskAsync(which, async row => await row.ReadAsync(cancel) ? (new CompetitionId(row.GetGuid(0)), row.GetFieldValue<uint>(1)) : default, [value], cancel);
        if (version == 0) return null;
        return Known.GetValueOrDefault((id, version)) ?? Keep(await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel), version);
    }

    // Where it has been changed between the two questions, a newer one is kept under the older version: the next question finds the newer version.
    private static Competition? Keep(Competition? competition, uint version)
    {
        if (competition is null) return null;
        if (Known.Count >= Most) Known.Clear();
        return Known[(competition.Id, version)] = competition;
    }
}
