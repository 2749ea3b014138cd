using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Decisions;

namespace PreventionAward.Web.Features.Public;

/// <summary>The facts of a published PDF, without its bytes.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="SealedBy">In whose name it is sealed; null where it is not.</param>
public sealed record PublishedFile(string Kind, Language Language, int Version, long Size, string Sha256, DateTimeOffset At, string? SealedBy)
{
    /// <summary>The form for assistive technology, beside the one to be kept.</summary>
    public bool IsAccessible => Kind == DecisionPdf.AccessibleKind;
}

/// <summary>Reads what was published.</summary>
public static class PublishedFileQuery
{
    /// <summary>The latest version in each language, Finnish first, the form to be kept before the accessible one.</summary>
    /// <param name="version">That version instead.</param>
    public static async Task<IReadOnlyList<PublishedFile>> PublishedFilesAsync(this AwardDb db, CompetitionId competition, int? version = null)
    {
        var all = await db.PublishedDocuments.Where(d => d.CompetitionId == competition && (d.Kind == DecisionPdf.Kind || d.Kind == DecisionPdf.AccessibleKind) && (version == null || d.Version == version))
            .Select(d => new PublishedFile(d.Kind, d.Language, d.Version, d.Bytes.Length, d.Sha256, d.At, d.SealedBy)).ToListAsync();
        return [.. from language in Language.All from isAccessible in new[] { false, true } let latest = all.Where(f => f.Language == language && f.IsAccessible == isAccessible).MaxBy(f => f.Version) where latest is not null select latest];
    }
}
