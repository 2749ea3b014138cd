using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Drafts;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves what was typed into one part of an entry, complete or not; what another member changed meanwhile stays.</summary>
public sealed class SaveDraft(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: not found; an answer that is too long, while the others are saved. Answers that both changed are named, and the other's text stays until somebody chooses.</returns>
    public async Task<SavedDraft> RunAsync(EntryId id, DraftChange change)
    {
        var now = await clock.NowAsync();
        return await SavedDraft.UntilNobodyElseSavesAsync(() => TryAsync(id, change, now));
    }

    private async Task<SavedDraft> TryAsync(EntryId id, DraftChange change, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry, tracked: true) is not { } own) return SavedDraft.Refused(new("entries.not-found"));

        var typed = change.Kept();
        var (unsaved, tooLong) = AnswerLimit.TooLong(own.Competition.Form, typed);
        var merged = DraftMerge.Merge(own.Entry.Draft, typed.Where(answer => !unsaved.Contains(answer.Key)).ToDictionary(), change.Seen, change.Sent);
        var draft = change.RemovedRow is { } row ? merged.Answers.WithoutRow(row.Field, row.Number) : merged.Answers;
        var language = change.Language ?? own.Entry.Language;
        if (draft.Equals(own.Entry.Draft) && language == own.Entry.Language) return new(tooLong, merged, own.Entry.DraftSavedAt) { TooLong = unsaved };

        await db.KeepEarlierAsync(id, own.Entry.Draft, draft, person.Id!.Value, now);
        own.Entry.Save(draft, language, now);
        if (!change.IsAutomatic || !await IsOnRecordAsync(db, own, person.Id, now)) db.Audit(person.Id, "draft-saved", now, own.Competition.Id, id, new { answers = merged.Changed, removed = change.RemovedRow?.ToString() });
        return new(await db.CommitAsync() ?? tooLong, merged, now) { TooLong = unsaved };
    }

    // A text that saves itself at every pause would drown the audit trail: one line for ten minutes of writing.
    private static Task<bool> IsOnRecordAsync(AwardDb db, TeamEntry own, PersonId? person, DateTimeOffset now) =>
        db.Set<AuditLine>().AnyAsync(line => line.EntryId == own.Entry.Id && line.At > now.AddMinutes(-10)
            && line.PersonId == person && line.Action == "draft-saved");
}
