using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>
/// Publishes a correction: a new version of every document, in all languages at one moment, and the mails that tell the parties (Hallintolaki 52 and 54 §), in
/// one commit. The documents of the version before stay byte for byte.
/// </summary>
public sealed class PublishCorrection(
    IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Outbox outbox, PaperPress press, Seal seal, Texts texts, ILogger<PublishCorrection> log)
{
    /// <returns>Refused: not approved, a language not read over, or a PDF that could not be drawn or sealed; nothing has changed then.</returns>
    public async Task<Refusal?> RunAsync(string competition)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(competition, forChange: true) is not { Open: { } correction } found) return new("ui.not-found");
        if (person.Id is not { } by || !person.May(Can.PublishCorrection, found.InForce.Competition.Matter)) return new("ui.not-found");
        if (correction.Publish(found.InForce.Scope, by, now) is { } refusal) return refusal;
        var (documents, notDrawn) = await DecisionPdf.ToPublishAsync(press, texts, found.Corrected, now, seal, log, correction.Version);
        if (notDrawn is not null) return notDrawn;

        found.InForce.Decision.Correct(correction);
        db.AddRange(documents);
        await NotifyAsync(db, found.Corrected, correction, now);
        db.Audit(by, "decision-corrected", now, correction.CompetitionId, null, new { correction.Version, correction.Kind, documents = documents.ToDictionary(d => $"{d.Kind}-{d.Language}", d => d.Sha256) });
        return await db.CommitAsync();
    }

    private async Task NotifyAsync(AwardDb db, DecisionMaterial material, Correction correction, DateTimeOffset now)
    {
        var competition = material.Competition;
        foreach (var (mail, language, _) in await db.ToldOfDecisionAsync(competition.Id))
        {
            var t = texts.In(language);
            outbox.Put(
                db, "decision-corrected", mail, language, now, competition.Id,
                [
                    ("competition", t.Written(competition.Title)),
                    ("authority", t.Written(competition.Authority.Name)),
                    ("diary", competition.Authority.DiaryNumber is { Length: > 0 } number ? number : "–"),
                    ("replaced", t.Written(material.ReplacedDecidedOn)),
                    ("decided", t.Written(material.DecidedOn)),
                    ("version", t.Written(correction.Version)),
                    ("what", correction.What.Has(language) ? t.Written(correction.What) : $"{t.Written(correction.What)} ({t["ui.in-language", correction.What.Best(language).Language]})"),
                    ("ground", t[$"corrections.ground.{(correction.Kind == CorrectionKind.Clerical ? "clerical" : "fact")}"]),
                    ("link", outbox.Address(language, Links.Decision(competition.Name))),
                    .. competition.Authority.ContactMail is { Length: > 0 } contact ? new[] { ("contact", contact) } : [],
                ]);
        }
    }
}
