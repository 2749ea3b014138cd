namespace PreventionAward.Domain.Meetings;

/// <summary>One thing on the agenda of a meeting.</summary>
/// <param name="Entry">The entry of an item about one; null otherwise.</param>
public sealed record AgendaItem(ItemKind Kind, EntryId? Entry = null)
{
    public static readonly AgendaItem Opening = new(ItemKind.Opening);
    public static readonly AgendaItem Decision = new(ItemKind.Decision);
    public static readonly AgendaItem Closing = new(ItemKind.Closing);

    public static AgendaItem Of(EntryId entry) => new(ItemKind.Entry, entry);
}

/// <summary>What an item of the agenda is about.</summary>
public enum ItemKind
{
    Opening,
    Entry,
    Decision,
    Closing,
}
