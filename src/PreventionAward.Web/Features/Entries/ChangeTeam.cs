using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Changes what a member of a team may do, lets a member go, or takes an invitation back. Anybody may leave; the rest is an owner's.</summary>
public sealed class ChangeTeam(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <summary>Gives a member another role.</summary>
    public Task<Refusal?> RunAsync(EntryId id, PersonId member, TeamRole role) =>
        ChangeAsync(id, Can.ManageTeam, "team-role-changed", entry => entry.ChangeRole(member, role), new { member = member.Value, role });

    /// <summary>Removes a member; oneself without being an owner.</summary>
    public async Task<Refusal?> RemoveAsync(EntryId id, PersonId member)
    {
        var isSelf = (await current.GetAsync()).Id == member;
        return await ChangeAsync(id, isSelf ? Can.SeeTeamEntry : Can.ManageTeam, isSelf ? "team-left" : "team-removed", entry => entry.Leave(member), new { member = member.Value });
    }

    /// <summary>Takes back an invitation that nobody has answered.</summary>
    public async Task<Refusal?> UninviteAsync(EntryId id, Guid invitation)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.ManageTeam) is not { } own) return new("entries.not-found");
        if (await db.Set<TeamInvitation>().FirstOrDefaultAsync(i => i.Id == invitation && i.EntryId == id) is not { } found) return new("team.no-such-invitation");
        db.Remove(found);
        db.Audit(person.Id, "team-uninvited", now, own.Competition.Id, id, new { mail = found.Mail });
        return await db.CommitAsync();
    }

    private async Task<Refusal?> ChangeAsync(EntryId id, Can can, string action, Func<Entry, Refusal?> change, object detail)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Two owners who leave at once would each see the other: the entry is locked first.
        await db.Database.ExecuteSqlAsync($"select 1 from entries where id = {id.Value} for update");
        if (await db.TeamEntryAsync(person, id, can, tracked: true) is not { } own) return new("entries.not-found");
        if (change(own.Entry) is { } refusal) return refusal;
        db.Audit(person.Id, action, now, own.Competition.Id, id, detail);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}
