using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>A member acknowledges, once for a competition and before any entry opens, that the matter is secret and that scores and comments may be disclosed later.</summary>
public sealed class AcknowledgeSecrecy(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused where the person has no seat. Acknowledged before = done.</returns>
    public async Task<Refusal?> RunAsync(string name)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().WithSeatOf(person).FirstOrDefaultAsync(c => c.Name == name) is not { } competition) return new("ui.not-found");
        var member = await db.JuryMembers.FirstAsync(m => m.CompetitionId == competition.Id && m.PersonId == person.Id!.Value);
        if (member.AcknowledgedAt is not null) return null;

        member.AcknowledgedAt = now;
        db.Audit(person.Id, "secrecy-acknowledged", now, competition.Id);
        return await db.CommitAsync();
    }
}
