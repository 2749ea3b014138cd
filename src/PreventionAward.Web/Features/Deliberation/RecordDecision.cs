using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation;

/// <summary>Puts on record what the jury decided. The ranking advised; a winner that is not ranked first needs a reason.</summary>
public sealed class RecordDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, Outcome outcome)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || !person.May(Can.RecordDecision, competition.Matter)) return new("ui.not-found");

        var table = await db.ScoreTableAsync(competition, person);
        if (await db.WhyNotRecordedByAsync(competition, person) is { } notThis) return notThis;
        var decision = await db.Decisions.FindAsync(competition.Id);
        if (decision is null) db.Add(decision = new(competition.Id));
        if (decision.Record(outcome, table.Ranking, person.Id!.Value, now) is { } refusal) return refusal;
        var standing = await db.StandingAsync(competition) with { DecisionRecorded = decision.IsRecorded };
        if (competition.Advance(Stage.Decided, standing, now) is { } early) return early;
        db.Audit(person.Id, "decision-recorded", now, competition.Id, outcome.Winner, new { outcome.Winner, outcome.Mentions, outcome.Reason });
        return await db.CommitAsync();
    }
}

/// <summary>Who puts the jury's decision on record.</summary>
internal static class WhoRecords
{
    /// <summary>The chair; where the chair stays out of an entry, the secretary, since the chair may not handle it (Hallintolaki 27 §).</summary>
    /// <returns>Why that person does not, or null.</returns>
    public static async Task<Refusal?> WhyNotRecordedByAsync(this AwardDb db, Competition competition, Person person)
    {
        var eligible = await db.EligibleAsync(competition);
        if (eligible.Any(e => !person.May(Can.SeeScores, e.MatterIn(competition)))) return new("deliberation.recorder-is-out");
        if (person.SeatIn(competition.Id) is not null) return null;
        var chairs = (await db.JurorsAsync(competition)).Where(j => j.Role == SeatRole.Chair).Select(j => j.Id).ToArray();
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id && chairs.Contains(d.PersonId)).ToListAsync();
        var clear = declarations.Where(d => d.Interest == Interest.Clear).Select(d => d.EntryId).ToHashSet();
        var isChairClear = eligible.All(e => clear.Contains(e.Id));
        return isChairClear ? new("deliberation.chair-records") : null;
    }
}
