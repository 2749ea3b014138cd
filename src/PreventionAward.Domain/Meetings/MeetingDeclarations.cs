using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Meetings;

// What changes while an item is handled: somebody turns out to have to stay out, or too few are left.
public sealed partial class Meeting
{
    /// <summary>A member has declared, or a doubt has been decided, while the meeting is under way. Whoever must stay out now is out from this moment: the member's votes on those items count no more, a count is made anew, and the record tells when it came up (Hallintolaki 27 §).</summary>
    /// <param name="table">With the new declaration.</param>
    /// <param name="rule">How an even count is decided.</param>
    public void TakeDeclaration(PersonId who, JuryTable table, TieEnd rule, DateTimeOffset now)
    {
        if (!IsOpen) return;
        if (!Turns[^1].Waits && Present.Contains(who) && table.WhyOut(Current, who) is { } reason && Turns[^1].Out.All(o => o.Person != who || o.LeftAt is not null))
            Replace(Turns[^1] with { Out = [.. Turns[^1].Out.Where(o => o.Person != who), new(who, reason, table.Ground(Current, who), null, now)] });
        Votes = [.. Votes.Select(vote => WithoutOne(vote, who, table, rule, now))];
        BeginIfAllHaveLeft(table, now);
        WatchQuorum(table, now);
    }

    /// <summary>Who took part in an item before the ground or the doubt came up, and until when.</summary>
    public IEnumerable<(PersonId Person, DateTimeOffset Until)> TookPartUntil(AgendaItem item) =>
        from turn in Turns
        where turn.Item == item && !turn.Waits
        from part in turn.Out.Where(o => o.ToldAt is not null).Select(o => (o.Person, o.LeftAt ?? o.ToldAt!.Value))
            .Concat(turn.To is { } end ? turn.Present.Where(p => turn.Out.All(o => o.Person != p)).Select(p => (p, end)) : [])
        select part;

    private static Vote WithoutOne(Vote vote, PersonId who, JuryTable table, TieEnd rule, DateTimeOffset now)
    {
        if (table.WhyOut(vote.Item, who) is null || vote.Ballots.FirstOrDefault(b => b.By == who) is not { } ballot) return vote;
        var left = vote with { Ballots = [.. vote.Ballots.Where(b => b.By != who)], Voided = [.. vote.Voided, new(ballot, now)] };
        return vote.Result is not { } was ? left
            : left with { Result = Counted(left, rule, was.Presiding == who ? null : was.Presiding, was.At) with { NotVoting = was.NotVoting, Silent = was.Silent, RecountedAt = now } };
    }

    private void WatchQuorum(JuryTable table, DateTimeOffset now)
    {
        var turn = Turns[^1];
        if (turn.Waits || turn.Item.Kind is ItemKind.Opening or ItemKind.Closing) return;
        var (isMet, lacks) = (QuorumNow(table).IsMet, turn.Gaps.Count > 0 && turn.Gaps[^1].To is null);
        if (!isMet && !lacks) Replace(turn with { Gaps = [.. turn.Gaps, new(now)] });
        if (isMet && lacks) Replace(turn with { Gaps = [.. turn.Gaps.SkipLast(1), turn.Gaps[^1] with { To = now }] });
    }
}
