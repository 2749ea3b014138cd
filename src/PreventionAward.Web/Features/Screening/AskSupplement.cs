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

namespace PreventionAward.Web.Features.Screening;

/// <summary>Asks a team to supplement named answers of its entry until a time, or takes such a request back (Hallintolaki 22 §).</summary>
public sealed class AskSupplement(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    /// <param name="fields">Keys of questions of the form.</param>
    /// <param name="message">In the language of the entry; the team reads it.</param>
    /// <param name="until">The first instant that is too late.</param>
    /// <returns>Refused: not the person's to ask; what the entry refuses.</returns>
    public async Task<Refusal?> RunAsync(string name, EntryId id, IReadOnlyCollection<string> fields, string message, DateTimeOffset until)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await FindAsync(db, name, id) is not var (by, competition, entry)) return new("ui.not-found");

        // Two of the staff may ask at once: one of them is told that a request is open.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select 1 from entries where id = {id.Value} for update");
        await db.Entry(entry).Collection(e => e.Supplements).LoadAsync();
        var request = Guid.CreateVersion7(now);
        if (entry.AskSupplement(competition, request, fields, message, until, by, now) is { } refusal) return refusal;
        db.Add(entry.Supplements[^1]);
        db.Audit(by, "supplement-asked", now, competition.Id, id, new { fields = entry.Supplements[^1].Fields, message = entry.Supplements[^1].Message, until });
        await TellTeamAsync(db, competition, entry, now);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }

    /// <summary>Takes a request back.</summary>
    public async Task<Refusal?> WithdrawAsync(string name, EntryId id, Guid request)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await FindAsync(db, name, id) is not var (by, competition, entry)) return new("ui.not-found");
        await db.Entry(entry).Collection(e => e.Supplements).LoadAsync();
        if (entry.Supplements.FirstOrDefault(s => s.Id == request) is not { } found) return new("ui.not-found");
        if (found.Withdraw(now) is { } refusal) return refusal;
        db.Audit(by, "supplement-withdrawn", now, competition.Id, id);
        return await db.CommitAsync();
    }

    private async Task<(PersonId By, Competition Competition, Entry Entry)?> FindAsync(AwardDb db, string name, EntryId id)
    {
        var person = await current.GetAsync();
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, name) is not { } competition || person.Id is not { } by) return null;
        var entry = await db.Entries.ReadableBy(person, db.Competitions).Include(e => e.Versions).Include(e => e.Team).AsSplitQuery()
            .FirstOrDefaultAsync(e => e.Id == id && e.CompetitionId == competition.Id);
        return entry is not null && person.May(Can.AskSupplement, entry.MatterIn(competition)) ? (by, competition, entry) : null;
    }

    private async Task TellTeamAsync(AwardDb db, Competition competition, Entry entry, DateTimeOffset now)
    {
        var request = entry.Supplements[^1];
        var language = entry.Submitted!.Language;
        var team = entry.Team.Select(m => m.PersonId).ToArray();
        var mails = await db.Accounts.AsNoTracking().Where(a => team.Contains(a.Id)).Select(a => a.Mail).ToListAsync();
        List<(string, string)> values =
        [
            ("title", entry.Submitted.Answers["title"]), ("competition", competition.Title.Best(language).Text),
            ("number", entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"), ("until", HelsinkiTime.Until(request.Until, language)),
            ("questions", string.Join('\n', request.Fields.Select(field => "– " + competition.Form.Field(field)!.Label.Best(language).Text))),
            ("message", request.Message), ("link", outbox.Address(language, Links.EntrySupplement(entry.Id))),
        ];
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        foreach (var mail in mails) outbox.Put(db, "supplement-request", mail, language, now, competition.Id, [.. values]);
    }
}
