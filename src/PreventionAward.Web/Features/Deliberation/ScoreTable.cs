using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>What one person may see of the jury's scores once scoring is closed.</summary>
/// <param name="Entries">Those whose scores the person may see, in the order of the ranking.</param>
/// <param name="Withheld">Those from which the person stays out, and why: title only.</param>
/// <param name="Sheets">The sheets that count, of the visible entries.</param>
/// <param name="Recused">Which member is recused from which visible entry.</param>
public sealed record ScoreTable(
    Competition Competition, IReadOnlyList<Juror> Jurors, IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)> Entries, IReadOnlyList<(EntryTitle Entry, Interest Interest)> Withheld,
    IReadOnlyList<ScoreSheet> Sheets, IReadOnlySet<(EntryId, PersonId)> Recused)
{
    /// <summary>Rank numbers would tell by a gap where the withheld entry stands, so they are shown only to those who see every entry.</summary>
    public bool ShowsRanks => Withheld.Count == 0;

    public IReadOnlyList<RankedEntry> Ranking => [.. Entries.Select(e => e.Ranked)];

    /// <summary>Entries with exactly the same result, where there are such.</summary>
    public IReadOnlyList<IReadOnlyList<(EntryTitle Entry, RankedEntry Ranked)>> Ties =>
        [.. Entries.Where(e => e.Ranked.Result is not null).GroupBy(e => e.Ranked.Result).Where(g => g.Count() > 1).Select(g => g.ToList())];

    public ScoreSheet? Sheet(EntryId entry, PersonId juror) => Sheets.FirstOrDefault(s => s.EntryId == entry && s.JurorId == juror);
}

/// <summary>Reads the jury's table.</summary>
public static class ScoreTableQuery
{
    /// <summary>The table as that person may see it: what is withheld is not ranked, counted or compared with.</summary>
    public static async Task<ScoreTable> ScoreTableAsync(this AwardDb db, Competition competition, Person person)
    {
        var eligible = await db.EligibleAsync(competition);
        var visible = eligible.Where(e => person.May(Can.SeeScores, e.MatterIn(competition))).ToDictionary(e => e.Id);
        var sheets = (await db.CountingSheetsAsync(competition)).Where(s => visible.ContainsKey(s.EntryId)).ToList();
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync();
        var ranking = Domain.Scoring.Ranking.Of(visible.Keys, sheets, competition.Criteria, competition.TieRule);
        return new(
            competition, await db.ScorersAsync(competition),
            [.. ranking.Select(r => (visible[r.Id], r))],
            [.. eligible.Where(e => !visible.ContainsKey(e.Id)).Select(e => (e, person.InterestIn(e.Id)))],
            sheets,
            declarations.Where(d => d.Interest == Interest.Recused && visible.ContainsKey(d.EntryId)).Select(d => (d.EntryId, d.PersonId)).ToHashSet());
    }
}
