using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

/// <summary>The ranking against arithmetic of another kind: whole numbers over one common denominator.</summary>
public sealed class RankingPropertyTests
{
    // Divisible by every number of members up to ten, so that each mean is a whole number of these parts.
    private const long Parts = 2520;

    private readonly Random random = new(19960101);

    [Fact]
    public void Random_sheets_with_recusals_and_abstentions_rank_as_whole_numbers_do()
    {
        for (var round = 0; round < 300; round++)
        {
            var criteria = Criteria();
            EntryId[] entries = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Entry())];
            var sheets = Sheets(entries, criteria.Count);
            var ranking = Ranking.Of(entries, sheets, criteria, new([], TieEnd.Vote));

            var expected = entries.ToDictionary(id => id, id => Result([.. sheets.Where(s => s.EntryId == id)], criteria));
            foreach (var entry in ranking)
            {
                Assert.Equal(expected[entry.Id] is { } parts ? new Fraction(parts, 100 * Parts) : null, entry.Result);
                Assert.Equal(expected[entry.Id] is { } own ? 1 + expected.Values.Count(other => other > own) : null, entry.Rank);
            }
        }
    }

    private List<Criterion> Criteria()
    {
        var first = random.Next(5, 60);
        return [Named("C1", first), Named("C2", 40), Named("C3", 60 - first)];
    }

    // A member without a sheet for an entry is recused from it; null points are an abstention.
    private List<ScoreSheet> Sheets(IReadOnlyList<EntryId> entries, int criteria)
    {
        PersonId[] jurors = [.. Enumerable.Range(0, random.Next(1, 11)).Select(_ => Juror())];
        return
        [
            .. from entry in entries
               from juror in jurors
               where random.Next(6) > 0
               select Sheet(entry, juror, [.. Enumerable.Range(0, criteria).Select(_ => random.Next(8) == 0 ? (int?)null : random.Next(6))]),
        ];
    }

    private static long? Result(IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<Criterion> criteria)
    {
        long sum = 0;
        foreach (var criterion in criteria)
        {
            var points = sheets.Select(s => s.Marks[criterion.Key].Points).OfType<int>().ToList();
            if (points.Count == 0) return null;
            sum += criterion.Weight * points.Sum() * (Parts / points.Count);
        }

        return sum;
    }
}
