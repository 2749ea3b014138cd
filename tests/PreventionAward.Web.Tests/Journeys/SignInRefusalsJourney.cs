using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed partial class SignInRefusalsJourney : IAsyncLifetime
{
    private AwardApp app = null!;

    public async Task InitializeAsync() => app = await AwardApp.StartAsync(demo: false);

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_code_of_the_mail_signs_in_too_however_it_is_spaced()
    {
        var visit = await AskAsync("entries");

        await visit.SubmitAsync("sign-in-code", ("code", $" {(await CodeAsync()).Insert(3, " ")} "));

        Assert.Equal("/entries", visit.Path);
        Assert.NotEqual("/sign-in", (await visit.GoAsync("/entries")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task Five_wrong_codes_spend_the_right_one()
    {
        var visit = await AskAsync();
        var right = await CodeAsync();
        var wrong = right == "000000" ? "000001" : "000000";

        for (var i = 0; i < SignInLink.MostAttempts; i++)
        {
            await visit.SubmitAsync("sign-in-code", ("code", wrong));
            Assert.NotEmpty(visit.Refusal);
        }

        await visit.SubmitAsync("sign-in-code", ("code", right));
        Assert.NotEmpty(visit.Refusal);
        Assert.Equal(0, await AccountsAsync());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_off_the_site_after_signing_in(string returnTo)
    {
        var visit = await AskAsync(returnTo);

        await visit.SubmitAsync("sign-in-code", ("code", await CodeAsync()));

        Assert.Equal("/", visit.Path);
        Assert.Equal(1, await AccountsAsync());
    }

    [Fact]
    public async Task Without_the_demonstration_its_buttons_are_not_there_and_would_not_work()
    {
        var visit = await app.Visit().GoAsync("/sign-in");
        Assert.Null(visit.Page.QuerySelector("button[name=as]"));

        // Somebody who posts the form of the demonstration all the same gets no further.
        visit.Page.QuerySelector("form input[name=_handler][value=sign-in]")!.SetAttribute("value", "sign-in-demo");
        await visit.SubmitAsync("sign-in-demo", ("as", "secretary"), ("mail", null));
        Assert.Equal("/sign-in", (await visit.GoAsync("/staff")).Path.Split('?')[0]);
    }

    [Fact]
    public async Task An_address_gets_five_mails_and_no_sixth_until_they_have_gone_stale()
    {
        var visit = app.Visit();
        for (var i = 0; i < 5; i++) Assert.Empty((await AskAsync(visit)).Refusal);
        Assert.NotEmpty((await AskAsync(visit)).Refusal);

        app.Clock.Now += SignInLink.Lifetime;
        Assert.Empty((await AskAsync(visit)).Refusal);
    }

    [Fact]
    public async Task A_stranger_who_asks_again_and_again_does_not_lock_the_owner_out_and_there_is_an_end_to_it()
    {
        var stranger = app.Visit();
        for (var i = 0; i < 8; i++) await AskAsync(stranger);
        Assert.NotEmpty(stranger.Refusal);

        Assert.Empty((await AskAsync(app.Visit())).Refusal);

        for (var i = 0; i < 40; i++) await AskAsync(app.Visit());
        await using var db = app.Db();
        Assert.Equal(25, await db.Set<SignInLink>().CountAsync());
    }

    [Fact]
    public async Task One_network_gets_ten_mails_to_an_address_and_another_network_still_gets_one()
    {
        string[] browsers = [.. Enumerable.Range(0, 12).Select(n => $"browser-{n}")];
        foreach (var browser in browsers) await SendAsync(new(browser, "network"));

        await using var db = app.Db();
        Assert.Equal(10, await db.Set<SignInLink>().CountAsync());
        Assert.Null(await SendAsync(new("browser-of-the-owner", "elsewhere")));
    }

    [Fact]
    public async Task Forty_wrong_codes_at_once_are_five_attempts_and_the_right_one_comes_too_late()
    {
        await AskAsync();
        var code = await CodeAsync();
        var wrong = code == "000000" ? "000001" : "000000";
        Guid id;
        await using (var db = app.Db()) id = (await db.Set<SignInLink>().SingleAsync()).Id;

        var refusals = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => CodeAsync(id, wrong)));

        Assert.All(refusals, refusal => Assert.Equal("sign-in.spent", refusal?.Code));
        await using (var db = app.Db()) Assert.Equal(SignInLink.MostAttempts, (await db.Set<SignInLink>().SingleAsync()).Attempts);
        Assert.Equal("sign-in.spent", (await CodeAsync(id, code))?.Code);
        Assert.Equal(0, await AccountsAsync());
    }

    private Task<Refusal?> CodeAsync(Guid id, string code) =>
        app.InScopeAsync(services => services.GetRequiredService<SignIn>().ByCodeAsync(id, code, Language.Finnish));

    private async Task<Refusal?> SendAsync(Asker asker) =>
        (await app.InScopeAsync(services => services.GetRequiredService<SendSignInLink>().RunAsync("team@example.fi", Language.Finnish, null, asker))).Refusal;

    private static async Task<Visit> AskAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        return await visit.SubmitAsync("sign-in", ("mail", "team@example.fi"));
    }

    [Fact]
    public async Task The_first_person_of_an_empty_installation_is_invited_from_the_console()
    {
        var (address, refusal) = await app.InScopeAsync(services => services.GetRequiredService<InviteFromConsole>().RunAsync("First@Example.fi", "secretary"));
        Assert.Null(refusal);

        var visit = await app.Visit().GoAsync(address!);
        await visit.SubmitAsync("sign-in-link");
        await visit.GoAsync("/staff");

        Assert.Equal("/staff", visit.Path);
        await using var db = app.Db();
        var first = await db.Accounts.SingleAsync();
        Assert.Equal(("first@example.fi", StaffRoles.Secretary), (first.Mail, first.Staff));
    }

    private async Task<Visit> AskAsync(string? returnTo = null)
    {
        var visit = await app.Visit().GoAsync("/sign-in" + (returnTo is null ? "" : "?returnTo=" + Uri.EscapeDataString(returnTo)));
        return await visit.SubmitAsync("sign-in", ("mail", "team@example.fi"));
    }

    private async Task<string> CodeAsync()
    {
        for (var waited = 0; app.Post.Mails.Count == 0 && waited < 200; waited++) await Task.Delay(50);
        return Code().Match(app.Post.Mails[^1].Text).Value;
    }

    private async Task<int> AccountsAsync()
    {
        await using var db = app.Db();
        return await db.Accounts.CountAsync();
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();
}
