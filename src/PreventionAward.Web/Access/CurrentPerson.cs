using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Access;

/// <summary>Who is asking, for one request or one circuit; loaded once with all that permissions depend on.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, AuthenticationStateProvider circuit, IDbContextFactory<AwardDb> dbs, AwardClock clock)
{
    private (Person Person, Account? Account)? loaded;

    /// <summary>The person with seats, teams and declarations; <see cref="Person.Anyone"/> when not signed in.</summary>
    public async ValueTask<Person> GetAsync() => (loaded ??= await LoadAsync()).Person;

    /// <summary>The account, or null when not signed in.</summary>
    public async ValueTask<Account?> AccountAsync() => (loaded ??= await LoadAsync()).Account;

    /// <summary>Whether the cookie's session is alive; loads the person for the request that it came with.</summary>
    public async Task<bool> IsKnownAsync(ClaimsPrincipal user)
    {
        var found = await LoadAsync(user);
        if (found.Item2 is not null) loaded = found;
        return found.Item2 is not null;
    }

    /// <summary>Whether the cookie's session is alive, and nothing else: a form's arrival must not wait for whatever its page will read.</summary>
    public async Task<bool> IsAliveAsync(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(Session.Claim), out var id)) return false;
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Set<Session>().AnyAsync(s => s.Id == id);
    }

    /// <summary>Forgets what was loaded, so that a circuit sees what has changed since.</summary>
    public void Refresh() => loaded = null;

    /// <summary>The page shown in place of an address that is not there is not waited for: who is asking must be known before it is drawn, or it stays empty.</summary>
    public static async Task KnowBeforeReExecutionAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) await context.RequestServices.GetRequiredService<CurrentPerson>().GetAsync();
        await next(context);
    }

    private async Task<(Person, Account?)> LoadAsync()
    {
        var user = http.HttpContext?.User ?? (await circuit.GetAuthenticationStateAsync()).User;
        return await LoadAsync(user);
    }

    private async Task<(Person, Account?)> LoadAsync(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person) || !Guid.TryParse(user.FindFirstValue(Session.Claim), out var session))
            return (Person.Anyone, null);

        await using var db = await dbs.CreateDbContextAsync();
        var (known, account) = await db.PersonAsync(new(person), session);

        // A term that ends does so by the one clock; nobody else is asked the time.
        return known.Seats.Any(seat => seat.EndsAt is not null) ? (known with { At = await clock.NowAsync() }, account) : (known, account);
    }
}
