using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;

namespace PreventionAward.Web.Access;

/// <summary>One sign-in in one browser, until it is signed out. The cookie names it: without its row every copy of the cookie is worth nothing.</summary>
public sealed record Session(Guid Id, PersonId PersonId, DateTimeOffset StartedAt)
{
    /// <summary>The claim in the cookie that names the session.</summary>
    public const string Claim = "session";

    /// <summary>A session ends after so long even where somebody comes every day.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static Session Start(PersonId person, DateTimeOffset now) => new(Guid.NewGuid(), person, now);
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.HasKey(s => s.Id);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.PersonId);
        session.HasIndex(s => s.StartedAt);
    }
}

/// <summary>Holds each cookie to its session. The page needs the person anyway: what is loaded here is loaded once.</summary>
internal sealed class LiveSession : CookieAuthenticationEvents
{
    /// <summary>The name of the cookie: who sends none is nobody.</summary>
    public const string Cookie = "award";

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // A style sheet is for anybody; and where the database is what failed, the page that says so must not ask it.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) return;
        var current = http.RequestServices.GetRequiredService<CurrentPerson>();
        var isGood = HttpMethods.IsPost(http.Request.Method) ? await current.IsAliveAsync(context.Principal!) : await current.IsKnownAsync(context.Principal!);
        if (!isGood) context.RejectPrincipal();
    }
}
