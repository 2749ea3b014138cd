using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Submits the draft of an entry. What counts is when the request had arrived; a late attempt is refused but kept as evidence (law 13/2003, 10 and 12 §).</summary>
public sealed class SubmitEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    private const int MostTries = 10;

    /// <param name="seenDigest">Digest of the content that the check page showed: what one saw is what one submits.</param>
    /// <param name="key">Given out by the page with its form: the same request sent again, from impatience or after a time-out, is the same submission.</param>
    /// <param name="arrivedAt">When the whole request was there; null: now.</param>
    /// <returns>Null when this very content is submitted now, or was already; refused: changed meanwhile, late, withdrawn, incomplete.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, string? seenDigest, Guid? key, DateTimeOffset? arrivedAt = null)
    {
        var now = arrivedAt ?? await clock.NowAsync();
        for (var tries = 1; ; tries++)
        {
            // Two entries may have asked for the same number, or two members may have submitted at once: look again.
            var refusal = await TryAsync(id, seenDigest, key, now);
            if (refusal?.Code != "ui.saved-by-someone-else" || tries == MostTries) return refusal;
        }
    }

    private async Task<Refusal?> TryAsync(EntryId id, string? seenDigest, Guid? key, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.SubmitEntry, tracked: true) is not { } own || person.Id is not { } by) return new("entries.not-found");
        if (key is not null && own.Entry.Versions.Any(v => v.Key == key)) return null;
        if (own.Entry.Submitted?.Sha256 == own.DraftDigest) return null;
        if (own.Entry.WhyClosed(own.Competition, now) is { } closed) return await KeepLateAsync(db, own, by, key, closed, now);
        if (seenDigest != own.DraftDigest) return new("entries.changed-meanwhile");

        if (await AskToEndorse.WhyNotAsync(db, id, own.Entry.Draft) is { } tooMany) return tooMany;
        var next = 1 + (await db.Entries.Where(e => e.CompetitionId == own.Competition.Id).MaxAsync(e => e.Number) ?? 0);
        if (own.Entry.Submit(own.Competition, own.Files, by, next, now, key) is { } refusal) return refusal;
        var version = own.Entry.Submitted!;
        db.Audit(by, "entry-submitted", now, own.Competition.Id, id, new { version = version.Version, sha256 = version.Sha256, number = own.Entry.Number });
        AskToEndorse.Ask(db, outbox, own.Competition, own.Entry, by, now);
        await TellTeamAsync(db, own, "entry-received", now, version.Sha256);
        return await db.CommitAsync();
    }

    private async Task<Refusal> KeepLateAsync(AwardDb db, TeamEntry own, PersonId by, Guid? key, Refusal closed, DateTimeOffset now)
    {
        if (closed.Code is not ("entries.closed" or "entries.changes-late")) return closed;
        if (key is not null && await db.LateAttempts.AnyAsync(a => a.EntryId == own.Entry.Id && a.Key == key)) return closed;
        var digest = own.DraftDigest;
        var isKnown = await db.LateAttempts.AnyAsync(a => a.EntryId == own.Entry.Id && a.Sha256 == digest);
        db.Add(new LateAttempt(Guid.CreateVersion7(now), own.Entry.Id, own.Competition.Id, own.Entry.Draft, digest, by, now) { Language = own.Entry.Language, Files = own.Files, Key = key });
        db.Entry(own.Entry).Property(e => e.DraftSavedAt).IsModified = true; // A file taken off at the same moment must not be gone.
        db.Audit(by, "entry-late", now, own.Competition.Id, own.Entry.Id, new { sha256 = digest });
        if (!isKnown) await TellTeamAsync(db, own, own.Entry.Submitted is null ? "entry-late" : "entry-late-changes", now, digest);
        return await db.CommitAsync() ?? closed;
    }

    private async Task TellTeamAsync(AwardDb db, TeamEntry own, string template, DateTimeOffset now, string digest)
    {
        var members = own.Entry.Team.Select(member => member.PersonId).ToArray();
        var mails = await db.Accounts.AsNoTracking().Where(a => members.Contains(a.Id)).Select(a => a.Mail).ToListAsync();
        // The form promises the receipt to the contact person, who need not be on the team.
        if (Recipient.Parse(own.Entry.Draft["contactMail"]) is { } contact) mails.Add(contact);
        var language = own.Entry.Language;
        foreach (var mail in mails.Distinct()) outbox.Put(db, template, mail, language, now, own.Competition.Id, [.. Values(own, language, now, digest)]);
    }

    private IEnumerable<(string Name, string Value)> Values(TeamEntry own, Language language, DateTimeOffset now, string digest)
    {
        yield return ("title", own.Entry.Title);
        yield return ("competition", own.Competition.Title.Best(language).Text);
        yield return ("number", own.Entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–");
        var deadline = own.Competition.Timetable.ClosesAt ?? now;
        yield return ("time", HelsinkiTime.Apart(now, language, [deadline]));
        yield return ("sha256", digest);
        yield return ("deadline", HelsinkiTime.Apart(deadline, language, [now]));
        if (own.Entry.Submitted is { } counts)
        {
            yield return ("version", counts.Version.ToString(CultureInfo.InvariantCulture));
            yield return ("arrived", HelsinkiTime.DateAndTime(counts.At, language));
        }

        yield return ("link", outbox.Address(language, own.Entry.Number is null ? Links.Entry(own.Entry.Id) : Links.EntryReceipt(own.Entry.Id)));
        if (own.Competition.Authority.ContactMail is { Length: > 0 } contact) yield return ("contact", contact);
    }
}
