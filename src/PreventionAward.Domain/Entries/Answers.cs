using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PreventionAward.Domain.Entries;

/// <summary>What a team has answered: one flat map from question to text, so that two versions compare question by question.</summary>
/// <remarks>
/// A repeating row's answers are <c>partners.3.organisation</c>; 3 is the row's own number, never given to another row.
/// Several choices are option keys on lines of their own, dates are <c>yyyy-MM-dd</c>, a confirmation is <c>yes</c>.
/// </remarks>
public sealed class Answers : IEquatable<Answers>
{
    public static readonly Answers None = new(ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> values;

    private Answers(ImmutableSortedDictionary<string, string> values) => this.values = values;

    /// <summary>Every answer by question, in ordinal order; empty answers are not there.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    public string this[string key] => values.GetValueOrDefault(key, "");

    /// <summary>The answer in that language where a translation stands beside the original (<c>title@sv</c>), else the original.</summary>
    public string In(string key, Language language) => values.GetValueOrDefault($"{key}@{language}") ?? this[key];

    public static Answers Of(IEnumerable<KeyValuePair<string, string>> pairs) =>
        None.With(pairs);

    /// <summary>These answers with others laid over them; an empty text takes an answer away.</summary>
    public Answers With(IEnumerable<KeyValuePair<string, string>> changes)
    {
        var next = values.WithComparers(StringComparer.Ordinal).ToBuilder();
        foreach (var (key, raw) in changes)
        {
            if (Clean(raw) is { Length: > 0 } text) next[key] = text;
            else next.Remove(key);
        }

        return new(next.ToImmutable());
    }

    /// <summary>The numbers of a repeating question's rows, smallest first.</summary>
    public IReadOnlyList<int> Rows(string field) =>
    [
        .. values.Keys
            .Where(key => key.StartsWith(field + ".", StringComparison.Ordinal))
            .Select(key => key.Split('.'))
            .Where(parts => parts.Length == 3 && !parts[2].Contains('@')) // A translation alone makes no row.
            .Select(parts => int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0)
            .Where(row => row > 0).Distinct().Order(),
    ];

    /// <summary>These answers without one row of a repeating question; the other rows keep their numbers.</summary>
    public Answers WithoutRow(string field, int row) =>
        new(values.RemoveRange(values.Keys.Where(key => key.StartsWith($"{field}.{row}.", StringComparison.Ordinal))));

    /// <summary>The question of the form to which an answer belongs: that of its row, that of its translation.</summary>
    public static string FieldOf(string key) => key.Split('.', '@')[0];

    /// <summary>The answers to these questions alone.</summary>
    public Answers Only(IReadOnlyCollection<string> fields) => new(values.RemoveRange(values.Keys.Where(key => !fields.Contains(FieldOf(key)))));

    /// <summary>These answers with those to some questions taken from others, rows and all.</summary>
    public Answers Replacing(IReadOnlyCollection<string> fields, Answers others) =>
        new(values.RemoveRange(values.Keys.Where(key => fields.Contains(FieldOf(key)))).AddRange(others.Only(fields).values));

    /// <summary>The answers that are not the same in both, in ordinal order.</summary>
    public IReadOnlyList<string> DifferencesFrom(Answers others) =>
        [.. values.Keys.Union(others.values.Keys).Where(key => this[key] != others[key]).Order(StringComparer.Ordinal)];

    /// <summary>The chosen options of a question.</summary>
    public IReadOnlyList<string> Choices(string key) =>
        this[key].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>SHA-256 in lower-case hexadecimal over the canonical JSON (keys in ordinal order, UTF-8) of answers and attached files, with the marks on both.</summary>
    public string Digest(IEnumerable<SubmittedFile> files)
    {
        var content = new
        {
            answers = values,
            files = files.OrderBy(f => f.Id.Value).Select(Described),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
    }

    // A file without marks is described as before there were any: digests on old receipts stay true.
    private static object Described(SubmittedFile f) => f is { Secret: null, NotJudged: false }
        ? new { name = f.Name, size = f.Size, sha256 = f.Sha256 }
        : new { name = f.Name, size = f.Size, sha256 = f.Sha256, secret = f.Secret?.Code, notJudged = f.NotJudged };

    public bool Equals(Answers? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode() => values.Count;

    /// <summary>
    /// Text as it is kept: line ends as \n, surrounding blanks off, and without what is no text: controls other than
    /// line end and tab, noncharacters, half a surrogate pair. Everything else stays as it was typed.
    /// </summary>
    public static string Clean(string? raw)
    {
        if (raw is null) return "";
        if (!raw.AsSpan().ContainsAny(Doubtful)) return raw.Trim(); // Nearly every text, and every one that was kept before.
        var lines = raw.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var kept = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes())
            if (IsText(rune)) kept.Append(rune.ToString());
        return kept.ToString().Trim();
    }

    /// <summary>The same on one line: a line end or tab becomes a blank, and marks that turn the reading direction go, since they can make a name look like another.</summary>
    public static string CleanLine(string? raw)
    {
        var kept = new StringBuilder();
        foreach (var character in Clean(raw).Where(c => !TurnsDirection(c))) kept.Append(character is '\n' or '\t' ? ' ' : character);
        return kept.ToString().Trim();
    }

    private static bool TurnsDirection(char c) => c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // What a look at single characters cannot pass: those that go or change, and halves of pairs, which may belong together.
    private static readonly SearchValues<char> Doubtful = SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => char.IsSurrogate(c) || !IsText(new(c)))]);

    private static bool IsText(Rune rune) =>
        rune.Value is '\n' or '\t' || !(Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF);
}
