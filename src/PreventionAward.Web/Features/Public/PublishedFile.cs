using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Decisions;

namespace PreventionAward.Web.Features.Public;

/// <summary>The facts of a published PDF, without its bytes.</summary>
/// <param name="Size">In bytes.</param>
public sealed record PublishedFile(Language Language, int Version, long Size, string Sha256, DateTimeOffset At);

/// <summary>Reads what was published.</summary>
public static class PublishedFileQuery
{
    /// <summary>The latest version in each language, Finnish first.</summary>
    public static async Task<IReadOnlyList<PublishedFile>> PublishedFilesAsync(this AwardDb db, CompetitionId competition)
    {
        var all = await db.PublishedDocuments.Where(d => d.CompetitionId == competition && d.Kind == DecisionPdf.Kind)
            .Select(d => new PublishedFile(d.Language, d.Version, d.Bytes.Length, d.Sha256, d.At)).ToListAsync();
        return [.. from language in Language.All let latest = all.Where(f => f.Language == language).MaxBy(f => f.Version) where latest is not null select latest];
    }
}
