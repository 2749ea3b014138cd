using System.Collections.Immutable;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Scoring;

/// <summary>One juror's sheet for one entry: saved as one goes, complete or not; locked when handed in.</summary>
public sealed class ScoreSheet
{
    private ScoreSheet() { }

    public ScoreSheet(CompetitionId competitionId, EntryId entryId, PersonId jurorId) =>
        (CompetitionId, EntryId, JurorId) = (competitionId, entryId, jurorId);

    public CompetitionId CompetitionId { get; private set; }

    public EntryId EntryId { get; private set; }

    public PersonId JurorId { get; private set; }

    /// <summary>Marks by criterion; a criterion not thought about yet is not there.</summary>
    public ImmutableSortedDictionary<string, Mark> Marks { get; private set; } = ImmutableSortedDictionary.Create<string, Mark>(StringComparer.Ordinal);

    /// <summary>The points alone, as <see cref="CountedSheet.Written"/>: a ranking of thousands reads no comment.</summary>
    public string Counted { get; private set; } = "";

    public DateTimeOffset? SavedAt { get; private set; }

    public DateTimeOffset? HandedInAt { get; private set; }

    public bool IsHandedIn => HandedInAt is not null;

    /// <summary>What the sheet said before it was scored anew in the meeting, oldest first: on record, and counted no more.</summary>
    public IReadOnlyList<EarlierMarks> Earlier { get; private set; } = [];

    /// <summary>Set where staff typed in what the juror gave on paper.</summary>
    public PaperEntry? Paper { get; private set; }

    /// <summary>The juror has written something, however little.</summary>
    public bool IsBegun => Marks.Values.Any(mark => mark.Abstains || mark.Points is not null || mark.Comment.Length > 0);

    /// <summary>Saves one criterion's mark.</summary>
    /// <returns>Refused: handed in, no such criterion, points outside 0-5, a comment that is too long.</returns>
    public Refusal? Save(IReadOnlyList<Criterion> criteria, string key, Mark mark, DateTimeOffset now)
    {
        if (IsHandedIn) return new("scoring.handed-in");
        if (criteria.All(c => c.Key != key)) return new("scoring.no-such-criterion");
        if (mark.Points is < Criterion.LowestPoints or > Criterion.HighestPoints) return new("scoring.points-out-of-range");
        if (TextLimit.Check(mark.Comment) is { } tooLong) return tooLong;
        Take(Marks.SetItem(key, mark with { Comment = Answers.Clean(mark.Comment) }));
        SavedAt = now;
        return null;
    }

    /// <summary>The criteria that keep the sheet from being handed in, each with what is missing.</summary>
    /// <remarks>0, 1 and 5 ask for a comment, as does abstaining: the decision will have to say why.</remarks>
    public IReadOnlyList<(Criterion Criterion, Refusal Why)> Missing(IReadOnlyList<Criterion> criteria) =>
        [.. criteria.Select(c => (c, Why(Marks.GetValueOrDefault(c.Key)))).Where(x => x.Item2 is not null).Select(x => (x.c, x.Item2!))];

    /// <summary>Hands the sheet in and locks it.</summary>
    public Refusal? HandIn(IReadOnlyList<Criterion> criteria, DateTimeOffset now)
    {
        if (IsHandedIn) return new("scoring.handed-in");
        if (Missing(criteria) is { Count: > 0 } missing) return new("scoring.incomplete", missing.Count);
        HandedInAt = now;
        Paper = Paper is { } paper ? paper with { CorrectedAt = now } : null;
        return null;
    }

    /// <summary>Takes in, as staff, what the juror gave on paper: the whole sheet at once, and handed in with that.</summary>
    /// <param name="by">Who typed it.</param>
    /// <returns>Refused: handed in already, the juror has begun to write, or as <see cref="Save"/> and <see cref="HandIn"/>; nothing of it is to be kept then.</returns>
    public Refusal? EnterFromPaper(IReadOnlyList<Criterion> criteria, IReadOnlyDictionary<string, Mark> marks, PersonId by, DateTimeOffset now)
    {
        if (WhyNotFromPaper() is { } not) return not;
        foreach (var (key, mark) in marks)
            if (Save(criteria, key, mark, now) is { } wrong) return wrong;
        if (HandIn(criteria, now) is { } incomplete) return incomplete with { Code = "scoring.paper.incomplete" };
        Paper = new(by, now);
        return null;
    }

    /// <summary>Why nothing can be typed in for the juror: it would overwrite the juror's own.</summary>
    public Refusal? WhyNotFromPaper() => IsHandedIn ? new("scoring.paper.handed-in") : IsBegun ? new("scoring.paper.begun") : null;

