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
    /// <summary>One version in the languages in which it was published, Finnish first, the form to be kept before the accessible one.</summary>
    public static async Task<IReadOnlyList<PublishedFile>> PublishedFilesAsync(this AwardDb db, CompetitionId competition, int version)
    {
        var all = await db.PublishedDocuments.Where(d => d.CompetitionId == competition && (d.Kind == DecisionPdf.Kind || d.Kind == DecisionPdf.AccessibleKind) && d.Version == version)
            .Select(d => new PublishedFile(d.Kind, d.Language, d.Version, d.Bytes.Length, d.Sha256, d.At, d.SealedBy)).ToListAsync();
        return [.. from language in Language.All from isAccessible in new[] { false, true } from file in all where file.Language == language && file.IsAccessible == isAccessible select file];
    }

    /// <summary>The last version that was published in English; null where none was.</summary>
    public static Task<int?> LastInEnglishAsync(this AwardDb db, CompetitionId competition) =>
        db.PublishedDocuments.Where(d => d.CompetitionId == competition && d.Kind == DecisionPdf.Kind && d.Language == Language.English).MaxAsync(d => (int?)d.Version);
}
