using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>What one person may see of the jury's scores once scoring is closed; all of it, or one page.</summary>
/// <param name="Entries">Those whose scores the person may see, in the order of the ranking.</param>
/// <param name="Withheld">Those from which the person stays out, and why: title only.</param>
/// <param name="Sheets">The sheets that count, of the visible entries, by entry.</param>
/// <param name="Recused">Which member is recused from which visible entry.</param>
public sealed record ScoreTable(
    Competition Competition, IReadOnlyList<Juror> Jurors, IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)> Entries, IReadOnlyList<(EntryTitle Entry, Interest Interest)> Withheld,
    ILookup<EntryId, CountedSheet> Sheets, IReadOnlySet<(EntryId, PersonId)> Recused)
{
    /// <summary>How many entries a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>How many entries there are, on all pages.</summary>
    public int Total { get; init; } = Entries.Count;

    /// <summary>Which page this is, from 1.</summary>
    public int Number { get; init; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>A line for each entry and a cell for each member are readable only of a few.</summary>
    public bool IsLarge => Entries.Count * Jurors.Count > 600;

    /// <summary>Rank numbers would tell by a gap where the withheld entry stands, so they are shown only to those who see every entry.</summary>
    public bool ShowsRanks => Withheld.Count == 0;

    public IReadOnlyList<RankedEntry> Ranking => [.. Entries.Select(e => e.Ranked)];

    /// <summary>Entries with exactly the same result, where there are such.</summary>
    public IReadOnlyList<IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)>> Ties =>
        [.. Entries.Where(e => e.Ranked.Result is not null).GroupBy(e => e.Ranked.Result).Where(g => g.Count() > 1).Select(g => g.ToList())];

    /// <summary>Whether that member's sheet for the entry counts.</summary>
    public bool Counts(EntryId entry, PersonId juror) => Sheets[entry].Any(sheet => sheet.JurorId == juror);

    /// <summary>One page of it, which holds nothing of the others.</summary>
    public ScoreTable Page(int number)
    {
        if (Total <= PageSize) return this;
        var at = Math.Clamp(number, 1, Pages);
        var shown = Entries.Skip((at - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.Select(e => e.Entry.Id).ToHashSet();
        return this with
        {
            Entries = shown,
            Total = Total,
            Number = at,
            Sheets = ids.SelectMany(id => Sheets[id]).ToLookup(sheet => sheet.EntryId),
            Recused = Recused.Where(pair => ids.Contains(pair.Item1)).ToHashSet(),
        };
    }
}

/// <summary>Reads the jury's table.</summary>
public static class ScoreTableQuery
{
    /// <summary>The table as that person may see it: what is withheld is not ranked, counted or compared with.</summary>
    public static async Task<ScoreTable> ScoreTableAsync(this AwardDb db, Competition competition, Person person) =>
        (await db.CountedTableAsync(competition)).For(competition, person);

    /// <summary>The same, read together with others who look at the same moment; what each may see is asked for each.</summary>
    public static async Task<ScoreTable> ScoreTableAsync(
        this IDbContextFactory<AwardDb> dbs, SharedReads<CompetitionId, CountedTable> reads, Competition competition, Person person)
    {
        var all = await reads.ReadAsync(competition.Id, async () =>
        {
            await using var db = await dbs.CreateDbContextAsync();
            return await db.CountedTableAsync(competition);
        });
        return all.For(competition, person);
    }

    private static async Task<CountedTable> CountedTableAsync(this AwardDb db, Competition competition)
    {
        var recused = await db.Declarations.AsNoTracking()
            .Where(d => d.CompetitionId == competition.Id && (d.FoundRecused == true || (d.FoundRecused == null && d.Answer == InterestAnswer.Ground)))
            .Select(d => new { d.EntryId, d.PersonId }).ToListAsync();
        var scorers = await db.ScorersAsync(competition);
        var ids = scorers.Select(juror => juror.Id).ToHashSet();
        return new(
            await db.EligibleAsync(competition), scorers, [.. (await db.CountedSheetsAsync(competition)).Where(sheet => ids.Contains(sheet.JurorId))],
            recused.Select(d => (d.EntryId, d.PersonId)).ToHashSet());
    }
}
