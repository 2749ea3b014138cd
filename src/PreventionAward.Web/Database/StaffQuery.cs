using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Database;

/// <summary>Where every page and use case of the staff starts.</summary>
public static class StaffQuery
{
    /// <summary>The competition of that name, if the person may manage it: not somebody with a seat in its jury.</summary>
    public static async Task<Competition?> ForStaffAsync(this IQueryable<Competition> competitions, Person person, string name) =>
        await competitions.VisibleTo(person).FirstOrDefaultAsync(c => c.Name == name) is { } competition && person.May(Can.ManageCompetition, competition.Matter)
            ? competition
            : null;
}
