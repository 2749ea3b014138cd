namespace PreventionAward.Domain.Entries;

/// <summary>Where in an entry a member of its team was seen last. Nothing is locked by it: the others are told, and decide themselves.</summary>
/// <param name="Part">Key of the part.</param>
public sealed record Presence(EntryId EntryId, PersonId PersonId, string Part, DateTimeOffset SeenAt)
{
    /// <summary>Whoever has not been seen for so long is there no more.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(2);

    /// <summary>How often a page says that its reader is still there.</summary>
    public static readonly TimeSpan Pulse = TimeSpan.FromSeconds(30);
}
