using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Screening;

/// <summary>The opening event: from now on staff read what was submitted. Before it they see numbers and states only.</summary>
public sealed class OpenEntries(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused before the deadline, and when the entries have been opened already. A call nobody has closed yet is closed first.</returns>
    public async Task<Refusal?> RunAsync(string name)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.AdvanceStage, competition.Matter)) return new("ui.not-found");

        var standing = await db.StandingAsync(competition);
        if (competition.Stage == Stage.Open)
        {
            if (competition.Advance(Stage.Closed, standing, now) is { } stillOpen) return stillOpen;
            db.Audit(person.Id, "call-closed", now, competition.Id);
        }

        if (competition.Stage != Stage.Closed) return new("competitions.no-such-move", competition.Stage, Stage.Screening);
        if (competition.Advance(Stage.Screening, standing, now) is { } refusal) return refusal;
        db.Audit(person.Id, "entries-opened", now, competition.Id);
        return await db.CommitAsync();
    }
}
