using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Gives out an attached file: only to those who may read the entry, only as a download, never to be shown by the browser.</summary>
internal static class FileDownload
{
    public static async Task<IResult> AnswerAsync(Guid id, Guid file, IDbContextFactory<AwardDb> dbs, CurrentPerson current, HttpContext http)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await NameAsync(db, person, new(id), new(file)) is not { } name) return Results.NotFound();
        var content = await db.Set<AttachmentContent>().AsNoTracking().FirstOrDefaultAsync(c => c.AttachmentId == new AttachmentId(file));
        if (content is null) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content.Bytes, "application/octet-stream", name);
    }

    // The team has its draft's files too; staff those of the submitted version; the jury those of them that are used in judging.
    private static async Task<string?> NameAsync(AwardDb db, Person person, EntryId id, AttachmentId file)
    {
        var entry = await db.Entries.AsNoTracking().Include(e => e.Versions).ReadableBy(person, db.Competitions).FirstOrDefaultAsync(e => e.Id == id);
        if (entry is null || await db.Attachments.AnyAsync(a => a.Id == file && a.Scan == ScanState.Infected)) return null;
        var competition = await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == entry.CompetitionId);
        var matter = entry.MatterIn(competition);
        if (person.May(Can.SeeTeamEntry, matter))
            return await db.Attachments.Where(a => a.Id == file && a.EntryId == id).Select(a => a.Name).FirstOrDefaultAsync();
        if (!person.May(Can.ReadEntry, matter)) return null;
        var files = person.SeatIn(competition.Id) is null ? entry.Submitted?.Files ?? [] : entry.JudgedFiles;
        return files.FirstOrDefault(f => f.Id == file)?.Name;
    }
}
