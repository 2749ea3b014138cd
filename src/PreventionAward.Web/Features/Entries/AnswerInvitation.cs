using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Accepts or declines an invitation to a team, as the person whose address it was sent to.</summary>
public sealed class AnswerInvitation(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>The entry when accepted, or why not: no such invitation for this person; the entry has been taken back.</returns>
    public async Task<(EntryId? Entry, Refusal? Refusal)> RunAsync(Guid id, bool accept)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await current.AccountAsync() is not { } account) return (null, new("team.no-such-invitation"));
        if (await db.Set<TeamInvitation>().FirstOrDefaultAsync(i => i.Id == id && i.Mail == account.Mail) is not { } invitation) return (null, new("team.no-such-invitation"));

        var entry = await db.Entries.Include(e => e.Team).Include(e => e.Versions).FirstAsync(e => e.Id == invitation.EntryId);
        if (accept && entry.Join(account.Id, invitation.Role) is { } refusal) return (null, refusal);
        if (accept && await db.Competitions.FirstAsync(c => c.Id == entry.CompetitionId) is { Stage: Stage.Scoring or Stage.Deliberation } competition && entry.Submitted is not null)
            await db.RecusePartiesAsync(competition, now, account.Id);
        db.Remove(invitation);
        db.Audit(account.Id, accept ? "team-joined" : "team-declined", now, entry.CompetitionId, entry.Id, new { role = invitation.Role });
        return (entry.Id, await db.CommitAsync());
    }
}
