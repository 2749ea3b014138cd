using System.Globalization;
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

/// <summary>Hands a supplement in: the entry gets a new version, and its team a receipt (law 13/2003, 12 §).</summary>
public sealed class HandInSupplement(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="arrivedAt">When the whole request was there; null: now.</param>
    /// <returns>Refused: not found, over, nothing changed, something missing. Handed in already: null, and nothing happens a second time.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, Guid request, DateTimeOffset? arrivedAt)
    {
        var now = arrivedAt ?? await clock.NowAsync();
        var refusal = await TryAsync(id, request, now);

        // Pressed twice at once: the second finds it handed in.
        return refusal?.Code == "ui.saved-by-someone-else" ? await TryAsync(id, request, now) : refusal;
    }

    private async Task<Refusal?> TryAsync(EntryId id, Guid requestId, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.SubmitEntry, tracked: true) is not { } own || person.Id is not { } by) return new("entries.not-found");
        if (own.Entry.Supplements.FirstOrDefault(s => s.Id == requestId) is not { } request) return new("entries.not-found");
        if (request.Version is not null) return null;
        if (!person.May(Can.SupplementEntry, own.Matter)) return new("supplements.closed");

        var before = own.Entry.Submitted!;
        if (await AskToEndorse.WhyNotAsync(db, id, before.Answers.Replacing(request.Fields, request.Draft)) is { } tooMany) return tooMany;
        var waiting = await db.Attachments.Where(a => a.EntryId == id && a.Supplement == requestId && a.RemovedAt == null).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync();
        if (own.Entry.HandInSupplement(own.Competition, requestId, [.. waiting.Select(f => f.AsSubmitted())], by, now) is { } refusal) return refusal;
        foreach (var file in waiting) file.Supplement = null;

        var version = own.Entry.Submitted!;
        db.Audit(by, "supplement-handed-in", now, own.Competition.Id, id,
            new { version = version.Version, before = before.Sha256, after = version.Sha256, answers = version.Answers.DifferencesFrom(before.Answers), files = waiting.Select(f => f.Name) });
        AskToEndorse.Ask(db, outbox, own.Competition, own.Entry, by, now);
        await TellTeamAsync(db, own, version, now);
        return await db.CommitAsync();
    }

    private async Task TellTeamAsync(AwardDb db, TeamEntry own, SubmittedVersion version, DateTimeOffset now)
    {
        var team = own.Entry.Team.Select(m => m.PersonId).ToArray();
        var mails = await db.Accounts.AsNoTracking().Where(a => team.Contains(a.Id)).Select(a => a.Mail).ToListAsync();
        List<(string, string)> values =
        [
            ("title", version.Answers["title"]), ("competition", own.Competition.Title.Best(version.Language).Text),
            ("number", own.Entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"), ("time", HelsinkiTime.DateAndTime(now, version.Language)),
            ("version", version.Version.ToString(CultureInfo.InvariantCulture)), ("sha256", version.Sha256),
            ("link", outbox.Address(version.Language, Links.EntryReceipt(own.Entry.Id))),
        ];
        if (own.Competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        foreach (var mail in mails) outbox.Put(db, "supplement-received", mail, version.Language, now, own.Competition.Id, [.. values]);
    }
}
