using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace PreventionAward.Domain.Entries;

/// <summary>What stood in a form when it was drawn, as short marks: enough to know which answers its writer changed, and which somebody else did meanwhile.</summary>
public sealed class AnswerMarks
{
    private const int Length = 16;

    private readonly ImmutableSortedDictionary<string, string> marks;

    private AnswerMarks(IEnumerable<KeyValuePair<string, string>> marks) =>
        this.marks = marks.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The marks of every answer.</summary>
    public static AnswerMarks Of(Answers answers) =>
        new(answers.Values.Select(a => KeyValuePair.Create(a.Key, Mark(a.Value))));

    /// <summary>Reads what <see cref="ToString"/> wrote; what cannot be read counts as an empty form, so that nothing is overwritten unseen.</summary>
    public static AnswerMarks Parse(string? text) =>
        new((text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .Where(pair => pair.Length == 2)
            .DistinctBy(pair => pair[0])
            .Select(pair => KeyValuePair.Create(pair[0], pair[1])));

    /// <summary>Whether the form showed this text for that answer.</summary>
    public bool Showed(string key, string text) => marks.GetValueOrDefault(key, "") == Mark(text);

    /// <summary>Whether this text is among those that the writer's own browser sent for that answer without learning what became of them.</summary>
    public bool Sent(string key, string text) => marks.TryGetValue(key, out var sent) && sent.Split(',').Contains(Mark(text));

    /// <summary>Whether the form showed any answer of that row.</summary>
    public bool ShowedRow(string row) => marks.Keys.Any(key => key.StartsWith(row + ".", StringComparison.Ordinal));

    public override string ToString() => string.Join(' ', marks.Select(mark => $"{mark.Key}={mark.Value}"));

    /// <summary>The mark of one text; of an empty one, none.</summary>
    public static string Mark(string text) =>
        text.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
