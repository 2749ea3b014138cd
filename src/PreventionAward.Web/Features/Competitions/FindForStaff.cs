using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Finds the competition of a staff page; to anybody else the page is not found.</summary>
public sealed class FindForStaff(IDbContextFactory<AwardDb> dbs, CurrentPerson current, NavigationManager navigation)
{
    /// <returns>The competition as it is on record, or null once the page has been declared not found.</returns>
    public async Task<Competition?> RunAsync(string name)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().ForStaffAsync(await current.GetAsync(), name);
        if (competition is null) navigation.NotFound();
        return competition;
    }
}
