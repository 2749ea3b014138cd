using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Gives a team the receipt of its last submission as PDF, in the language of the address.</summary>
internal static class ReceiptDownload
{
    public static async Task<IResult> AnswerAsync(
        Guid id, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, PaperPress press, Texts texts, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.TeamEntryAsync(await current.GetAsync(), new(id)) is not { Entry: { Submitted: { } version, Number: { } number } } own) return Results.NotFound();
        var paper = ReceiptPaper.Of(own.Competition, number, version, texts.Language, texts);
        if (await DrawnAsync(press, paper, version.At, cancel) is not { } pdf) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", texts["entries.receipt.file-name", $"{number}"]);
    }

    /// <summary>Null where the engine has too much to do; the receipt's page says the same as the file.</summary>
    private static async Task<byte[]?> DrawnAsync(PaperPress press, Paper paper, DateTimeOffset at, CancellationToken cancel)
    {
        try
        {
            return await press.DrawAsync(paper, at, [], cancel);
        }
        catch (PaperNotDrawnException)
        {
            return null;
        }
    }
}
