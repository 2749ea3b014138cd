using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Gives a team its own entry as PDF at any time, in the language of the address: the draft, or a version that was submitted.</summary>
internal static class EntryPdf
{
    public static async Task<IResult> AnswerAsync(
        Guid id, int? version, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, PaperPress press, Texts texts, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.TeamEntryAsync(await current.GetAsync(), new(id)) is not { } own) return Results.NotFound();
        var submitted = own.Entry.Versions.FirstOrDefault(v => v.Version == version);
        if (version is not null && submitted is null) return Results.NotFound();
        var (paper, at) = submitted is null
            ? (EntryPaper.OfDraft(own.Competition, own.Entry, own.Files, texts.Language, texts), own.Entry.DraftSavedAt)
            : (EntryPaper.Of(own.Competition, own.Entry, submitted, texts.Language, texts), submitted.At);
        var pdf = await press.DrawAsync(paper, at, [], cancel);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", submitted is null ? texts["entries.pdf.file-draft"] : texts["entries.pdf.file-version", $"{own.Entry.Number}", $"{version}"]);
    }
}
