using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.People;

/// <summary>Takes an office from somebody; the account stays, since the record refers to it.</summary>
public sealed class RemoveRole(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused for the last secretary: nobody could run the portal any more.</returns>
    public async Task<Refusal?> RunAsync(PersonId id, StaffRoles role)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        if (!person.May(Can.ManagePeople)) return new("ui.not-found");

        await using var db = await dbs.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();

        // Two secretaries removing each other at once would both see the other: the rows are locked first.
        var secretaries = await db.Accounts.FromSql($"select * from accounts where staff & {(int)StaffRoles.Secretary} <> 0 for update").ToListAsync();
        var account = secretaries.FirstOrDefault(a => a.Id == id) ?? await db.Accounts.FirstOrDefaultAsync(a => a.Id == id);
        if (account is null || (account.Staff & role) == 0) return new("ui.not-found");
        if (role == StaffRoles.Secretary && secretaries.Count == 1) return new("people.last-secretary");

        account.Staff &= ~role;
        db.Audit(person.Id, "role-removed", now, detail: new { mail = account.Mail, role });
        if (await db.CommitAsync() is { } refusal) return refusal;
        await transaction.CommitAsync();
        return null;
    }
}
