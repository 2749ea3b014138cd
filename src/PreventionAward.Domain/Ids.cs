namespace PreventionAward.Domain;

/// <summary>Names one competition.</summary>
public readonly record struct CompetitionId(Guid Value);

/// <summary>Names one entry.</summary>
public readonly record struct EntryId(Guid Value);

/// <summary>Names one person who can sign in.</summary>
public readonly record struct PersonId(Guid Value);

/// <summary>Names one attached file.</summary>
public readonly record struct AttachmentId(Guid Value);
