using System.Globalization;

namespace PreventionAward.Domain.Scoring;

/// <summary>A sheet as numbers alone, without its words: what thousands of sheets are ranked from.</summary>
/// <param name="Points">In the order of the criteria; null where the member abstained.</param>
public readonly record struct CountedSheet(EntryId EntryId, PersonId JurorId, IReadOnlyList<int?> Points)
{
    public static CountedSheet Of(ScoreSheet sheet, IReadOnlyList<Criterion> criteria) =>
        new(sheet.EntryId, sheet.JurorId, [.. criteria.Select(c => sheet.Marks.GetValueOrDefault(c.Key)?.Counted)]);

    /// <summary>The points that count, one word for each criterion: <c>C1=3 C2=</c>.</summary>
    public static string Written(IEnumerable<KeyValuePair<string, Mark>> marks) =>
        string.Join(' ', marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Key}={mark.Value.Counted}")));

    /// <summary>What <see cref="Written"/> says of these criteria, in their order.</summary>
    public static IReadOnlyList<int?> Read(string written, IReadOnlyList<Criterion> criteria)
    {
        var points = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')).ToDictionary(word => word[0], word => word[^1]);
        return [.. criteria.Select(c => int.TryParse(points.GetValueOrDefault(c.Key), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null)];
    }
}
