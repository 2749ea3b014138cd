using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Where somebody who has just signed in begins: the page of the one role held, or the home page of somebody who holds several.</summary>
public static class OwnWork
{
    /// <summary>A rooted redirect in the language of the address.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext http, CurrentPerson current, IDbContextFactory<AwardDb> dbs)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var seats = person.Seats.Select(s => s.Competition).ToArray();
        var juries = await db.Competitions.VisibleTo(person).Where(c => seats.Contains(c.Id)).Select(c => c.Name).ToListAsync();
        var page = Of(person, juries);
        return Results.LocalRedirect($"{http.Request.PathBase}/{(page == Links.Home ? "" : page)}");
    }

    /// <param name="juries">The names of the competitions in whose jury the person sits, as far as the person sees them.</param>
    /// <returns>Relative to the base. Somebody without any role is taken for an applicant who has not begun.</returns>
    public static string Of(Person person, IReadOnlyList<string> juries)
    {
        List<string> pages = [];
        if (person.Is(StaffRoles.Secretary)) pages.Add(Links.Staff);
        if (person.Is(StaffRoles.Publisher)) pages.Add(Links.Publish);
        if (person.Seats.Count > 0) pages.Add(juries is [var only] ? Links.JuryDesk(only) : Links.Jury);
        if (person.Teams.Count > 0) pages.Add(Links.MyEntries);
        return pages switch { [] => Links.MyEntries, [var one] => one, _ => Links.Home };
    }
}
