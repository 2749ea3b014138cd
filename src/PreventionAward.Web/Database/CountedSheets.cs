using Npgsql;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Reads the points of a whole jury at once.</summary>
public static class CountedSheets
{
    // The same as Declaration.Interest == Clear: a test holds the two together.
    private const string Counting = """
        select s.entry_id, s.juror_id, s.counted from score_sheets s
        join declarations d on d.entry_id = s.entry_id and d.person_id = s.juror_id
        where s.competition_id = $1 and d.competition_id = $1 and s.handed_in_at is not null
          and (d.found_recused = false or (d.found_recused is null and d.answer = 'None'))
        """;

    /// <summary>The sheets of <see cref="RecordStanding.CountingSheetsAsync"/> without their words.</summary>
    public static async Task<IReadOnlyList<CountedSheet>> CountedSheetsAsync(this AwardDb db, Competition competition, CancellationToken cancel = default) =>
        await db.AskAsync(Counting, reader => ReadAsync(reader, competition.Criteria, cancel), [competition.Id.Value], cancel);

    // Many sheets say the same: each combination of points is read, and kept, once.
    private static async Task<List<CountedSheet>> ReadAsync(NpgsqlDataReader reader, IReadOnlyList<Criterion> criteria, CancellationToken cancel)
    {
        Dictionary<string, IReadOnlyList<int?>> known = new(StringComparer.Ordinal);
        List<CountedSheet> sheets = [];
        while (await reader.ReadAsync(cancel))
        {
            var written = reader.GetString(2);
            if (!known.TryGetValue(written, out var points)) known[written] = points = CountedSheet.Read(written, criteria);
            sheets.Add(new(new(reader.GetGuid(0)), new(reader.GetGuid(1)), points));
        }

        return sheets;
    }
}
