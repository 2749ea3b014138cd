using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

/// <summary>Criteria, entries and sheets to count with.</summary>
internal static class ExampleSheets
{
    public static readonly DateTimeOffset Noon = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);
    public static readonly CompetitionId Competition = new(Guid.CreateVersion7());

    public static readonly IReadOnlyList<Criterion> Criteria = [.. Enumerable.Range(1, 5).Select(n => Named($"C{n}", 20))];

    public static Criterion Named(string key, int weight) =>
        new(key, weight, CriterionForce.Shall, LocalizedText.Name(key), LocalizedText.Empty, [.. Enumerable.Repeat(LocalizedText.Empty, 6)]);

    public static EntryId Entry() => new(Guid.CreateVersion7());

    public static PersonId Juror() => new(Guid.CreateVersion7());

    /// <summary>A handed-in sheet; null = the juror abstains.</summary>
    public static ScoreSheet Sheet(EntryId entry, params int?[] points) => Sheet(entry, Juror(), points);

    public static ScoreSheet Sheet(EntryId entry, PersonId juror, params int?[] points) => ScoreSheet.Restore(
        Competition, entry, juror,
        points.Select((p, i) => KeyValuePair.Create($"C{i + 1}", new Mark(p, "reason", p is null))), Noon, Noon);
}