    /// <summary>The juror says that what staff typed in is what stood on the paper.</summary>
    public Refusal? ConfirmPaper(DateTimeOffset now)
    {
        if (WhyNothingToConfirm() is { } nothing) return nothing;
        Paper = Paper! with { ConfirmedAt = now };
        return null;
    }

    /// <summary>Opens for its juror what staff typed in and the juror has not confirmed, to be corrected and handed in again.</summary>
    public Refusal? TakeUpPaper()
    {
        if (WhyNothingToConfirm() is { } nothing) return nothing;
        HandedInAt = null;
        return null;
    }

    private Refusal? WhyNothingToConfirm() => IsHandedIn && Paper is { AwaitsJuror: true } ? null : new("scoring.paper.nothing-to-confirm");

    /// <summary>Opens a handed-in sheet for its juror again.</summary>
    /// <param name="reason">Why; it goes into the audit trail.</param>
    public Refusal? Reopen(string? reason)
    {
        if (!IsHandedIn) return new("scoring.not-handed-in");
        if (string.IsNullOrWhiteSpace(reason)) return new("scoring.reopening-needs-a-reason");
        if (TextLimit.Check(reason) is { } tooLong) return tooLong;
        HandedInAt = null;
        return null;
    }

    /// <summary>Scores the entry anew in the meeting, all criteria at once; the marks from before stay on record.</summary>
    /// <returns>Refused: a mark is missing or wrong; nothing is changed then.</returns>
    public Refusal? Rescore(IReadOnlyList<Criterion> criteria, IReadOnlyDictionary<string, Mark> marks, DateTimeOffset now)
    {
        var anew = new ScoreSheet(CompetitionId, EntryId, JurorId);
        foreach (var (key, mark) in marks)
            if (anew.Save(criteria, key, mark, now) is { } wrong) return wrong;
        if (anew.HandIn(criteria, now) is { } incomplete) return incomplete;
        if (HandedInAt is { } before) Earlier = [.. Earlier, new(Marks, before)];
        Take(anew.Marks);
        (SavedAt, HandedInAt) = (now, now);
        return null;
    }

    // The points are kept beside the marks; nothing changes the one without the other.
    private void Take(ImmutableSortedDictionary<string, Mark> marks) => (Marks, Counted) = (marks, CountedSheet.Written(marks));

    /// <summary>Puts a sheet back as a record holds it: for the import of a dossier only.</summary>
    public static ScoreSheet Restore(
        CompetitionId competitionId, EntryId entryId, PersonId jurorId, IEnumerable<KeyValuePair<string, Mark>> marks, DateTimeOffset? savedAt, DateTimeOffset? handedInAt,
        PaperEntry? paper = null, IReadOnlyList<EarlierMarks>? earlier = null)
    {
        var kept = marks.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new(competitionId, entryId, jurorId)
        {
            Marks = kept,
            Counted = CountedSheet.Written(kept),
            SavedAt = savedAt,
            HandedInAt = handedInAt,
            Paper = paper,
            Earlier = earlier ?? [],
        };
    }

    private static Refusal? Why(Mark? mark) => mark switch
    {
        null or { Points: null, Abstains: false } => new("scoring.mark-missing"),
        { Abstains: true, Comment: "" } => new("scoring.abstaining-needs-a-reason"),
        { Abstains: false, Points: 0 or 1 or 5, Comment: "" } => new("scoring.comment-missing"),
        _ => null,
    };
}

/// <summary>The marks of a sheet as they were handed in before it was scored anew.</summary>
public sealed record EarlierMarks(ImmutableSortedDictionary<string, Mark> Marks, DateTimeOffset HandedInAt);

/// <summary>A sheet that staff typed in from paper: who, when, and what the juror said of it.</summary>
/// <param name="ConfirmedAt">When the juror found it right; null until then.</param>
/// <param name="CorrectedAt">When the juror last handed in a corrected sheet; null where it stands as it was typed.</param>
public sealed record PaperEntry(PersonId By, DateTimeOffset At, DateTimeOffset? ConfirmedAt = null, DateTimeOffset? CorrectedAt = null)
{
    /// <summary>The juror has neither confirmed nor corrected it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool AwaitsJuror => ConfirmedAt is null && CorrectedAt is null;
}

/// <summary>What a juror says of one criterion. Abstaining is missing from every mean, never a zero.</summary>
/// <param name="Points">0 to 5 in whole steps; null = not scored yet, or abstaining.</param>
public sealed record Mark(int? Points = null, string Comment = "", bool Abstains = false)
{
    /// <summary>The points that count: none where the juror abstains.</summary>
    public int? Counted => Abstains ? null : Points;
}
