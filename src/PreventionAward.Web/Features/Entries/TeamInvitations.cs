using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Where somebody is led who opens an entry without being on its team.</summary>
public static class TeamInvitations
{
    /// <returns>The page of the invitation that waits for whoever is signed in; null where there is none, and the entry is not found.</returns>
    public static async Task<string?> InvitationToAsync(this AwardDb db, CurrentPerson current, EntryId entry) =>
        await current.AccountAsync() is { } account && await db.Set<TeamInvitation>().AsNoTracking().FirstOrDefaultAsync(i => i.EntryId == entry && i.Mail == account.Mail) is { } invitation
            ? Links.TeamInvitation(invitation.Id)
            : null;
}
