namespace PreventionAward.Domain.Entries;

/// <summary>Staff ask a team to supplement its entry: named questions, until a time, and nothing else (Hallintolaki 22 §). Handed in once.</summary>
public sealed class SupplementRequest
{
    private SupplementRequest() { }

    internal SupplementRequest(Guid id, EntryId entry, IReadOnlyList<string> fields, string message, DateTimeOffset until, PersonId by, DateTimeOffset now, Answers draft) =>
        (Id, EntryId, Fields, Message, Until, By, At, Draft, DraftSavedAt) = (id, entry, fields, message, until, by, now, draft, now);

    public Guid Id { get; private set; }

    public EntryId EntryId { get; private set; }

    /// <summary>The questions that are open, in the order of the form.</summary>
    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>What staff want to know; the team reads it.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The first instant that is too late; a whole day ends at midnight (law 13/2003, 11 §).</summary>
    public DateTimeOffset Until { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The answers to these questions as the team is working on them; at first those that were submitted.</summary>
    public Answers Draft { get; private set; } = Answers.None;

    public DateTimeOffset DraftSavedAt { get; private set; }

    /// <summary>The version of the entry that it became; null until it is handed in.</summary>
    public int? Version { get; private set; }

    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>Set where staff took the request back.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public bool IsOpen(DateTimeOffset now) => Version is null && WithdrawnAt is null && now < Until;

    /// <summary>Saves what the team has written so far, complete or not.</summary>
    /// <returns>Refused: over; an answer to a question that was not asked.</returns>
    public Refusal? Save(Answers answers, DateTimeOffset now)
    {
        if (!IsOpen(now)) return new("supplements.closed");
        if (answers.Values.Keys.Any(key => !Fields.Contains(Answers.FieldOf(key)))) return new("supplements.not-asked");
        (Draft, DraftSavedAt) = (answers, now);
        return null;
    }

    /// <summary>Takes the request back; what the team has written for it is not used.</summary>
    public Refusal? Withdraw(DateTimeOffset now)
    {
        if (!IsOpen(now)) return new("supplements.closed");
        WithdrawnAt = now;
        return null;
    }

    internal void HandedIn(int version, DateTimeOffset now) => (Version, HandedInAt) = (version, now);

    /// <summary>Puts a request back as a record holds it: for the import of a dossier only.</summary>
    public static SupplementRequest Restore(
        Guid id, EntryId entry, IReadOnlyList<string> fields, string message, DateTimeOffset until, PersonId by, DateTimeOffset at,
        Answers draft, DateTimeOffset draftSavedAt, int? version, DateTimeOffset? handedInAt, DateTimeOffset? withdrawnAt) =>
        new(id, entry, fields, message, until, by, at, draft) { DraftSavedAt = draftSavedAt, Version = version, HandedInAt = handedInAt, WithdrawnAt = withdrawnAt };
}
