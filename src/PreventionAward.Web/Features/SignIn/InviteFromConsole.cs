using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Makes somebody staff from the command line, the first person of an empty installation above all, and gives the link to sign in.</summary>
public sealed class InviteFromConsole(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox)
{
    /// <returns>The one-time address; refused where mail or role is none.</returns>
    public async Task<(string? Address, Refusal? Refusal)> RunAsync(string mail, string role)
    {
        if (Recipient.Parse(mail) is not { } address) return (null, new("sign-in.not-a-mail-address"));
        if (!Enum.TryParse<StaffRoles>(role, ignoreCase: true, out var staff) || staff == StaffRoles.None || int.TryParse(role, out _))
            return (null, new("people.no-such-role", role));

        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Mail == address);
        if (account is null) db.Add(account = new() { Id = new(Guid.CreateVersion7(now)), Mail = address, Name = LocalizedText.Name(address) });
        account.Staff |= staff;
        var (link, token, _) = SendSignInLink.Create(db, address, now);
        db.Audit(null, "person-invited", now, detail: new { mail = address, role = staff });
        return await db.CommitAsync() is { } refusal ? (null, refusal) : (outbox.Address(Language.Finnish, Links.SignInLink(link.Id, token)), null);
    }
}
