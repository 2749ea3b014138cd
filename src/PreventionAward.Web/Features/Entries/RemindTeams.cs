using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Reminds the teams whose entry, as it stands, is not submitted. Of several instances that do it at once, one reminds.</summary>
public sealed class RemindTeams(IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox, Texts texts)
{
    /// <returns>How many entries were reminded of.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var reminded = 0;
        foreach (var entry in await CandidatesAsync(await clock.NowAsync(cancel), cancel))
            if (await RemindAsync(entry, cancel)) reminded++;
        return reminded;
    }

    // Whoever might be reminded now and has not been; whether something is due is asked again once the entry is held.
    private async Task<List<EntryId>> CandidatesAsync(DateTimeOffset now, CancellationToken cancel)
    {
        List<EntryId> candidates = [];
        await using var db = await dbs.CreateDbContextAsync(cancel);
        foreach (var call in await db.Competitions.AsNoTracking().Where(c => c.Stage == Stage.Open).ToListAsync(cancel))
        {
            if (call.Timetable.ClosesAt is not { } closes || Reminder.KindAt(closes, now) is not { } kind) continue;
            candidates.AddRange(await db.Entries
                .Where(e => e.CompetitionId == call.Id && e.Status != EntryStatus.Withdrawn && !db.Set<Reminder>().Any(r => r.EntryId == e.Id && r.Kind == kind && r.ClosesAt == closes))
                .Select(e => e.Id).ToListAsync(cancel));
        }

        return candidates;
    }

    private async Task<bool> RemindAsync(EntryId id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Held until the mails are written: nobody submits, joins or leaves meanwhile, and no other instance reminds.
        if (await db.Database.SqlQuery<Guid>($"select id as \"Value\" from entries where id = {id.Value} for update skip locked").ToListAsync(cancel) is []) return false;
        var now = await clock.NowAsync(cancel);
        var entry = await db.Entries.AsNoTracking().Include(e => e.Versions).Include(e => e.Team).AsSplitQuery().FirstAsync(e => e.Id == id, cancel);
        var call = await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == entry.CompetitionId, cancel);
        var files = (await db.DraftFilesAsync([id], cancel))[id].ToList();
        if (Reminder.Due(call, entry, files, now) is not { } kind || call.Timetable.ClosesAt is not { } closes) return false;

        db.Add(new Reminder(id, kind, closes, now));
        var submitters = entry.Team.Where(m => m.MaySubmit).Select(m => m.PersonId).ToArray();
        var mails = await db.Accounts.AsNoTracking().Where(a => submitters.Contains(a.Id)).Select(a => a.Mail).ToListAsync(cancel);
        foreach (var mail in mails) outbox.Put(db, "entry-reminder", mail, entry.Language, now, call.Id, [.. Values(call, entry, entry.ReadinessIn(call, files), closes)]);
        db.Audit(null, "team-reminded", now, call.Id, id, new { kind, mails = mails.Count });

        // Another instance may have been first after all: then its reminder is there, and this one's mails fall away.
        if (await db.CommitAsync(cancel) is not null) return false;
        await transaction.CommitAsync(cancel);
        return true;
    }

    private IEnumerable<(string Name, string Value)> Values(Competition call, Entry entry, Readiness readiness, DateTimeOffset closes)
    {
        var words = texts.In(entry.Language);
        yield return ("title", entry.Title.Length > 0 ? entry.Title : words["entries.untitled"]);
        yield return ("competition", call.Title.Best(entry.Language).Text);
        yield return ("deadline", HelsinkiTime.DateAndTime(closes, entry.Language));
        yield return ("state", words["reminders.mail-" + readiness.ToString().ToLowerInvariant()]);
        yield return ("link", outbox.Address(entry.Language, Links.EntryCheck(entry.Id)));
        if (call.Authority.ContactMail is { Length: > 0 } contact) yield return ("contact", contact);
    }
}
