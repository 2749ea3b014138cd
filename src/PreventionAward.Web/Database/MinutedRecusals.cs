using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Database;

/// <summary>Reads which recusals a meeting of the jury has minuted.</summary>
public static class MinutedRecusals
{
    /// <summary>The recusals that were decided while a meeting was handling the entry: only of them it is said that the jury decided.</summary>
    public static async Task<IReadOnlyList<(EntryId Entry, PersonId Member)>> MinutedRecusalsAsync(this AwardDb db, Competition competition, IReadOnlyList<Meeting> meetings)
    {
        var decided = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id && d.ConfirmedAt != null).ToListAsync();
        return [.. decided.Where(d => meetings.Any(m => m.WasHandling(d.EntryId, d.ConfirmedAt!.Value))).Select(d => (d.EntryId, d.PersonId))];
    }
}
