using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>What one person may see of the jury's scores once scoring is closed; all of it, or one page.</summary>
public sealed record ScoreTable
{
    /// <summary>How many entries a page shows.</summary>
    public const int PageSize = 50;

    // What was read, shared by everybody who looks: only what belongs to Entries is given out of it.
    private readonly CountedTable counted;
    private readonly HashSet<EntryId> hidden;

    internal ScoreTable(
        CountedTable counted, Competition competition, IReadOnlyList<Juror> jurors,
        IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)> entries, IReadOnlyList<(EntryTitle Entry, Interest Interest)> withheld)
    {
        (this.counted, hidden) = (counted, [.. withheld.Select(w => w.Entry.Id)]);
        (Competition, Jurors, Entries, Withheld, Total) = (competition, jurors, entries, withheld, entries.Count);
    }

    public Competition Competition { get; }

    /// <summary>Those whose sheets count.</summary>
    public IReadOnlyList<Juror> Jurors { get; }

    /// <summary>Those whose scores the person may see, in the order of the ranking.</summary>
    public IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)> Entries { get; private init; }

    /// <summary>Those from which the person stays out, and why: title only.</summary>
    public IReadOnlyList<(EntryTitle Entry, Interest Interest)> Withheld { get; }

    /// <summary>How many entries there are, on all pages.</summary>
    public int Total { get; private init; }

    /// <summary>Which page this is, from 1.</summary>
    public int Number { get; private init; } = 1;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>A line for each entry and a cell for each member are readable only of a few.</summary>
    public bool IsLarge => Entries.Count * Jurors.Count > 600;

    /// <summary>Rank numbers would tell by a gap where the withheld entry stands, so they are shown only to those who see every entry.</summary>
    public bool ShowsRanks => Withheld.Count == 0;

    public IReadOnlyList<RankedEntry> Ranking => [.. Entries.Select(e => e.Ranked)];

    /// <summary>Entries with exactly the same result, where there are such.</summary>
    public IReadOnlyList<IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)>> Ties =>
        [.. Entries.Where(e => e.Ranked.Result is not null).GroupBy(e => e.Ranked.Result).Where(g => g.Count() > 1).Select(g => g.ToList())];

    /// <summary>The sheets that count of the entries shown.</summary>
    public IEnumerable<CountedSheet> Sheets => Entries.SelectMany(e => counted.Sheets[e.Entry.Id]);

    /// <summary>The sheets that count of one entry; none where the person may not see them.</summary>
    public IEnumerable<CountedSheet> SheetsOf(EntryId entry) => hidden.Contains(entry) ? [] : counted.Sheets[entry];

    /// <summary>Whether that member's sheet for the entry counts.</summary>
    public bool Counts(EntryId entry, PersonId juror) => SheetsOf(entry).Any(sheet => sheet.JurorId == juror);

    /// <summary>Whether that member is recused from the entry.</summary>
    public bool IsRecused(EntryId entry, PersonId juror) => !hidden.Contains(entry) && counted.Recused.Contains((entry, juror));

    /// <summary>One page of it.</summary>
    public ScoreTable Page(int number)
    {
        if (Total <= PageSize) return this;
        var at = Math.Clamp(number, 1, Pages);
        return this with { Entries = [.. Entries.Skip((at - 1) * PageSize).Take(PageSize)], Number = at };
    }
}
