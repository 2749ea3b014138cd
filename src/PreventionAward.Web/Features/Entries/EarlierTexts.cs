using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Keeps what is taken out of a draft, in the commit that takes it out, and only so much of it.</summary>
internal static class EarlierTexts
{
    /// <param name="always">Keep every text that goes, however shortly after the last.</param>
    public static async Task KeepEarlierAsync(this AwardDb db, EntryId id, Answers before, Answers after, PersonId by, DateTimeOffset now, bool always = false)
    {
        var losing = EarlierText.Losing(before, after);
        if (losing.Count == 0) return;

        var kept = (await db.Set<EarlierText>().Where(t => t.EntryId == id && losing.Contains(t.Key)).OrderByDescending(t => t.At).ToListAsync()).ToLookup(t => t.Key);
        foreach (var key in losing)
        {
            var withRow = IsRowGone(key, after);
            if (!always && !withRow && !EarlierText.IsWorthKeeping(before[key], after[key], by, now, kept[key].FirstOrDefault())) continue;
            db.Add(new EarlierText(Guid.CreateVersion7(now), id, key, before[key], by, now, withRow));
            db.RemoveRange(kept[key].Skip(EarlierText.Most - 1));
        }
    }

    private static bool IsRowGone(string key, Answers after) =>
        key.LastIndexOf('.') is > 0 and var end && after.Values.Keys.All(k => !k.StartsWith(key[..(end + 1)], StringComparison.Ordinal));
}
