using PreventionAward.Domain;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Drafts;

/// <summary>What somebody sends to be saved.</summary>
/// <param name="Answers">Every answer the form held, cleaned; empty ones too.</param>
/// <param name="Seen">What the form showed when it was drawn.</param>
/// <param name="Sent">What the writer's browser sent before without learning what became of it.</param>
/// <param name="Language">The language the entry is written in; null leaves it.</param>
/// <param name="IsAutomatic">The page saved by itself; nobody pressed a button.</param>
public sealed record DraftChange(
    IReadOnlyDictionary<string, string> Answers, AnswerMarks Seen, AnswerMarks? Sent = null, Language? Language = null, RowName? RemovedRow = null, bool IsAutomatic = false)
{
    /// <summary>The answers without those of a row that is taken away.</summary>
    public IReadOnlyDictionary<string, string> Kept() => RemovedRow is not { } row
        ? Answers
        : Answers.Where(answer => !answer.Key.StartsWith($"{row}.", StringComparison.Ordinal)).ToDictionary();
}

/// <summary>One row of a repeating question.</summary>
public sealed record RowName(string Field, int Number)
{
    public override string ToString() => $"{Field}.{Number}";
}

/// <summary>What became of it.</summary>
/// <param name="Merged">The draft as it now stands, and what of the typed answers went where.</param>
/// <param name="At">When the draft was saved as it now stands.</param>
public sealed record SavedDraft(Refusal? Refusal, MergedDraft Merged, DateTimeOffset At)
{
    private const int MostTries = 5;

    /// <summary>Answers that somebody else changed to something else meanwhile: not saved.</summary>
    public IReadOnlyList<string> Conflicts => Merged.Conflicts;

    /// <summary>Answers that were not saved because they, or others in their row, are too long; the refusal says so.</summary>
    public IReadOnlySet<string> TooLong { get; init; } = new HashSet<string>();

    /// <summary>Nothing was saved.</summary>
    public static SavedDraft Refused(Refusal refusal) => new(refusal, new(Answers.None, [], [], new Dictionary<string, string>()), default);

    /// <summary>Tries again where somebody else saved the same draft meanwhile: each time the other's words are merged anew. After five tries the refusal stands.</summary>
    public static async Task<SavedDraft> UntilNobodyElseSavesAsync(Func<Task<SavedDraft>> save)
    {
        for (var tries = 1; ; tries++)
        {
            var saved = await save();
            if (saved.Refusal?.Code != "ui.saved-by-someone-else" || tries == MostTries) return saved;
        }
    }
}
