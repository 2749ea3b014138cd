using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        for (var i = 0; i < 5; i++) Assert.Empty((await AskAsync()).Refusal);
        Assert.NotEmpty((await AskAsync()).Refusal);

        app.Clock.Now += SignInLink.Lifetime;
        Assert.Empty((await AskAsync()).Refusal);
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
