using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Decisions.Correcting;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The decision's PDF files: the published bytes for everybody, a draft for those who prepare it.</summary>
public static class DecisionFiles
{
    public static void MapDecisionFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/competitions/{name}/decision.pdf", (string name, HttpContext http, IDbContextFactory<AwardDb> dbs) => PublishedAsync(name, DecisionPdf.Kind, http, dbs));
        app.MapGet("/competitions/{name}/decision-accessible.pdf", (string name, HttpContext http, IDbContextFactory<AwardDb> dbs) => PublishedAsync(name, DecisionPdf.AccessibleKind, http, dbs));
        app.MapGet("/competitions/{name}/decision/versions/{version:int}/decision.pdf", (string name, int version, HttpContext http, IDbContextFactory<AwardDb> dbs) => PublishedAsync(name, DecisionPdf.Kind, http, dbs, version));
        app.MapGet("/competitions/{name}/decision/versions/{version:int}/decision-accessible.pdf", (string name, int version, HttpContext http, IDbContextFactory<AwardDb> dbs) => PublishedAsync(name, DecisionPdf.AccessibleKind, http, dbs, version));
        app.MapGet("/staff/{name}/decision/preview.pdf", PreviewAsync).RequireAuthorization();
        app.MapGet("/staff/{name}/decision/correction/preview.pdf", CorrectionPreviewAsync).RequireAuthorization();
    }

    /// <summary>The stored bytes in the language of the address; not found where that version was not published in it.</summary>
    /// <param name="version">Null for the version in force.</param>
    private static async Task<IResult> PublishedAsync(string name, string kind, HttpContext http, IDbContextFactory<AwardDb> dbs, int? version = null)
    {
        var language = Cultures.Current;
        await using var db = await dbs.CreateDbContextAsync();
        var document = await (
            from d in db.PublishedDocuments.AsNoTracking()
            join c in db.Competitions on d.CompetitionId equals c.Id
            let inForce = db.Corrections.Where(each => each.CompetitionId == c.Id && each.PublishedAt != null).Max(each => (int?)each.Version) ?? 1
            where c.Name == name && (c.Stage == Stage.Published || c.Stage == Stage.Archived) && d.Kind == kind && d.Language == language && d.Version == (version ?? inForce)
            select d).FirstOrDefaultAsync();
        if (document is null) return Results.NotFound();

        Headers(http, $"{name}-{kind}-{language}{(document.Version > 1 || version is not null ? $"-{document.Version}" : "")}.pdf");
        http.Response.Headers.CacheControl = "no-cache"; // A correction is a new version at the same address.
        return Results.Bytes(document.Bytes, "application/pdf", lastModified: document.At, entityTag: new($"\"{document.Sha256}\""));
    }

    private static async Task<IResult> PreviewAsync(
        string name, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, LongPapers papers, Texts texts, CancellationToken cancel)
    {
        var (language, person) = (Language.Of(@in), await current.GetAsync());
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(name) is not { } material || !MayPreview(person, material)) return Results.NotFound();

        return await DraftAsync(papers, material.AsSeenBy(person), person, language, $"{name}-decision-draft-{language}.pdf", await clock.NowAsync(cancel), http, texts);
    }

    private static async Task<IResult> CorrectionPreviewAsync(
        string name, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, LongPapers papers, Texts texts, CancellationToken cancel)
    {
        var (language, person) = (Language.Of(@in), await current.GetAsync());
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionInForceAsync(name) is not { Open: not null } found || !found.MayPreview(person)) return Results.NotFound();

        return await DraftAsync(papers, found.Corrected, person, language, $"{name}-correction-draft-{language}.pdf", await clock.NowAsync(cancel), http, texts);
    }

    // A long draft is made in the background; who waits is shown so.
    private static async Task<IResult> DraftAsync(
        LongPapers papers, DecisionMaterial material, Person person, Language language, string fileName, DateTimeOffset now, HttpContext http, Texts texts)
    {
        var address = http.Request.Path.Value!.TrimStart('/') + http.Request.QueryString;
        var (pdf, making) = await papers.DrawAsync(person.Id!.Value, address, material.Entries.Count, _ => DecisionPdf.Draft(material, language, texts), now);
        if (pdf is null) return Results.LocalRedirect($"{http.Request.PathBase}/{Links.PaperInTheMaking(making!.Id)}");
        Headers(http, fileName);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(pdf, "application/pdf");
    }

    /// <summary>Those who write the decision, and those who publish it.</summary>
    public static bool MayPreview(Person person, DecisionMaterial material) =>
        person.May(Can.WriteDecision, material.Competition.Matter) || person.May(Can.PublishDecision, material.Competition.Matter);

    // It is our own document, so the browser may show it; its viewer needs more than our pages' policy allows.
    private static void Headers(HttpContext http, string fileName)
    {
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = fileName }.ToString();
    }
}
