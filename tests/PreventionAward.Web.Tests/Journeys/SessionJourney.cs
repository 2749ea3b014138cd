using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Web.Access;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class SessionJourney : IAsyncLifetime
{
    private AwardApp app = null!;

    public async Task InitializeAsync() => app = await AwardApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Signing_out_ends_the_session_and_every_copy_of_its_cookie()
    {
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        var (cookie, token) = await SignInAsync(browser, "secretary");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "/staff", cookie));

        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
        signOut.Headers.Add("Cookie", cookie);
        using var answer = await browser.SendAsync(signOut);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "/staff", cookie));
        await using var db = app.Db();
        Assert.Empty(await db.Set<Session>().ToListAsync());
        Assert.Equal(1, await db.Set<Web.Database.AuditLine>().CountAsync(line => line.Action == "signed-out"));
    }

    [Fact]
    public async Task Signing_out_in_one_browser_leaves_the_other_signed_in()
    {
        var (one, other) = (await app.VisitAsync("secretary"), await app.VisitAsync("secretary"));

        await one.SubmitAsync("form[action=sign-out]");

        Assert.Equal("/staff", (await other.GoAsync("/staff")).Path);
        Assert.StartsWith("/sign-in", (await one.GoAsync("/staff")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_sessions_are_forgotten()
    {
        await app.VisitAsync("secretary");
        app.Clock.Now += Session.Longest + TimeSpan.FromMinutes(1);
        await app.VisitAsync("chair");

        await using var db = app.Db();
        Assert.Single(await db.Set<Session>().ToListAsync());
    }

    [Theory]
    [InlineData("Production", "https://award.example.fi", true)]
    [InlineData("Production", "http://localhost:8080", false)]
    [InlineData("Development", "https://award.example.fi", false)]
    public async Task Outside_demonstration_and_development_the_cookie_goes_over_tls_only(string environment, string address, bool isSecure)
    {
        await using var real = await AwardApp.StartAsync(demo: false);
        await using var there = real.WithWebHostBuilder(builder => builder.UseEnvironment(environment).UseSetting("PublicAddress", address));
        using var scope = there.Services.CreateScope();

        var cookie = scope.ServiceProvider.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>().Get("Cookies");

        Assert.Equal(isSecure ? Microsoft.AspNetCore.Http.CookieSecurePolicy.Always : Microsoft.AspNetCore.Http.CookieSecurePolicy.SameAsRequest, cookie.Cookie.SecurePolicy);
    }

    [Fact]
    public async Task The_portal_answers_to_its_own_name_only_and_believes_no_unknown_proxy()
    {
        await using var real = await AwardApp.StartAsync(demo: false);
        await using var there = real.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("PublicAddress", "https://award.example.fi"));

        Assert.Equal(HttpStatusCode.OK, await HostAsync(there, "award.example.fi"));
        Assert.Equal(HttpStatusCode.BadRequest, await HostAsync(there, "evil.example"));
    }

    private static async Task<HttpStatusCode> HostAsync(WebApplicationFactory<Program> app, string host)
    {
        using var browser = app.CreateClient(new() { BaseAddress = new($"http://{host}") });
        using var answer = await browser.GetAsync("/health");
        return answer.StatusCode;
    }

    private static async Task<(string Cookie, string Token)> SignInAsync(HttpClient browser, string account)
    {
        using var page = await browser.GetAsync("/sign-in");
        var antiforgery = Cookies(page);
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in-demo"), new("as", account), new("__RequestVerificationToken", await TokenAsync(page))]),
        };
        post.Headers.Add("Cookie", antiforgery);
        using var answer = await browser.SendAsync(post);
        var cookie = $"{antiforgery}; {Cookies(answer)}";
        using var signedIn = new HttpRequestMessage(HttpMethod.Get, "/entries");
        signedIn.Headers.Add("Cookie", cookie);
        using var entries = await browser.SendAsync(signedIn);
        return (cookie, await TokenAsync(entries));
    }

    private static string Cookies(HttpResponseMessage answer) => string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));

    private static async Task<string> TokenAsync(HttpResponseMessage answer) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync())
            .QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }
}
