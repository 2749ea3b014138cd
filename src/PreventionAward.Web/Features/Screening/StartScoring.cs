using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Screening;

/// <summary>Puts the eligible entries before the jury and tells its members.</summary>
public sealed class StartScoring(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>Refused: entries not screened yet, none eligible, no chair.</returns>
    public async Task<Refusal?> RunAsync(string name)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.AdvanceStage, competition.Matter)) return new("ui.not-found");
        if (competition.Advance(Stage.Scoring, await db.StandingAsync(competition), now) is { } refusal) return refusal;

        await db.RecusePartiesAsync(competition, now);
        var jurors = db.JuryMembers.Where(m => m.CompetitionId == competition.Id).Select(m => m.PersonId);
        foreach (var juror in await db.Accounts.AsNoTracking().Where(a => jurors.Contains(a.Id)).ToListAsync()) Tell(db, competition, juror, now);
        db.Audit(person.Id, "scoring-opened", now, competition.Id);
        return await db.CommitAsync();
    }

    private void Tell(AwardDb db, Competition competition, Account juror, DateTimeOffset now)
    {
        var bound = texts.In(juror.Language);
        var due = competition.Timetable.ScoringDue is { } instant ? bound.Written(instant) : bound["screening.due-unset"];
        List<(string, string)> values =
        [
            ("competition", competition.Title.Best(juror.Language).Text), ("due", due), ("link", outbox.Address(juror.Language, Links.JuryDesk(competition.Name))),
        ];
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        outbox.Put(db, "scoring-opened", juror.Mail, juror.Language, now, competition.Id, [.. values]);
    }
}
