using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Verification;

/// <summary>What is known of a published document, for somebody who has a copy of it.</summary>
/// <param name="Latest">The newest version of the same document in any language; higher than <paramref name="Version"/> where this one has been replaced.</param>
/// <param name="ReplacedAt">When the version after this one was published, in whatever languages; null where there is none.</param>
public sealed record PublishedCopy(
    string Competition, LocalizedText Title, string Kind, Language Language, int Version, int Latest, DateTimeOffset At, string? SealedBy, string Sha256,
    DateTimeOffset? ReplacedAt = null, bool IsReconstructed = false);

/// <summary>Finds published documents by their digest.</summary>
public static class PublishedCopyQuery
{
    /// <summary>Null where no published document has this digest.</summary>
    public static Task<PublishedCopy?> PublishedCopyAsync(this AwardDb db, string sha256) => (
        from d in db.PublishedDocuments.AsNoTracking()
        join c in db.Competitions on d.CompetitionId equals c.Id
        where d.Sha256 == sha256 && (c.Stage == Stage.Published || c.Stage == Stage.Archived)
        let latest = db.PublishedDocuments.Where(o => o.CompetitionId == d.CompetitionId && o.Kind == d.Kind).Max(o => o.Version)
        let replaced = db.PublishedDocuments.Where(o => o.CompetitionId == d.CompetitionId && o.Kind == d.Kind && o.Version == d.Version + 1).Select(o => (DateTimeOffset?)o.At).FirstOrDefault()
        select new PublishedCopy(c.Name, c.Title, d.Kind, d.Language, d.Version, latest, d.At, d.SealedBy, d.Sha256, replaced, c.Provenance == Provenance.Reconstructed)).FirstOrDefaultAsync();
}
