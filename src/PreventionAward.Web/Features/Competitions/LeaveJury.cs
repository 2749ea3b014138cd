using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>A member resigns from the jury. Once scoring has started it needs a reason, and stays on record.</summary>
public sealed class LeaveJury(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Vacating vacating)
{
    /// <returns>Refused: no seat; the jury has approved its decision; a reason is missing.</returns>
    public async Task<Refusal?> RunAsync(string name, JuryChangeReason? reason, string explanation)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.WithSeatOf(person).FirstOrDefaultAsync(c => c.Name == name) is not { } competition) return new("ui.not-found");
        if (competition.WhyJuryIsFixed(await db.IsApprovedAsync(competition)) is { } isFixed) return isFixed;
        if (competition.IsJuryFrozen && JuryChange.Check(JuryChangeKind.Resigned, reason, explanation) is { } unexplained) return unexplained;
        var member = await db.JuryMembers.FirstAsync(m => m.CompetitionId == competition.Id && m.PersonId == person.Id!.Value);

        await vacating.RunAsync(db, competition, member, JuryChangeKind.Resigned, new(reason ?? default, explanation, person.Id!.Value, now));
        db.Audit(person.Id, "juror-resigned", now, competition.Id, detail: new { reason });
        return await db.CommitAsync();
    }
}
