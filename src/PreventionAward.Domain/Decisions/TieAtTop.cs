using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Decisions;

/// <summary>Entries with exactly the same best result, and how the rule that was set before the call opened resolves it.</summary>
/// <param name="Tied">All of them.</param>
/// <param name="Step">Which part of the rule it came to.</param>
/// <param name="Left">Those that the criteria leave equal; one where they settle it.</param>
/// <param name="First">Who is first by the rule; null where the chair chooses, the prize is shared, or a vote has not been held.</param>
/// <param name="Criterion">The criterion that settled it.</param>
public sealed record TieAtTop(IReadOnlyList<EntryId> Tied, TieStep Step, IReadOnlyList<EntryId> Left, EntryId? First = null, string? Criterion = null)
{
    /// <summary>The rule asks for a vote, and none has chosen yet.</summary>
    public bool AwaitsVote => Step == TieStep.Vote && First is null;

    /// <summary>The tie that touches the first place, or null.</summary>
    /// <param name="votes">Those of the jury's meetings.</param>
    public static TieAtTop? Of(IReadOnlyList<RankedEntry> ranking, TieRule rule, IEnumerable<Vote> votes)
    {
        if (ranking.Count == 0 || ranking[0].Result is not { } best) return null;
        List<RankedEntry> left = [.. ranking.Where(r => r.Result is { } result && result.CompareTo(best) == 0)];
        if (left.Count < 2) return null;
        IReadOnlyList<EntryId> tied = [.. left.Select(r => r.Id)];
        foreach (var key in rule.CriteriaOrder)
        {
            left = BestOn(key, left);
            if (left.Count == 1) return new(tied, TieStep.Criteria, [left[0].Id], left[0].Id, key);
        }

        return ByEnd(tied, [.. left.Select(r => r.Id)], rule.End, votes);
    }

    /// <summary>Whether the prize may be shared so.</summary>
    public bool MayShare(EntryId winner, IReadOnlyList<EntryId> others) => Step == TieStep.Shared && Left.Contains(winner) && others.All(Left.Contains);

    /// <summary>Whether an outcome departs from the rule, so that it needs a reason.</summary>
    public bool IsAgainst(Outcome outcome) =>
        (First is { } first && outcome.Winner != first)
        || (Step == TieStep.Shared && outcome.Winner is { } winner && outcome.SharedWith.Count + 1 < Left.Count && Left.Contains(winner));

    /// <summary>What goes on record with the decision.</summary>
    public SettledTie Settled(EntryId winner) => new(Tied, Step, First ?? winner, Criterion);

    private static TieAtTop ByEnd(IReadOnlyList<EntryId> tied, IReadOnlyList<EntryId> left, TieEnd end, IEnumerable<Vote> votes)
    {
        if (end == TieEnd.Shared) return new(tied, TieStep.Shared, left);
        if (end == TieEnd.ChairDecides) return new(tied, TieStep.ChairDecides, left);
        var vote = votes.LastOrDefault(v => v.Result is not null && v.Tied.ToHashSet().SetEquals(left));
        return new(tied, vote?.Result?.ByCastingVote == true ? TieStep.CastingVote : TieStep.Vote, left, vote?.Result?.Chosen);
    }

    private static List<RankedEntry> BestOn(string key, List<RankedEntry> entries)
    {
        var means = entries.Select(e => (Entry: e, e.Criterion(key)?.Mean)).ToList();
        if (means.Any(m => m.Mean is null)) return entries;
        var best = means.Select(m => m.Mean!.Value).Aggregate((a, b) => a.CompareTo(b) >= 0 ? a : b);
        return [.. means.Where(m => m.Mean!.Value.CompareTo(best) == 0).Select(m => m.Entry)];
    }
}

/// <summary>Which part of the tie rule resolves a tie.</summary>
public enum TieStep
{
    /// <summary>The mean of a criterion.</summary>
    Criteria,

    /// <summary>Most votes in the meeting.</summary>
    Vote,

    /// <summary>An even vote, decided by whoever presided.</summary>
    CastingVote,

    /// <summary>The chair chooses.</summary>
    ChairDecides,

    /// <summary>The prize is shared.</summary>
    Shared,
}

/// <summary>A tie for the first place as the decision's record holds it.</summary>
/// <param name="First">Who was first by the rule.</param>
/// <param name="Criterion">The criterion that settled it.</param>
public sealed record SettledTie(IReadOnlyList<EntryId> Tied, TieStep Step, EntryId First, string? Criterion = null);
