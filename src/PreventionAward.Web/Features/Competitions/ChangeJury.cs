using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Takes a member out of the jury, who is told by mail, or makes a member its chair, before scoring starts.</summary>
public sealed class ChangeJury(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="toChair">True makes the member chair, false takes the member out.</param>
    public async Task<Refusal?> RunAsync(string name, PersonId member, bool toChair)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        if (competition.WhyJuryIsFixed() is { } isFixed) return isFixed;
        var jury = await db.JuryMembers.Where(m => m.CompetitionId == competition.Id).ToListAsync();
        if (jury.FirstOrDefault(m => m.PersonId == member) is not { } chosen) return new("ui.not-found");

        if (toChair) foreach (var each in jury) each.Role = each == chosen ? SeatRole.Chair : SeatRole.Member;
        else await RemoveAsync(db, competition, chosen, now);
        db.Audit(person.Id, toChair ? "chair-appointed" : "juror-removed", now, competition.Id, detail: new { person = member, chosen.Name });
        return await db.CommitAsync();
    }

    private async Task RemoveAsync(AwardDb db, Competition competition, JuryMember member, DateTimeOffset now)
    {
        db.Remove(member);
        var account = await db.Accounts.AsNoTracking().FirstAsync(a => a.Id == member.PersonId);
        var title = competition.Title.Best(account.Language).Text is { Length: > 0 } known ? known : competition.Name;
        (string, string)[] contact = competition.Authority.ContactMail is { Length: > 0 } mail ? [("contact", mail)] : [];
        outbox.Put(db, "jury-removed", account.Mail, account.Language, now, competition.Id, [("competition", title), .. contact]);
    }
}
