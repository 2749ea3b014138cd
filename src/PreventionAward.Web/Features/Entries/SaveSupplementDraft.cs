using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Drafts;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves what was typed to supplement an entry, finished or not; what another member changed meanwhile stays.</summary>
public sealed class SaveSupplementDraft(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="arrivedAt">When the whole request was there; null: now.</param>
    /// <returns>Refused: over; an answer that is too long, while the others are saved. Answers that both changed are named, and the other's text stays.</returns>
    public async Task<SavedDraft> RunAsync(EntryId id, Guid request, DraftChange change, DateTimeOffset? arrivedAt)
    {
        var now = arrivedAt ?? await clock.NowAsync();
        return await SavedDraft.UntilNobodyElseSavesAsync(() => TryAsync(id, request, change, now));
    }

    private async Task<SavedDraft> TryAsync(EntryId id, Guid requestId, DraftChange change, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var own = await db.TeamEntryAsync(person, id, Can.SupplementEntry, tracked: true);
        if (own is null) return SavedDraft.Refused(new(await db.TeamEntryAsync(person, id, Can.SeeTeamEntry) is null ? "entries.not-found" : "supplements.closed"));
        if (own.Entry.Supplements.FirstOrDefault(s => s.Id == requestId) is not { } request) return SavedDraft.Refused(new("entries.not-found"));
        if (!request.IsOpen(now)) return SavedDraft.Refused(new("supplements.closed"));

        var typed = change.Kept();
        var (unsaved, tooLong) = AnswerLimit.TooLong(own.Competition.Form, typed);
        var merged = DraftMerge.Merge(request.Draft, typed.Where(answer => !unsaved.Contains(answer.Key)).ToDictionary(), change.Seen, change.Sent);
        var draft = change.RemovedRow is { } row ? merged.Answers.WithoutRow(row.Field, row.Number) : merged.Answers;
        if (draft.Equals(request.Draft)) return new(tooLong, merged, request.DraftSavedAt) { TooLong = unsaved };

        if (request.Save(draft, now) is { } refused) return SavedDraft.Refused(refused);
        if (!change.IsAutomatic) db.Audit(person.Id, "supplement-saved", now, own.Competition.Id, id, new { answers = merged.Changed });
        return new(await db.CommitAsync() ?? tooLong, merged, now) { TooLong = unsaved };
    }
}
