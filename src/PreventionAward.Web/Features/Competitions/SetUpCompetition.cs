using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Saves one section of the set-up, before the call opens.</summary>
public sealed class SetUpCompetition(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="section">One of <see cref="SetupSection"/>; the audit line keeps its part before and after.</param>
    /// <param name="change">What the section makes of the set-up.</param>
    /// <returns>Refused once the call has opened.</returns>
    public async Task<Refusal?> RunAsync(string name, string section, Func<CompetitionPlan, CompetitionPlan> change)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");

        var before = competition.Plan;
        if (competition.SetUp(change(before)) is { } refusal) return refusal;
        if (!person.May(Can.SetUpCompetition, competition.Matter)) return new("ui.not-found");
        db.Audit(person.Id, "competition-set-up", now, competition.Id, detail: new { section, before = Part(section, before), after = Part(section, competition.Plan) });
        return await db.CommitAsync();
    }

    private static object Part(string section, CompetitionPlan plan) => section switch
    {
        SetupSection.Theme => new { plan.Title, plan.Theme },
        SetupSection.Timetable => plan.Timetable,
        SetupSection.Criteria => plan.Criteria,
        SetupSection.Tie => new { plan.TieRule, plan.Quorum },
        _ => new { plan.Authority, plan.Appointment },
    };
}
