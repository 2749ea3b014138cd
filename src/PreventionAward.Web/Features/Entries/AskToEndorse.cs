using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
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

/// <summary>Asks the organisation responsible for a nominated project, by a link of its own, whether it agrees. Only the hash of the link's secret is kept.</summary>
public sealed class AskToEndorse(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox)
{
    private const string Asked = "endorsement-asked";

    /// <summary>Sends a new link, for example where the mail was lost; the earlier link is void.</summary>
    /// <returns>Refused: not found; answered already; scoring has started.</returns>
    public async Task<Refusal?> RunAsync(EntryId id)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.SubmitEntry, tracked: true) is not { } own || own.Entry.Endorsement is not { } asked) return new("entries.not-found");
        if (asked.Answer is not null) return new("endorsement.answered");
        if (!own.Entry.MayStillAnswer(own.Competition)) return new("endorsement.too-late");
        if (asked.AskedAt > now.AddMinutes(-10)) return new("endorsement.asked-just-now");
        Ask(db, outbox, own.Competition, own.Entry, person.Id, now, again: true);
        return await db.CommitAsync();
    }

    /// <summary>Puts the question into the commit of a version that nominates; nothing where it does not, or where the same organisation has been asked.</summary>
    public static void Ask(AwardDb db, Outbox outbox, Competition competition, Entry entry, PersonId? by, DateTimeOffset now, bool again = false)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        if (!entry.AskEndorsement(Hash(entry.Id, token), now, again) || entry is not { Endorsement: { } asked, Submitted: { } submitted }) return;
        db.Audit(by, Asked, now, competition.Id, entry.Id, new { asked.Organisation, asked.Mail });
        if (Recipient.Parse(asked.Mail) is not { } mail) return;
        List<(string, string)> values =
        [
            ("title", submitted.Answers["title"]), ("organisation", asked.Organisation), ("nominator", submitted.Answers["nominatorName"]),
            ("competition", competition.Title.Best(submitted.Language).Text), ("link", outbox.Address(submitted.Language, Links.Endorse(entry.Id, token))),
        ];
        if (competition.Authority.ContactMail is { Length: > 0 } contact) values.Add(("contact", contact));
        outbox.Put(db, "endorsement-request", mail, submitted.Language, now, competition.Id, [.. values]);
    }

    /// <summary>Why the organisation that these answers name cannot be asked: too many have been mailed for this entry. Null where it can, or none is to be asked.</summary>
    public static async Task<Refusal?> WhyNotAsync(AwardDb db, EntryId entry, Answers answers)
    {
        if (Endorsement.NeededBy(answers) is null) return null;
        var asked = await db.Set<AuditLine>().AsNoTracking().Where(l => l.EntryId == entry && l.Action == Asked).Select(l => l.Detail).ToListAsync();
        return Endorsement.WhyNotAsk(answers, [.. asked.Select(MailIn).OfType<string>()]);
    }

    private static string? MailIn(string? detail) =>
        detail is not null && JsonDocument.Parse(detail).RootElement.TryGetProperty("mail", out var mail) ? mail.GetString() : null;

    /// <summary>The hash under which the secret of a link is kept; the entry in it makes links differ.</summary>
    public static string Hash(EntryId entry, string token) => Convert.ToHexStringLower(LinkSecret.Hash(entry.Value, token));
}
