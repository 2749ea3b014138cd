using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Puts an earlier text, or a removed row, into the draft again. What stood there instead is kept in its turn: taking back is undone by taking back.</summary>
public sealed class TakeBackText(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <summary>Takes back what was kept of the draft; with one text of a removed row, the whole row.</summary>
    public Task<Refusal?> RunAsync(EntryId id, Guid text) => ChangeAsync(id, async (db, own) =>
    {
        if (await db.Set<EarlierText>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == text && t.EntryId == id) is not { } found) return (null, new("history.no-such-text"));
        if (found.Row is not { } row) return EarlierText.TakeBack(own.Entry.Draft, found.Key, found.Text);
        var cells = await db.Set<EarlierText>().AsNoTracking().Where(t => t.EntryId == id && t.At == found.At && t.WithRow && t.Key.StartsWith(row + ".")).ToDictionaryAsync(t => t.Key, t => t.Text);
        return RowBack(own, row, cells);
    });

    /// <summary>Takes back an answer as a submitted version has it, or a whole row where the draft has it no more.</summary>
    /// <param name="key">The answer.</param>
    public Task<Refusal?> OfVersionAsync(EntryId id, int version, string key) => ChangeAsync(id, (_, own) =>
    {
        if (own.Entry.Versions.FirstOrDefault(v => v.Version == version)?.Answers is not { } answers || AnswerPlace.Of(own.Competition.Form, key) is not { } place)
            return Task.FromResult<(Answers?, Refusal?)>((null, new("history.no-such-text")));
        if (place.RowName is { } row && !own.Entry.Draft.Rows(place.Repeating!.Key).Contains(place.Row))
            return Task.FromResult(RowBack(own, row, answers.Values.Where(a => a.Key.StartsWith(row + ".", StringComparison.Ordinal)).ToDictionary()));
        return Task.FromResult(EarlierText.TakeBack(own.Entry.Draft, key, answers[key]));
    });

    private static (Answers?, Refusal?) RowBack(TeamEntry own, string row, IReadOnlyDictionary<string, string> cells) =>
        own.Competition.Form.Field(row.Split('.')[0]) is { Kind: FieldKind.Rows } field
            ? EarlierText.TakeBackRow(own.Entry.Draft, field, cells, DraftMerge.NextRow(own.Entry, field.Key))
            : (null, new("history.no-such-text"));

    private async Task<Refusal?> ChangeAsync(EntryId id, Func<AwardDb, TeamEntry, Task<(Answers? Draft, Refusal? Refusal)>> change)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry, tracked: true) is not { } own || person.Id is not { } by) return new("entries.not-found");
        var (draft, refusal) = await change(db, own);
        if (draft is null) return refusal;

        await db.KeepEarlierAsync(id, own.Entry.Draft, draft, by, now, always: true);
        var changed = AnswerComparison.Of(own.Competition.Form, own.Entry.Draft, draft).Select(c => c.Place.Key);
        own.Entry.Save(draft, own.Entry.Language, now);
        db.Audit(by, "text-taken-back", now, own.Competition.Id, id, new { answers = changed });
        return await db.CommitAsync();
    }
}
