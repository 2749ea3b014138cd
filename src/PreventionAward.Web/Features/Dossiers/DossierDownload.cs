using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>The dossier of a competition as one file for the staff: what the verb <c>export</c> writes, less what the authority has not received.</summary>
public static class DossierDownload
{
    /// <summary>Not found before the scores are open to the staff, and for everybody else.</summary>
    public static async Task<IResult> AnswerAsync(string name, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition || !person.May(Can.ExportDossier, competition.Matter)) return Results.NotFound();

        var files = await ExportDossier.FilesAsync(db, competition, received: true);
        db.Audit(person.Id, "dossier-downloaded", now, competition.Id);
        await db.CommitAsync();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Zip(files, name), "application/zip", $"{name}-dossier.zip");
    }

    private static byte[] Zip(IReadOnlyList<(string Path, byte[] Bytes)> files, string folder)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = zip.CreateEntry($"{folder}/{path}").Open();
                entry.Write(bytes);
            }
        }

        return memory.ToArray();
    }
}
