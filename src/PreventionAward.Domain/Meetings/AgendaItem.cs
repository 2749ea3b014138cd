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

/// <summary>What holds of a kind of item.</summary>
public static class ItemKinds
{
    extension(ItemKind kind)
    {
        /// <summary>Something to be handled: an entry or the decision.</summary>
        public bool IsMatter => kind is ItemKind.Entry or ItemKind.Decision;
    }
}

/// <summary>How an item of the agenda stands.</summary>
public enum ItemState
{
    /// <summary>Not taken up yet.</summary>
    Ahead,
    Now,

    /// <summary>To its end: with a quorum, without anybody who had to be out.</summary>
    Handled,

    /// <summary>Begun, and not handled to its end.</summary>
    Unfinished,

    /// <summary>Called, and never handled: the meeting waited in vain for somebody to leave, or passed it.</summary>
    NotHandled,
}
