using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The press release: before publication for those who prepare and publish, if they stay out of nothing; after it for everybody.</summary>
public static class ReleaseFiles
{
    public static void MapReleaseFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/competitions/{name}/release.pdf", PublicAsync);
        app.MapGet("/staff/{name}/decision/release.pdf", PreviewAsync).RequireAuthorization();
    }

    /// <summary>The material of a published release; null where there is none. Of a reconstructed year the ministry's own release is the source, and we make no other.</summary>
    public static async Task<DecisionMaterial?> ReleaseMaterialAsync(this AwardDb db, string name) =>
        await db.DecisionMaterialAsync(name) is { IsReconstructed: false } material && Person.Anyone.May(Can.SeeDecision, material.Competition.Matter) ? material : null;

    /// <summary>The material of a release that is still under embargo. The whole of it tells the outcome, so who stays out of one entry gets nothing.</summary>
    public static async Task<DecisionMaterial?> EmbargoedMaterialAsync(this AwardDb db, string name, Person person) =>
        await db.DecisionMaterialAsync(name) is { IsReconstructed: false } material && DecisionFiles.MayPreview(person, material) && !material.IsOutcomeWithheld(person) ? material : null;

    private static async Task<IResult> PublicAsync(string name, HttpContext http, IDbContextFactory<AwardDb> dbs, AwardClock clock, PressOnce press, IssuedPdf issued, Texts texts)
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.ReleaseMaterialAsync(name) is not { } material || !material.WholeIn.Contains(texts.Language)) return Results.NotFound();
        return await AnswerAsync(material, texts.Language, ReleasePaper.PublishedAt(material) ?? default, "no-cache", http, press, texts, async pdf => await issued.SealAsync(pdf, IssuedKind.Release, name, await clock.NowAsync()));
    }

    private static async Task<IResult> PreviewAsync(
        string name, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PressOnce press, Texts texts)
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.EmbargoedMaterialAsync(name, await current.GetAsync()) is not { } material) return Results.NotFound();
        return await AnswerAsync(material, Language.Of(@in), material.DecidedAt ?? await clock.NowAsync(), "no-store", http, press, texts);
    }

    private static async Task<IResult> AnswerAsync(DecisionMaterial material, Language language, DateTimeOffset at, string caching, HttpContext http, PressOnce press, Texts texts, Func<byte[], Task<byte[]>>? seal = null)
    {
        if (await press.DrawAsync(ReleasePaper.Of(material, language, texts), at) is not { } bytes) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = texts.In(language)["release.file", material.Competition.Name, language.Code] }.ToString();
        http.Response.Headers.CacheControl = caching;
        return Results.Bytes(seal is null ? bytes : await seal(bytes), "application/pdf");
    }
}
