using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries.Translating;

/// <summary>Staff translate an opened entry for its readers. It stands beside what the team submitted, which does not change.</summary>
public sealed class TranslateEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="typed">Text by question; empty ones are taken away.</param>
    /// <param name="seen">What the form showed: what somebody else changed meanwhile is not overwritten.</param>
    /// <returns>Refused: not found, too many words, changed by somebody else meanwhile; nothing is saved then.</returns>
    public async Task<Refusal?> RunAsync(string competitionName, EntryId id, Language language, IReadOnlyDictionary<string, string> typed, AnswerMarks seen)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, competitionName) is not { } competition || person.Id is not { } by) return new("ui.not-found");
        var entry = await db.Entries.AsTracking().ReadableBy(person, db.Competitions).Include(e => e.Versions).FirstOrDefaultAsync(e => e.Id == id && e.CompetitionId == competition.Id);
        if (entry?.Submitted is not { } submitted || !person.May(Can.TranslateEntry, entry.MatterIn(competition))) return new("ui.not-found");

        var before = entry.Translations.FirstOrDefault(t => t.Language == language)?.Texts ?? Answers.None;
        var known = competition.Form.TranslatableTexts(submitted.Answers).Select(text => text.Key).ToHashSet();
        Dictionary<string, string> changes = [];
        foreach (var (key, text) in typed.Where(t => known.Contains(t.Key) && before[t.Key] != t.Value && !seen.Showed(t.Key, t.Value)))
        {
            if (!seen.Showed(key, before[key])) return new("translations.conflict");
            changes[key] = text;
        }

        if (changes.Count == 0) return null;
        if (entry.Translate(competition.Form, new(language, before.With(changes), by, now)) is { } refusal) return refusal;
        db.Audit(by, "entry-translated", now, competition.Id, id, new { language, texts = changes.Keys.Order(StringComparer.Ordinal) });
        return await db.CommitAsync();
    }
}
