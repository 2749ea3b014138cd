using System.Collections.Concurrent;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>The whole jury's points as they were read at one moment. Nobody is shown it: each person is shown what <see cref="For"/> gives.</summary>
/// <param name="Eligible">Every entry before the jury, by number.</param>
/// <param name="Sheets">Those that count.</param>
/// <param name="Recused">Which member is recused from which entry.</param>
public sealed record CountedTable(
    IReadOnlyList<EntryTitle> Eligible, IReadOnlyList<Juror> Jurors, IReadOnlyList<CountedSheet> Sheets, IReadOnlySet<(EntryId, PersonId)> Recused)
{
    // By exactly which entries are left out: who may see the same is shown the same, and it is counted once.
    private readonly ConcurrentDictionary<string, Lazy<Sight>> sights = new();

    /// <summary>What that person may see: what is withheld is not ranked, counted or compared with.</summary>
    public ScoreTable For(Competition competition, Person person)
    {
        List<EntryTitle> withheld = [.. Eligible.Where(e => !person.May(Can.SeeScores, e.MatterIn(competition)))];
        var sight = sights.GetOrAdd(string.Join(' ', withheld.Select(e => e.Id.Value)), _ => new(() => Of(competition, withheld))).Value;
        return new(competition, Jurors, sight.Entries, [.. withheld.Select(e => (e, person.InterestIn(e.Id)))], sight.Sheets, sight.Recused);
    }

    private Sight Of(Competition competition, IReadOnlyList<EntryTitle> withheld)
    {
        var left = withheld.Select(e => e.Id).ToHashSet();
        var visible = Eligible.Where(e => !left.Contains(e.Id)).ToDictionary(e => e.Id);
        var sheets = Sheets.Where(s => visible.ContainsKey(s.EntryId)).ToList();
        var ranking = Domain.Scoring.Ranking.Of(visible.Keys, sheets, competition.Criteria, competition.TieRule);
        return new(
            [.. ranking.Select(r => (visible[r.Id], r))],
            sheets.ToLookup(s => s.EntryId),
            Recused.Where(pair => visible.ContainsKey(pair.Item1)).ToHashSet());
    }

    private sealed record Sight(IReadOnlyList<(EntryTitle, RankedEntry)> Entries, ILookup<EntryId, CountedSheet> Sheets, IReadOnlySet<(EntryId, PersonId)> Recused);
}
