using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>
/// The juries' tables for those who only look. One that has been read is shown for as long as the database's stamp says that nothing
/// in it has changed, and everybody who looks shares it; what each may see is asked for each.
/// </summary>
public sealed class JuryTables(IDbContextFactory<AwardDb> dbs)
{
    // A table of 2,000 entries and 50 members takes some 20 MB.
    private const int Most = 8;

    private readonly SharedReads<CompetitionId, Read> reads = new();
    private readonly ConcurrentDictionary<CompetitionId, Read> known = new();

    /// <summary>The table as that person may see it now.</summary>
    public async Task<ScoreTable> ForAsync(Competition competition, Person person)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var stamp = await db.JuryTableStampAsync(competition);
        if (!known.TryGetValue(competition.Id, out var read) || read.Stamp != stamp || !ReferenceEquals(read.Of, competition))
            read = await reads.ReadAsync(competition.Id, () => ReadAsync(competition));
        return read.Table.For(competition, await db.ScorersAsync(competition), person);
    }

    // The stamp first: what is changed meanwhile is read anew by the next one who asks.
    private async Task<Read> ReadAsync(Competition competition)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var read = new Read(competition, await db.JuryTableStampAsync(competition), await db.CountedTableAsync(competition, await db.ScorersAsync(competition)));
        if (known.Count >= Most) known.Clear();
        return known[competition.Id] = read;
    }

    private sealed record Read(Competition Of, ulong Stamp, CountedTable Table);
}
