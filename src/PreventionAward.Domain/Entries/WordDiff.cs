using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Entries;

/// <summary>The difference between two texts, word by word, as a reader would mark it with a pencil.</summary>
public static partial class WordDiff
{
    // A table of that many cells is filled in in some milliseconds; longer texts differ as a whole where they differ.
    private const int MostCells = 4_000_000;

    /// <summary>What stayed, what was taken out and what was put in, in reading order: without the inserted runs it is the first text, without the deleted ones the second.</summary>
    public static IReadOnlyList<DiffRun> Of(string before, string after)
    {
        var (old, next) = (Tokens(before), Tokens(after));
        var start = CommonStart(old, next);
        var end = CommonEnd(old.AsSpan(start..), next.AsSpan(start..));
        var (oldMiddle, nextMiddle) = (old[start..^end], next[start..^end]);

        List<DiffRun> runs = [];
        Add(runs, DiffKind.Same, old[..start]);
        if ((long)oldMiddle.Length * nextMiddle.Length > MostCells)
        {
            Add(runs, DiffKind.Deleted, oldMiddle);
            Add(runs, DiffKind.Inserted, nextMiddle);
        }
        else
        {
            AddMiddle(runs, oldMiddle, nextMiddle);
        }

        Add(runs, DiffKind.Same, old[^end..]);
        return Tidy(runs);
    }

    private static string[] Tokens(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    private static int CommonStart(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[length] == b[length]) length++;
        return length;
    }

    private static int CommonEnd(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)]) length++;
        return length;
    }

    // The longest common subsequence: cell [i, j] says how many words of both ends from there on can stay.
    private static void AddMiddle(List<DiffRun> runs, string[] old, string[] next)
    {
        var stays = new int[old.Length + 1, next.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = next.Length - 1; j >= 0; j--)
                stays[i, j] = old[i] == next[j] ? stays[i + 1, j + 1] + 1 : Math.Max(stays[i + 1, j], stays[i, j + 1]);

        for (int i = 0, j = 0; i < old.Length || j < next.Length;)
        {
            if (i < old.Length && j < next.Length && old[i] == next[j]) (i, j) = (Step(runs, DiffKind.Same, old, i), j + 1);
            else if (j == next.Length || (i < old.Length && stays[i + 1, j] >= stays[i, j + 1])) i = Step(runs, DiffKind.Deleted, old, i);
            else j = Step(runs, DiffKind.Inserted, next, j);
        }
    }

    private static int Step(List<DiffRun> runs, DiffKind kind, string[] tokens, int at)
    {
        Add(runs, kind, tokens.AsSpan(at, 1));
        return at + 1;
    }

    private static void Add(List<DiffRun> runs, DiffKind kind, ReadOnlySpan<string> tokens)
    {
        if (!tokens.IsEmpty) runs.Add(new(kind, string.Concat(tokens)));
    }

    // A blank between two changed words is no island of sameness: neighbouring changes read as one deletion and one insertion.
    private static List<DiffRun> Tidy(List<DiffRun> runs)
    {
        List<DiffRun> tidy = [];
        var (same, deleted, inserted) = ("", "", "");
        for (var i = 0; i < runs.Count; i++)
        {
            var (kind, text) = runs[i];
            if (kind == DiffKind.Deleted) deleted += text;
            else if (kind == DiffKind.Inserted) inserted += text;
            else if (deleted.Length + inserted.Length > 0 && text.All(c => c is ' ') && i + 1 < runs.Count && runs[i + 1].Kind != DiffKind.Same) (deleted, inserted) = (deleted + text, inserted + text);
            else
            {
                Close();
                same += text;
            }
        }

        Close();
        if (same.Length > 0) tidy.Add(new(DiffKind.Same, same));
        return tidy;

        void Close()
        {
            if (deleted.Length + inserted.Length == 0) return;
            if (same.Length > 0) tidy.Add(new(DiffKind.Same, same));
            if (deleted.Length > 0) tidy.Add(new(DiffKind.Deleted, deleted));
            if (inserted.Length > 0) tidy.Add(new(DiffKind.Inserted, inserted));
            (same, deleted, inserted) = ("", "", "");
        }
    }

    [GeneratedRegex(@"\s+|\S+")]
    private static partial Regex Token();
}

/// <summary>A stretch of text that stayed, was taken out or was put in.</summary>
public sealed record DiffRun(DiffKind Kind, string Text);

/// <summary>What became of a stretch of text.</summary>
public enum DiffKind
{
    Same,
    Deleted,
    Inserted,
}
