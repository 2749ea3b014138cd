using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.People;

/// <summary>Gives somebody an office among the staff and queues the invitation.</summary>
public sealed class InviteStaff(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <param name="name">May be empty for somebody who has an account.</param>
    /// <param name="language">Of the invitation.</param>
    /// <returns>Refused: not a mail address; no office chosen; the office held already.</returns>
    public async Task<Refusal?> RunAsync(string mail, string name, StaffRoles role, Language language)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        if (!person.May(Can.ManagePeople)) return new("ui.not-found");
        if (Recipient.Parse(mail) is not { } address) return new("people.not-a-mail-address");
        if (role is not (StaffRoles.Secretary or StaffRoles.Publisher)) return new("people.choose-role");
        if (TextLimit.CheckLine(name) is { } tooLong) return tooLong;

        await using var db = await dbs.CreateDbContextAsync();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Mail == address);
        if (account is null)
            db.Add(account = new() { Id = new(Guid.CreateVersion7(now)), Mail = address, Name = LocalizedText.Name(name.Length > 0 ? name : address), Language = language });
        if ((account.Staff & role) != 0) return new("people.has-role", address);
        account.Staff |= role;
        outbox.Put(db, "staff-invitation", address, language, now, null,
            ("role", texts.In(language).Written(role)), ("link", outbox.Address(language, $"{Links.SignIn}?returnTo={(role == StaffRoles.Publisher ? Links.Publish : Links.Staff)}")));
        db.Audit(person.Id, "person-invited", now, detail: new { mail = address, role });
        return await db.CommitAsync();
    }
}
