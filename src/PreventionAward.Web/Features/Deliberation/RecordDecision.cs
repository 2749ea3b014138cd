using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>Puts on record what the jury decided. The ranking advised; a winner that is not ranked first needs a reason, and so does what members disagreed on or no meeting has handled.</summary>
public sealed class RecordDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, Outcome outcome)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null) return new("ui.not-found");
        if (await db.WhenRecordedAsync(competition, person) is { } recorded) return new("deliberation.outcome.is-recorded", recorded);
        if (!person.May(Can.RecordDecision, competition.Matter)) return new("ui.not-found");

        var table = await db.ScoreTableAsync(competition, person);
        if (await db.WhyNotRecordedByAsync(competition, person) is { } notThis) return notThis;
        if (await db.WhyNotAtThisPointAsync(competition) is { } notYet) return notYet;
        var decision = await db.Decisions.FindAsync(competition.Id);
        if (decision is null) db.Add(decision = new(competition.Id));
        if (decision.Record(outcome, table.Ranking, person.Id!.Value, now, await db.TieAtTopAsync(table), await db.HandlingAsync(competition, now)) is { } refusal) return refusal;
        if (await db.Meetings.FirstOrDefaultAsync(m => m.CompetitionId == competition.Id && m.ClosedAt == null) is { } meeting) meeting.KeepOutcome(decision);
        var standing = await db.StandingAsync(competition) with { DecisionRecorded = decision.IsRecorded };
        if (competition.Advance(Stage.Decided, standing, now) is { } early) return early;
        db.Audit(person.Id, "decision-recorded", now, competition.Id, outcome.Winner, new { outcome.Winner, outcome.SharedWith, outcome.Mentions, outcome.Reason, decision.Tie, decision.HandlingReason });
        return await db.CommitAsync() is { } lost ? await FirstAsync(name, person) ?? lost : null;
    }

    // Of two who press at once the second is told that it is on record.
    private async Task<Refusal?> FirstAsync(string name, Person person)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().FirstAsync(c => c.Name == name);
        return await db.WhenRecordedAsync(competition, person) is { } recorded ? new("deliberation.outcome.is-recorded", recorded) : null;
    }
}

/// <summary>What the jury's meetings mean for recording its decision.</summary>
internal static class RecordedInMeeting
{
    /// <summary>The tie that touches the first place, with what the jury voted on it.</summary>
    public static async Task<TieAtTop?> TieAtTopAsync(this AwardDb db, ScoreTable table)
    {
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == table.Competition.Id).OrderBy(m => m.Number).ToListAsync();
        return TieAtTop.Of(table.Ranking, table.Competition.TieRule, meetings.SelectMany(m => m.Votes));
    }

    /// <summary>When the decision was put on record, for whoever could have done it: somebody else, or the same person in another window, was first. Null where it is still to be recorded, or not theirs.</summary>
    public static async Task<DateTimeOffset?> WhenRecordedAsync(this AwardDb db, Competition competition, Person person) =>
        competition.Stage == Stage.Decided && person.May(Can.WriteDecision, competition.Matter)
            ? await db.Decisions.Where(d => d.CompetitionId == competition.Id).Select(d => d.RecordedAt).FirstOrDefaultAsync()
            : null;

    /// <summary>What the jury's meetings have handled by now.</summary>
    public static async Task<Handling> HandlingAsync(this AwardDb db, Competition competition, DateTimeOffset now) =>
        Handling.Of(await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Number).ToListAsync(), await db.JuryTableAsync(competition), now);

    /// <summary>While a meeting is under way the decision is recorded under its own item, with a quorum.</summary>
    public static async Task<Refusal?> WhyNotAtThisPointAsync(this AwardDb db, Competition competition)
    {
        if (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(m => m.CompetitionId == competition.Id && m.ClosedAt == null) is not { } meeting) return null;
        if (meeting.Current != AgendaItem.Decision) return new("meeting.record-at-decision");
        return meeting.WhyNotHandled(await db.JuryTableAsync(competition)) ?? (meeting.OpenVote is null ? null : new("meeting.vote-open"));
    }
}

/// <summary>Who puts the jury's decision on record.</summary>
internal static class WhoRecords
{
    /// <summary>The chair; where the chair stays out of an entry, the vice-chair; where both do, the secretary, since the decision handles every entry (Hallintolaki 27 §).</summary>
    /// <returns>Why that person does not, or null.</returns>
    public static async Task<Refusal?> WhyNotRecordedByAsync(this AwardDb db, Competition competition, Person person)
    {
        var eligible = await db.EligibleAsync(competition);
        if (eligible.Any(e => !person.May(Can.SeeScores, e.MatterIn(competition)))) return new("deliberation.recorder-is-out");
        var decider = await db.WhoDecidesAsync(competition.Id, [.. eligible.Select(e => e.Id)]);
        if (decider is null) return person.SeatIn(competition.Id) is null ? null : new("deliberation.secretary-records");
        return decider.Id == person.Id ? null : new(decider.Role == SeatRole.Chair ? "deliberation.chair-records" : "deliberation.vice-chair-records");
    }
}
