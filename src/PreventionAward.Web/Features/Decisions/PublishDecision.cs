using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Publishes the decision in all its languages at one moment, with its documents and the mails that tell of it, in one commit.</summary>
public sealed class PublishDecision(
    IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, PaperPress press, Seal seal, Texts texts, ILogger<PublishDecision> log)
{
    /// <returns>Refused: not approved, Swedish or Finnish missing or not read over, nobody has confirmed what is said of appeal, a meeting still open, or the PDF could not be drawn or sealed; nothing has changed then. Done before = done.</returns>
    public async Task<Refusal?> RunAsync(string competition)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material) return new("ui.not-found");
        if (material.Competition.Stage.IsPublic && person.Is(StaffRoles.Publisher)) return null;
        if (person.Is(StaffRoles.Publisher) && person.Aside.Contains(material.Competition.Id)) return new("decisions.publisher-is-out");
        if (!person.May(Can.PublishDecision, material.Competition.Matter)) return new("ui.not-found");

        if (material.MissingIn(Language.Swedish) is > 0 and var missing) return new("decisions.swedish-missing", missing);
        if (material.Decision.Unchecked(material.Scope) is [var unread, ..]) return new("decisions.language-unchecked", unread);
        if (material.StillOpen().FirstOrDefault() is { } lacking) return lacking;
        if (material.Competition.Advance(Stage.Published, await db.StandingAsync(material.Competition), now) is { } refusal) return refusal;
        var (documents, notDrawn) = await DecisionPdf.ToPublishAsync(press, texts, material, now, seal, log);
        if (notDrawn is not null) return notDrawn;

        db.AddRange(documents);
        await AnnounceAsync(db, material, now);
        db.Audit(person.Id, "decision-published", now, material.Competition.Id, null, documents.ToDictionary(d => $"{d.Kind}-{d.Language}", d => d.Sha256));

        // The approval's row is written too: whoever takes the approval back at the same moment is told that it is too late.
        db.Entry(material.Decision).Property(d => d.ApprovedAt).IsModified = true;
        return await db.CommitAsync() is { } lost && !await IsPublishedAsync(competition) ? lost : null;
    }

    private async Task AnnounceAsync(AwardDb db, DecisionMaterial material, DateTimeOffset now)
    {
        var competition = material.Competition;
        foreach (var (mail, language, entries) in await db.ToldOfDecisionAsync(competition.Id))
        {
            outbox.Put(
                db, "decision-announced", mail, language, now, competition.Id,
                [
                    ("competition", competition.Title.Best(language).Text),
                    ("winner", material.Winner?.TitleIn(language).Text ?? texts.In(language)["public.no-winner"]),
                    ("own", OwnOutcome(material, entries, texts.In(language))),
                    ("link", outbox.Address(language, Links.Decision(competition.Name))),
                    .. competition.Authority.ContactMail is { Length: > 0 } contact ? new[] { ("contact", contact) } : [],
                ]);
        }
    }

    // What became of the reader's own entries, and where the feedback on them is.
    private static string OwnOutcome(DecisionMaterial material, IReadOnlyList<EntryId> entries, Texts t) => string.Join("\n\n",
        from entry in material.Entries
        where entry.Status == EntryStatus.Eligible && entries.Contains(entry.Id)
        select t["decisions.mail.own", entry.TitleIn(t.Language).Text, DecisionPaperRecord.OutcomeOf(entry, material, t)]);

    private async Task<bool> IsPublishedAsync(string name)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Competitions.AnyAsync(c => c.Name == name && (c.Stage == Stage.Published || c.Stage == Stage.Archived));
    }
}

/// <summary>Who is told when a decision is published.</summary>
public static class DecisionAudience
{
    /// <summary>Everybody in a team that submitted an entry, in the entry's language (of several that of the first), and the jury in their own: each account once.</summary>
    public static async Task<IReadOnlyList<Told>> ToldOfDecisionAsync(this AwardDb db, CompetitionId competition)
    {
        var parties = await db.Entries.AsNoTracking().Where(e => e.CompetitionId == competition && e.Number != null).OrderByDescending(e => e.Number)
            .SelectMany(e => e.Team.Select(m => new { m.PersonId, e.Language, e.Id })).ToListAsync();
        Dictionary<PersonId, Language> languages = [];
        foreach (var party in parties) languages[party.PersonId] = party.Language;
        var teams = languages.Keys.ToArray();
        var jury = db.JuryMembers.Where(m => m.CompetitionId == competition).Select(m => m.PersonId);
        var accounts = await db.Accounts.AsNoTracking().Where(a => teams.Contains(a.Id) || jury.Contains(a.Id)).OrderBy(a => a.Mail).ToListAsync();
        return [.. accounts.Select(a => new Told(a.Mail, languages.GetValueOrDefault(a.Id) ?? a.Language, [.. parties.Where(p => p.PersonId == a.Id).Select(p => p.Id)]))];
    }
}

/// <summary>Somebody who is told of a decision, in which language, and the entries of the person's own team.</summary>
public sealed record Told(string Mail, Language Language, IReadOnlyList<EntryId> Entries);
