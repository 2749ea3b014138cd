using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>A page's pulse: notes that its reader is there, and answers where the others are (js/presence.js). No record, so no audit line: it is forgotten in two minutes.</summary>
internal static class PresenceEndpoint
{
    public const string Pattern = "/entries/{id:guid}/presence";

    /// <summary>200 with sentences about the other members; 404 where the person is not on the team.</summary>
    /// <param name="part">Where the reader is; null only asks.</param>
    public static async Task<IResult> AnswerAsync(Guid id, string? part, CurrentPerson current, AwardClock clock, IDbContextFactory<AwardDb> dbs, Texts texts)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        var entry = new EntryId(id);
        if (person.Id is not { } self || !person.Teams.TryGetValue(entry, out var role)) return Results.Json(new { others = Array.Empty<string>() }, statusCode: StatusCodes.Status404NotFound);

        await using var db = await dbs.CreateDbContextAsync();
        if (part is { Length: > 0 and <= 60 } && role != TeamRole.Viewer)
            await db.Database.ExecuteSqlAsync(
                $"insert into presences (entry_id, person_id, part, seen_at) values ({id}, {self.Value}, {part}, {now}) on conflict (entry_id, person_id) do update set part = excluded.part, seen_at = excluded.seen_at");
        return Results.Json(new { others = await db.OthersAsync(entry, self, part, now, texts) });
    }

    /// <summary>Where the other members of the team are, in words; those in the same part first.</summary>
    public static async Task<IReadOnlyList<string>> OthersAsync(this AwardDb db, EntryId entry, PersonId self, string? part, DateTimeOffset now, Texts texts)
    {
        var since = now - Presence.Memory;
        var there = await db.Set<Presence>().AsNoTracking().Where(p => p.EntryId == entry && p.PersonId != self && p.SeenAt > since).Select(p => p.Part).Distinct().ToListAsync();
        if (there.Count == 0) return [];
        var form = await db.Competitions.Where(c => db.Entries.Any(e => e.Id == entry && e.CompetitionId == c.Id)).Select(c => c.Form).FirstAsync();
        return
        [
            .. from place in form.Parts.Select((found, place) => (Part: found, Number: place + 1))
               where there.Contains(place.Part.Key)
               orderby place.Part.Key == part descending, place.Number
               select place.Part.Key == part ? texts["presence.same-part"] : texts["presence.other-part", place.Number, place.Part.Title],
        ];
    }
}
