using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Opens a meeting of the jury, by its chair or the secretary.</summary>
public sealed class OpenMeeting(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, string? place)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || !person.May(Can.LeadMeeting, competition.Matter)) return new("ui.not-found");

        var last = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderByDescending(m => m.Number).FirstOrDefaultAsync();
        var entries = (await db.EligibleAsync(competition)).Select(e => e.Id);
        var (meeting, refusal) = Meeting.Open(competition, last, entries, place, person.Id!.Value, Guid.CreateVersion7(now), now);
        if (meeting is null) return refusal;
        db.Add(meeting);
        db.Audit(person.Id, "meeting-opened", now, competition.Id);
        return await db.CommitAsync();
    }
}
