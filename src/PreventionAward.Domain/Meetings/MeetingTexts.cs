using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Meetings;

public sealed partial class Meeting
{
    public IReadOnlyList<Consensus> Consensus { get; private set; } = [];

    public IReadOnlyList<Dissent> Dissents { get; private set; } = [];

    public IReadOnlyList<Rescoring> Rescorings { get; private set; } = [];

    /// <summary>The re-scoring that is open, if any.</summary>
    public Rescoring? OpenRescoring => IsOpen ? Rescorings.FirstOrDefault(r => r.To is null) : null;

    /// <summary>What is agreed on about one entry and criterion; empty while nothing is.</summary>
    public string ConsensusOn(EntryId entry, string criterion) => Consensus.FirstOrDefault(c => c.Entry == entry && c.Criterion == criterion)?.Text ?? "";

    /// <summary>Writes what the jury agrees on about one entry and criterion.</summary>
    /// <param name="basedOn">The text that the writer was shown: where another has been written since, nothing is overwritten.</param>
    /// <returns>Refused: closed; the item is not taken up or cannot be handled now; too long; written by somebody else meanwhile.</returns>
    public Refusal? Agree(Consensus written, string basedOn, JuryTable table)
    {
        if (!IsOpen) return new("meeting.is-closed");
        var item = AgendaItem.Of(written.Entry);
        if (item == Current && WhyNotHandled(table) is { } notNow) return notNow;
        if (item != Current && !WasHandled(item)) return new("meeting.item-not-opened");
        if (TextLimit.Check(written.Text) is { } tooLong) return tooLong;
        var (now, text) = (ConsensusOn(written.Entry, written.Criterion), Answers.Clean(written.Text));
        if (text == now || text == Answers.Clean(basedOn)) return null;
        if (now != Answers.Clean(basedOn)) return new("ui.saved-by-someone-else");
        Consensus = [.. Consensus.Where(c => c.Entry != written.Entry || c.Criterion != written.Criterion), .. text.Length > 0 ? [written with { Text = text }] : Array.Empty<Consensus>()];
        return null;
    }

    /// <summary>Puts a member's dissenting opinion on record; until the meeting is closed its writer may change it.</summary>
    /// <returns>Refused: closed, not a member, out of the room or not there during the item, nothing written, too long.</returns>
    public Refusal? Dissent(Dissent opinion, JuryTable table)
    {
        if (!IsOpen) return new("meeting.is-closed");
        if (!WasHandled(opinion.Item)) return new("meeting.item-not-opened");
        if (table.Members.All(m => m.Id != opinion.By) || table.WhyOut(opinion.Item, opinion.By) is not null) return new("meeting.no-vote");
        if (!WasThere(opinion.By, opinion.Item)) return new("meeting.dissent-when-there");
        if (Answers.Clean(opinion.Text) is not { Length: > 0 } text) return new("meeting.dissent-missing");
        if (TextLimit.Check(text) is { } tooLong) return tooLong;
        Dissents = [.. Dissents.Where(d => d.By != opinion.By || d.Item != opinion.Item), opinion with { Text = text }];
        return null;
    }

    /// <summary>Lets the members score the entry at hand anew. The sheets from before the meeting stay on record.</summary>
    /// <returns>Refused: not at an entry, the item cannot be handled now, no reason, open already.</returns>
    public Refusal? OpenRescoringOf(EntryId entry, string? reason, PersonId by, JuryTable table, DateTimeOffset now)
    {
        if (WhyNotHandled(table) is { } notNow) return notNow;
        if (Current.Entry != entry) return new("meeting.not-at-this-entry");
        if (OpenRescoring is not null) return new("meeting.rescoring-open");
        if (Answers.Clean(reason) is not { Length: > 0 } why) return new("meeting.rescoring-reason-missing");
        if (TextLimit.Check(why) is { } tooLong) return tooLong;
        Rescorings = [.. Rescorings, new(entry, why, by, now)];
        return null;
    }

    /// <summary>Ends the re-scoring; taking up another item ends it too.</summary>
    public Refusal? CloseRescoring(DateTimeOffset now)
    {
        if (OpenRescoring is null) return new("meeting.rescoring-closed");
        Rescorings = [.. Rescorings.Select(r => r.To is null ? r with { To = now } : r)];
        return null;
    }

    /// <summary>Why a member cannot score an entry anew now, or null.</summary>
    public Refusal? WhyNotRescored(EntryId entry, PersonId member, JuryTable table)
    {
        if (OpenRescoring?.Entry != entry) return new("meeting.rescoring-closed");
        if (table.Members.All(m => m.Id != member) || table.WhyOut(AgendaItem.Of(entry), member) is not null) return new("meeting.no-vote");
        return Present.Contains(member) ? null : new("meeting.vote-when-there");
    }

    /// <summary>Puts a meeting back as a record holds it: for the import of a dossier only.</summary>
    public static Meeting Restore(MeetingContent content) => new()
    {
        Id = content.Id,
        CompetitionId = content.CompetitionId,
        Number = content.Number,
        Place = content.Place,
        OpenedBy = content.OpenedBy,
        OpenedAt = content.OpenedAt,
        ClosedAt = content.ClosedAt,
        ClosedBy = content.ClosedBy,
        Entries = content.Entries,
        Attendances = content.Attendances,
        Turns = content.Turns,
        Consensus = content.Consensus,
        Votes = content.Votes,
        Dissents = content.Dissents,
        Rescorings = content.Rescorings,
        Outcomes = content.Outcomes,
    };

    private bool WasThere(PersonId person, AgendaItem item) => Turns.Where(t => t.Item == item)
        .Any(t => Attendances.Any(a => a.Person == person && (t.To is null || a.From < t.To) && (a.To is null || a.To > t.From)));
}

/// <summary>Everything that a meeting's record holds.</summary>
public sealed record MeetingContent(
    Guid Id, CompetitionId CompetitionId, int Number, string Place, PersonId OpenedBy, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, PersonId? ClosedBy,
    IReadOnlyList<EntryId> Entries, IReadOnlyList<Attendance> Attendances, IReadOnlyList<Turn> Turns, IReadOnlyList<Consensus> Consensus,
    IReadOnlyList<Vote> Votes, IReadOnlyList<Dissent> Dissents, IReadOnlyList<Rescoring> Rescorings)
{
    /// <summary>What was put on record as the decision.</summary>
    public IReadOnlyList<RecordedOutcome> Outcomes { get; init; } = [];
}
