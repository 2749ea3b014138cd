using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Asks somebody by mail to join the team of an entry; an address that has been asked already is asked anew.</summary>
public sealed class InviteToTeam(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <summary>So many unanswered invitations one entry can have: the portal is no way to mail strangers.</summary>
    private const int MostOpen = 20;

    /// <returns>Refused: not an owner; not a mail address; no role chosen; on the team already; too many unanswered.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, string mail, TeamRole? role, Language language)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.ManageTeam) is not { } own || person.Id is not { } by) return new("entries.not-found");
        if (Recipient.Parse(mail) is not { } address) return new("people.not-a-mail-address");
        if (role is not { } chosen) return new("team.choose-role");
        if (await db.Set<TeamMember>().AnyAsync(m => m.EntryId == id && db.Accounts.Any(a => a.Id == m.PersonId && a.Mail == address))) return new("team.already-member");

        var open = await db.Set<TeamInvitation>().Where(i => i.EntryId == id).ToListAsync();
        if (open.Find(i => i.Mail == address) is { } earlier) db.Remove(earlier);
        else if (open.Count >= MostOpen) return new("team.too-many-invitations", MostOpen);

        var invitation = new TeamInvitation(Guid.CreateVersion7(now), id, address, chosen, by, now);
        db.Audit(by, "team-invited", now, own.Competition.Id, id, new { mail = address, role = chosen });
        outbox.Put(db, "team-invitation", address, language, now, own.Competition.Id,
            ("title", own.TitleIn(texts.In(language))), ("competition", own.Competition.Title.Best(language).Text), ("role", texts.In(language).Written(chosen)),
            ("inviter", (await current.AccountAsync())!.Mail), ("link", outbox.Address(language, Links.TeamInvitation(invitation.Id))));

        // One address has one invitation, and EF would insert before it deletes.
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await db.CommitAsync() is { } refusal) return refusal;
        db.Add(invitation);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}
