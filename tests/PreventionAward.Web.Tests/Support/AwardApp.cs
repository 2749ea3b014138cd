using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.SignIn;

namespace PreventionAward.Web.Tests.Support;

/// <summary>The real application on a real PostgreSQL, with clock and post box in the test's hand; in demo mode, so that anybody signs in by a button.</summary>
internal sealed class AwardApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase database;
    private readonly bool realClock;

    private AwardApp(TestDatabase database, bool realClock) => (this.database, this.realClock) = (database, realClock);

    /// <summary>What time the application takes it to be; stands still unless the test moves it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Where its mail arrives.</summary>
    public PostBox Post { get; } = new();

    /// <param name="realClock">True to ask the database for the time, as in use.</param>
    public static async Task<AwardApp> StartAsync(bool realClock = false)
    {
        var app = new AwardApp(await TestDatabase.CreateAsync(), realClock);
        await using var db = app.Db();
        await DemoAccounts.EnsureAsync(db, await app.Clock.NowAsync());
        await db.CommitAsync();
        return app;
    }

    public AwardDb Db() => database.CreateDbContext();

    /// <summary>Runs a piece of the application outside a request, for example a use case that has no page.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> run)
    {
        await using var scope = Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

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

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Post.DisposeAsync();
        await database.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Award", database.Connection);
        builder.UseSetting("Demo", "true");
        builder.UseSetting("PublicAddress", "http://localhost");
        builder.UseSetting("Mail:SmtpHost", PostBox.Host);
        builder.UseSetting("Mail:SmtpPort", $"{Post.Port}");
        builder.UseSetting("Mail:PauseSeconds", "0.05");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        if (!realClock) builder.ConfigureTestServices(services => services.AddSingleton<AwardClock>(Clock));
    }
}

/// <summary>A clock that stands still until it is moved. It starts on 3 May 2027, noon in Helsinki.</summary>
internal sealed class TestClock : AwardClock
{
    public DateTimeOffset Now { get; set; } = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);

    public override ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default) => ValueTask.FromResult(Now);
}
