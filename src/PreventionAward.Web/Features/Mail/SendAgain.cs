using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Mail;

/// <summary>Puts a mail back into the queue, whether it was given up on or has been sent.</summary>
public sealed class SendAgain(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: no such mail; a call to the work of a jury that its recipient has left.</returns>
    public async Task<Refusal?> RunAsync(Guid id)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        if (!person.May(Can.SeeOutbox)) return new("ui.not-found");
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Set<OutboxMail>().FirstOrDefaultAsync(m => m.Id == id) is not { } mail) return new("ui.not-found");
        if (mail.CompetitionId is { } its && await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Id == its) is { } competition
            && !person.May(Can.ManageCompetition, competition.Matter)) return new("ui.not-found");
        if (mail.HasLeft(await db.SeatsAsync())) return new("outbox.no-longer-on-jury");

        mail.TryAgain(now);
        db.Audit(person.Id, "mail-sent-again", now, mail.CompetitionId, detail: new { mail = mail.Id, mail.Template });
        return await db.CommitAsync();
    }
}
