using System.Text;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Writes the dossier of a competition: its record as JSON and CSV, every document and file, and the digest of each.</summary>
public sealed class ExportDossier(IDbContextFactory<AwardDb> dbs)
{
    /// <param name="folder">Made if it is not there; must be empty.</param>
    /// <returns>Null when done, or what is wrong in plain words.</returns>
    public async Task<string?> RunAsync(string name, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) return $"{folder} is not empty; name a new folder.";
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name) is not { } competition)
            return $"There is no competition \"{name}\".";

        foreach (var (path, bytes) in await FilesAsync(db, competition))
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes);
        }

        return null;
    }

    /// <summary>Every file of the dossier by its path, the list of digests last.</summary>
    /// <param name="received">Only what the authority has received: no draft that was never submitted, nor what was changed after submitting.</param>
    public static async Task<IReadOnlyList<(string Path, byte[] Bytes)>> FilesAsync(AwardDb db, Competition competition, bool received = false)
    {
        var dossier = await new ReadDossier(db, competition, received).RunAsync();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [DossierFiles.Main] = DossierJson.Write(dossier) };
        foreach (var (path, rows) in DossierTables.Of(dossier, competition, await db.CountingSheetsAsync(competition)))
            files[path] = Csv.Write(rows);

        foreach (var document in dossier.Documents ?? [])
            files[document.File] = await db.PublishedDocuments
                .Where(d => d.CompetitionId == competition.Id && d.Kind == document.Kind && d.Language == document.Language && d.Version == document.Version)
                .Select(d => d.Bytes).SingleAsync();
        foreach (var attachment in dossier.Entries.SelectMany(e => e.Attachments ?? []).Where(a => a.File is not null))
            files[attachment.File!] = await db.Set<AttachmentContent>().Where(c => c.AttachmentId == attachment.Id).Select(c => c.Bytes).SingleAsync();

        var sums = string.Concat(files.Select(f => $"{DossierFiles.Sha256(f.Value)}  {f.Key}\n"));
        return [.. files.Select(f => (f.Key, f.Value)), ("SHA256SUMS", Encoding.UTF8.GetBytes(sums))];
    }
}
