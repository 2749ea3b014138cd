using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed partial class SignInJourney
{
    [Fact]
    public async Task A_link_by_mail_signs_in_once_in_the_language_it_was_asked_in()
    {
        await using var app = await AwardApp.StartAsync();
        var visit = app.Visit();
        await visit.GoAsync("/sv/sign-in");
        await visit.SubmitAsync("sign-in", ("mail", "lag@example.fi"));
        var address = Link().Match((await MailAsync(app)).Text).Value;
        Assert.Contains("/sv/", address, StringComparison.Ordinal);

        await visit.GoAsync(address);
        var other = app.Visit();
        await other.GoAsync(address);
        Assert.Equal(0, await SignedInAsync(app));
        await visit.SubmitAsync("sign-in-link");
        Assert.Equal(1, await SignedInAsync(app));

        await other.SubmitAsync("sign-in-link");
        Assert.NotEqual("", other.Refusal);
        Assert.Equal(1, await SignedInAsync(app));
        await other.GoAsync(address);
        Assert.NotEqual("", other.Refusal);
    }

    [Fact]
    public async Task A_link_is_no_good_after_fifteen_minutes()
    {
        await using var app = await AwardApp.StartAsync();
        var visit = app.Visit();
        await visit.GoAsync("/sign-in");
        await visit.SubmitAsync("sign-in", ("mail", "lag@example.fi"));
        var address = Link().Match((await MailAsync(app)).Text).Value;

        await visit.GoAsync(address);
        app.Clock.Now += SignInLink.Lifetime;
        await visit.SubmitAsync("sign-in-link");

        Assert.NotEqual("", visit.Refusal);
        Assert.Equal(0, await SignedInAsync(app));
    }

    [Theory]
    [InlineData("secretary")]
    [InlineData("applicant")]
    [InlineData("juror-1")]
    [InlineData("chair")]
    [InlineData("publisher")]
    public async Task In_demo_mode_a_button_is_enough(string account)
    {
        await using var app = await AwardApp.StartAsync();

        var visit = await app.VisitAsync(account);

        Assert.Equal(HttpStatusCode.OK, visit.Status);
        Assert.NotEqual("/sign-in", visit.Path);
    }

    private static async Task<ReceivedMail> MailAsync(AwardApp app)
    {
        for (var waited = 0; app.Post.Mails.Count == 0 && waited < 200; waited++) await Task.Delay(50);
        return Assert.Single(app.Post.Mails);
    }

    private static async Task<int> SignedInAsync(AwardApp app)
    {
        await using var db = app.Db();
        return await db.Accounts.CountAsync(account => account.Mail == "lag@example.fi");
    }

    [GeneratedRegex(@"http://\S+/sign-in/link\S+")]
    private static partial Regex Link();
}
