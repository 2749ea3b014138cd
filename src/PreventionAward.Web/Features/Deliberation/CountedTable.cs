using System.Collections.Concurrent;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>The whole jury's points as they were read at one moment. Nobody is shown it: each person is shown what <see cref="For"/> gives.</summary>
/// <param name="Eligible">Every entry before the jury, by number.</param>
/// <param name="Sheets">Those that count, by entry.</param>
/// <param name="Recused">Which member is recused from which entry.</param>
public sealed record CountedTable(IReadOnlyList<EntryTitle> Eligible, ILookup<EntryId, CountedSheet> Sheets, IReadOnlySet<(EntryId, PersonId)> Recused)
{
    // What an entry comes to is the same for everybody who may see it, and counted once.
    private readonly ConcurrentDictionary<EntryId, RankedEntry> scored = new();

    // By exactly which entries are left out: who may see the same is shown the same.
    private readonly ConcurrentDictionary<string, IReadOnlyList<(EntryTitle, RankedEntry)>> orders = new();

    /// <summary>What that person may see: what is withheld is not ranked, counted or compared with.</summary>
    public ScoreTable For(Competition competition, IReadOnlyList<Juror> jurors, Person person)
    {
        List<EntryTitle> withheld = [.. Eligible.Where(e => !person.May(Can.SeeScores, e.MatterIn(competition)))];
        var order = orders.GetOrAdd(string.Join(' ', withheld.Select(e => e.Id.Value)), _ => Order(competition, withheld));
        return new(this, competition, jurors, order, [.. withheld.Select(e => (e, person.InterestIn(e.Id)))]);
    }

    private IReadOnlyList<(EntryTitle, RankedEntry)> Order(Competition competition, IReadOnlyList<EntryTitle> withheld)
    {
        var visible = Eligible.Except(withheld).ToDictionary(e => e.Id);
        return [.. Ranking.Order(visible.Keys.Select(id => Score(id, competition)), competition.TieRule).Select(ranked => (visible[ranked.Id], ranked))];
    }

    private RankedEntry Score(EntryId id, Competition competition) => scored.GetOrAdd(id, _ => Ranking.Score(id, [.. Sheets[id]], competition.Criteria));
}
