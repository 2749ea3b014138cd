using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>What a team is given once the decision is public: the jury's feedback, and a certificate if it won or was mentioned. For the team and for staff who may read its entry.</summary>
public static class TeamLetters
{
    public static void MapTeamLetters(this IEndpointRouteBuilder app)
    {
        app.MapGet("/entries/{id:guid}/feedback.pdf", FeedbackAsync).RequireAuthorization();
        app.MapGet("/entries/{id:guid}/certificate.pdf", CertificateAsync).RequireAuthorization();
    }

    private static async Task<IResult> FeedbackAsync(Guid id, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PaperPress press, IssuedPdf issued, Texts texts, CancellationToken cancel)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.PublishedEntryAsync(person, new(id)) is not var (material, entry)) return Results.NotFound();
        var language = LanguageOf(entry, @in);
        var agreed = (await db.AgreedForTeamAsync(material.Competition, entry.Id)).Where(a => a.Language == language).ToDictionary(a => a.Key, a => a.Text);
        return await AnswerAsync(FeedbackPaper.Of(material, entry, agreed, language, texts), material, texts.In(language)["feedback.file", $"{entry.Number}"], http, press, async pdf => await issued.SealAsync(pdf, IssuedKind.Feedback, material.Competition.Name, await clock.NowAsync(cancel)), cancel);
    }

    private static async Task<IResult> CertificateAsync(Guid id, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PaperPress press, IssuedPdf issued, Texts texts, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.PublishedEntryAsync(await current.GetAsync(), new(id)) is not var (material, entry)) return Results.NotFound();
        var language = LanguageOf(entry, @in);
        if (CertificatePaper.Of(material, entry, language, texts) is not { } paper) return Results.NotFound();
        return await AnswerAsync(paper, material, texts.In(language)["certificate.file", $"{entry.Number}"], http, press, async pdf => await issued.SealAsync(pdf, IssuedKind.Certificate, material.Competition.Name, await clock.NowAsync(cancel)), cancel);
    }

    /// <summary>The entry and the decision that it is told of; null before publication, for a reconstructed year, and for whoever else asks.</summary>
    private static async Task<(DecisionMaterial, Entry)?> PublishedEntryAsync(this AwardDb db, Person person, EntryId id)
    {
        if (await db.Competitions.AsNoTracking().Where(c => db.Entries.Any(e => e.Id == id && e.CompetitionId == c.Id)).FirstOrDefaultAsync() is not { } competition) return null;
        if (await db.ReleaseMaterialAsync(competition.Name) is not { } material || material.Entries.FirstOrDefault(e => e.Id == id) is not { } entry) return null;
        var matter = entry.MatterIn(competition);
        var mayRead = person.May(Can.SeeTeamEntry, matter) || (person.May(Can.ManageCompetition, matter) && person.May(Can.ReadEntry, matter));
        return mayRead ? (material, entry) : null;
    }

    // A letter is in the language of what it answers, unless another is asked for.
    private static Language LanguageOf(Entry entry, string? wanted) => wanted is null ? entry.Submitted?.Language ?? entry.Language : Language.Of(wanted);

    private static async Task<IResult> AnswerAsync(Paper paper, DecisionMaterial material, string fileName, HttpContext http, PaperPress press, Func<byte[], Task<byte[]>> seal, CancellationToken cancel)
    {
        try
        {
            var pdf = await seal(await press.DrawAsync(paper, ReleasePaper.PublishedAt(material) ?? default, [], cancel));
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(pdf, "application/pdf", fileName);
        }
        catch (PaperNotDrawnException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
