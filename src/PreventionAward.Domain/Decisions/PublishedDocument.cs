namespace PreventionAward.Domain.Decisions;

/// <summary>A document as it was published: these bytes, for good. A correction is a further version beside it.</summary>
/// <param name="Kind">Which document, such as "decision".</param>
/// <param name="SealedBy">Whom the certificate names that the bytes are sealed with; null where they are not sealed.</param>
/// <param name="Version">From 1.</param>
/// <param name="Sha256">Of the bytes, lower-case hexadecimal.</param>
public sealed record PublishedDocument(CompetitionId CompetitionId, string Kind, Language Language, int Version, byte[] Bytes, string Sha256, DateTimeOffset At, string? SealedBy = null);
