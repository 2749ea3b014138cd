using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves what was typed into one part of an entry, complete or not; what another member changed meanwhile stays.</summary>
public sealed class SaveDraft(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    private const int MostTries = 5;

    /// <returns>Refused: not found. Answers that both changed are named, and the other's text stays until somebody chooses.</returns>
    public async Task<SavedDraft> RunAsync(EntryId id, DraftChange change)
    {
        var now = await clock.NowAsync();
        for (var tries = 1; ; tries++)
        {
            var saved = await TryAsync(id, change, now);
            if (saved.Refusal?.Code != "ui.saved-by-someone-else" || tries == MostTries) return saved;
        }
    }

    private async Task<SavedDraft> TryAsync(EntryId id, DraftChange change, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry, tracked: true) is not { } own) return new(new("entries.not-found"), []);

        var (merged, changed, conflicts) = DraftMerge.Merge(own.Entry.Draft, change.Answers, change.Seen);
        if (change.RemovedRow is { } row) merged = merged.WithoutRow(row.Field, row.Number);
        var language = change.Language ?? own.Entry.Language;
        if (merged.Equals(own.Entry.Draft) && language == own.Entry.Language) return new(null, conflicts);

        own.Entry.Save(merged, language, now);
        db.Audit(person.Id, "draft-saved", now, own.Competition.Id, id, new { answers = changed, removed = change.RemovedRow?.ToString() });
        return new(await db.CommitAsync(), conflicts);
    }
}

/// <summary>What somebody sends to be saved.</summary>
/// <param name="Answers">Every answer the form held, cleaned; empty ones too.</param>
/// <param name="Seen">What the form showed when it was drawn.</param>
/// <param name="Language">The language the entry is written in; null leaves it.</param>
public sealed record DraftChange(IReadOnlyDictionary<string, string> Answers, AnswerMarks Seen, Language? Language = null, RowName? RemovedRow = null);

/// <summary>One row of a repeating question.</summary>
public sealed record RowName(string Field, int Number)
{
    public override string ToString() => $"{Field}.{Number}";
}

/// <summary>What became of it.</summary>
/// <param name="Conflicts">Answers that somebody else changed to something else meanwhile: not saved.</param>
public sealed record SavedDraft(Refusal? Refusal, IReadOnlyList<string> Conflicts);
