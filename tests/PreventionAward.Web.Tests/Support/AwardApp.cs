using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Entries.Files;
using PreventionAward.Web.Features.SignIn;

namespace PreventionAward.Web.Tests.Support;

/// <summary>The real application on a real PostgreSQL, with clock and post box in the test's hand; in demo mode, so that anybody signs in by a button.</summary>
internal sealed class AwardApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase database;
    private readonly bool realClock;
    private readonly bool demo;
    private readonly Dictionary<string, string> settings;
    private readonly bool ownsDatabase;

    private AwardApp(TestDatabase database, bool realClock, bool demo, Dictionary<string, string>? settings, bool ownsDatabase = true) =>
        (this.database, this.realClock, this.demo, this.settings, this.ownsDatabase) = (database, realClock, demo, settings ?? [], ownsDatabase);

    /// <summary>What time the application takes it to be; stands still unless the test moves it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Where its mail arrives.</summary>
    public PostBox Post { get; } = new();

    /// <param name="realClock">True to ask the database for the time, as in use.</param>
    /// <param name="demo">False for an installation as in use, without the demo's accounts and buttons.</param>
    /// <param name="listens">True to serve on a port of this machine, for requests that no client would send.</param>
    /// <param name="settings">More of the configuration.</param>
    public static async Task<AwardApp> StartAsync(bool realClock = false, bool demo = true, bool listens = false, Dictionary<string, string>? settings = null)
    {
        var app = new AwardApp(await TestDatabase.CreateAsync(), realClock, demo, settings);
        if (listens) app.UseKestrel(0);
        if (!demo) return app;
        await using var db = app.Db();
        await DemoAccounts.EnsureAsync(db, await app.Clock.NowAsync());
        await db.CommitAsync();
        return app;
    }

    /// <summary>Where it listens, if it does.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>A second instance of the application on the same database.</summary>
    public AwardApp Another() => new(database, realClock, demo, settings, ownsDatabase: false);

    public AwardDb Db() => database.CreateDbContext();

    /// <summary>Runs a piece of the application outside a request, for example a use case that has no page.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    /// <summary>What looks after files in the background, in the test's hand.</summary>
    public FileWorker FileWorker() => Services.GetServices<IHostedService>().OfType<FileWorker>().Single();

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Visit Visit() => new(CreateClient());

    /// <summary>A browser signed in as a demo account: secretary, applicant, juror-1, chair, publisher.</summary>
    public async Task<Visit> VisitAsync(string account)
    {
        var visit = Visit();
        await visit.GoAsync("/sign-in");
        await visit.SubmitAsync("sign-in-demo", ("as", account));
        return visit;
    }

    /// <summary>A browser signed in as somebody of the <see cref="Cast"/>, by a cookie that the application itself would have written.</summary>
    public Visit VisitAs(Account account)
    {
        var cookie = CookieOf(account); // Starts the server, which only then knows its address.
        var cookies = new CookieContainer();
        cookies.Add(ClientOptions.BaseAddress, cookie);
        return new(CreateDefaultClient(ClientOptions.BaseAddress, new RedirectHandler(), new CookieContainerHandler(cookies)));
    }

    /// <summary>The cookie that the application itself would have written for somebody of the <see cref="Cast"/>.</summary>
    public Cookie CookieOf(Account account)
    {
        var session = Session.Start(account.Id, Clock.Now);
        using (var db = Db())
        {
            db.Add(session);
            db.SaveChanges();
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id.Value.ToString()), new(Session.Claim, session.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), CookieAuthenticationDefaults.AuthenticationScheme);
        var cookie = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme);
        return new(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket), "/");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        if (ownsDatabase) await database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Award", database.Connection);
        builder.UseSetting("Demo", demo ? "true" : "false");
        builder.UseSetting("PublicAddress", "http://localhost");
        builder.UseSetting("Mail:SmtpHost", PostBox.Host);
        builder.UseSetting("Mail:SmtpPort", $"{Post.Port}");
        builder.UseSetting("Mail:PauseSeconds", "0.05");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Documents:Patience", "00:01:00");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        if (!realClock) builder.ConfigureTestServices(services => services.AddSingleton<AwardClock>(Clock));
    }
}

/// <summary>A clock that stands still until it is moved. It starts on 3 May 2027, noon in Helsinki.</summary>
internal sealed class TestClock : AwardClock
{
    public DateTimeOffset Now { get; set; } = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);

    public override ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default) => ValueTask.FromResult(Now);
}
