using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.SignIn;

/// <summary>Ends a session: its cookie, and every copy of it, is worth nothing from then on.</summary>
public sealed class SignOut(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, IHttpContextAccessor http)
{
    public async Task RunAsync()
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (Guid.TryParse(http.HttpContext!.User.FindFirstValue(Session.Claim), out var id) && await db.Set<Session>().FirstOrDefaultAsync(s => s.Id == id) is { } session)
        {
            db.Remove(session);
            db.Audit(person.Id, "signed-out", now);
            await db.CommitAsync(); // Where it was ended meanwhile, it is ended.
        }

        await http.HttpContext.SignOutAsync();
    }
}
