using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Gives a team the receipt of a submitted version as PDF, of the one that counts where none is named, in the language of the address.</summary>
internal static class ReceiptDownload
{
    public static async Task<IResult> AnswerAsync(
        Guid id, int? version, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PaperPress press, IssuedPdf issued, Texts texts, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.TeamEntryAsync(await current.GetAsync(), new(id)) is not { Entry: { Submitted: { } counts, Number: { } number } } own) return Results.NotFound();
        if ((version is null ? counts : own.Entry.Versions.FirstOrDefault(v => v.Version == version)) is not { } asked) return Results.NotFound();
        var paper = ReceiptPaper.Of(own.Competition, number, asked, texts.Language, texts, own.Entry.ArrivalOf(asked));
        if (await DrawnAsync(press, paper, asked.At, cancel) is not { } pdf) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(await issued.SealAsync(pdf, IssuedKind.Receipt, own.Competition.Name, await clock.NowAsync(cancel)), "application/pdf", texts["entries.receipt.file-name-version", $"{number}", $"{asked.Version}"]);
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
