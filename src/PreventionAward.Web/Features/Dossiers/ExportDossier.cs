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

        var files = await FilesAsync(db, competition);
        foreach (var (path, bytes) in files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            await File.WriteAllBytesAsync(target, bytes);
        }

        var sums = files.Select(f => $"{DossierFiles.Sha256(f.Value)}  {f.Key}\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "SHA256SUMS"), string.Concat(sums), new UTF8Encoding(false));
        return null;
    }

    private async Task<SortedDictionary<string, byte[]>> FilesAsync(AwardDb db, Competition competition)
    {
        var dossier = await new ReadDossier(db, competition).RunAsync();
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [DossierFiles.Main] = DossierJson.Write(dossier) };
        foreach (var (path, rows) in DossierTables.Of(dossier, competition, await db.CountingSheetsAsync(competition)))
            files[path] = Csv.Write(rows);

        foreach (var document in dossier.Documents ?? [])
            files[document.File] = await db.PublishedDocuments
                .Where(d => d.CompetitionId == competition.Id && d.Kind == document.Kind && d.Language == document.Language && d.Version == document.Version)
                .Select(d => d.Bytes).SingleAsync();
        foreach (var attachment in dossier.Entries.SelectMany(e => e.Attachments ?? []).Where(a => a.File is not null))
            files[attachment.File!] = await db.Set<AttachmentContent>().Where(c => c.AttachmentId == attachment.Id).Select(c => c.Bytes).SingleAsync();
        return files;
    }
}
