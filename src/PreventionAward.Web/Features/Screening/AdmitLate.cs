using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Entries;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Screening;

/// <summary>Admits an attempt that came after the deadline, as arrived in time or as late, and tells its team (law 13/2003, 10 §).</summary>
public sealed class AdmitLate(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <param name="evidence">What shows that it was sent in time; needed for that ground only.</param>
    /// <returns>Refused: no such attempt; no kind chosen; what the entry refuses.</returns>
    public async Task<Refusal?> RunAsync(string name, Guid attemptId, AdmissionKind? kind, string reason, string evidence)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, name) is not { } competition || person.Id is not { } by) return new("ui.not-found");
        if (await db.LateAttempts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == attemptId && a.CompetitionId == competition.Id) is not { } attempt) return new("ui.not-found");
        var entry = await db.Entries.Include(e => e.Versions).Include(e => e.Team).AsSplitQuery().FirstAsync(e => e.Id == attempt.EntryId);
        if (!person.May(Can.AdmitLate, entry.MatterIn(competition))) return new("ui.not-found");
        if (kind is not { } chosen) return new("late.choose-kind");

        var next = 1 + (await db.Entries.Where(e => e.CompetitionId == competition.Id).MaxAsync(e => e.Number) ?? 0);
        var admission = new Admission(chosen, attempt.Id, Answers.Clean(reason), chosen == AdmissionKind.InTimeByGround ? Answers.Clean(evidence) : "", by, now);
        if (await AskToEndorse.WhyNotAsync(db, entry.Id, attempt.Answers) is { } tooMany) return tooMany;
        if (entry.Admit(competition, attempt, admission, next) is { } refusal) return refusal;
        db.Audit(by, "late-admitted", now, competition.Id, entry.Id, new { admission.Kind, admission.Reason, admission.Evidence, attempt = attempt.Id, arrived = attempt.At });
        AskToEndorse.Ask(db, outbox, competition, entry, by, now);
        await TellTeamAsync(db, competition, entry, attempt, admission, now);
        return await db.CommitAsync();
    }

    private async Task TellTeamAsync(AwardDb db, Competition competition, Entry entry, LateAttempt attempt, Admission admission, DateTimeOffset now)
    {
        var team = entry.Team.Select(m => m.PersonId).ToArray();
        foreach (var member in await db.Accounts.AsNoTracking().Where(a => team.Contains(a.Id)).ToListAsync())
            outbox.Put(db, "late-admitted", member.Mail, member.Language, now, competition.Id,
                ("title", attempt.Answers["title"]), ("competition", competition.Title.Best(member.Language).Text),
                ("number", entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"), ("time", HelsinkiTime.DateAndTime(attempt.At, member.Language)),
                ("ruling", texts.In(member.Language).Written(admission.Kind)), ("reason", admission.Reason),
                ("link", outbox.Address(member.Language, Links.EntryReceipt(entry.Id))), ("contact", competition.Authority.ContactMail));
    }
}
