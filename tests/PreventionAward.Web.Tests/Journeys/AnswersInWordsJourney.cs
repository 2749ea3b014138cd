using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>No request ends in a blank page, and none in a fault.</summary>
public sealed class AnswersInWordsJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Scoring);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/sign-out", "kirjaudu sisään")]
    [InlineData("/sv/sign-out", "logga in")]
    [InlineData("/en/sign-out", "sign in")]
    [InlineData("/jury/year/entries/{0}/scores", "kirjaudu sisään")]
    [InlineData("/entries/{0}/parts/project", "kirjaudu sisään")]
    [InlineData("/sign-in", "kirjaudu sisään")]
    public async Task A_form_without_a_good_token_is_answered_by_a_page_that_says_what_to_do(string path, string words)
    {
        var visit = app.VisitAs(scene.Cast.Clear);

        await visit.SendAsync(HttpMethod.Post, string.Format(null, path, scene.South.Id.Value), [("comment", "A long comment that must not be lost on its way to the jury")]);

        Assert.Equal(HttpStatusCode.BadRequest, visit.Status);
        Assert.Contains(words, visit.Words, StringComparison.Ordinal);
        Assert.Contains("A long comment that must not be lost", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_its_page_has_no_more_is_answered_by_a_page_that_keeps_what_was_typed()
    {
        // In development Blazor answers in words of its own.
        await using var inUse = await AwardApp.StartAsync(settings: new() { ["environment"] = "Production" });
        var there = await Scene.PlayAsync(inUse, Stage.Scoring);
        var visit = await inUse.VisitAs(there.Cast.Clear).GoAsync($"/jury/year/entries/{there.South.Id.Value}");
        var token = visit.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await visit.SendAsync(HttpMethod.Post, $"/jury/year/entries/{there.South.Id.Value}", [("__RequestVerificationToken", token), ("_handler", "gone-by-now"), ("reason", "Reasons that took a long time to write")]);

        Assert.Equal(HttpStatusCode.BadRequest, visit.Status);
        Assert.Contains("Tilanne on muuttunut", visit.Words, StringComparison.Ordinal);
        Assert.Contains("Reasons that took a long time", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_from_another_site_are_not_shown()
    {
        var visit = app.VisitAs(scene.Cast.Clear);

        await visit.SendAsync(HttpMethod.Post, "/sign-out", [("text", "Call this number at once, says somebody else")], origin: "https://evil.example");

        Assert.DoesNotContain("Call this number", visit.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_is_told_the_same_in_json()
    {
        var visit = app.VisitAs(scene.Cast.Clear);

        await visit.SendAsync(HttpMethod.Post, $"/jury/year/entries/{scene.South.Id.Value}/scores", [("C1", "3")], accept: "application/json");

        Assert.Contains("\"saved\":false", visit.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("kirjaudu", visit.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_request_may_hold_is_answered_in_words()
    {
        var visit = app.VisitAs(scene.Cast.Clear);

        await visit.SendAsync(HttpMethod.Post, "/sign-in", [.. Enumerable.Range(0, 1100).Select(n => ($"field-{n}", "x"))]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, visit.Status);
        Assert.Contains("20 Mt", visit.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/sv/competitions/year", HttpStatusCode.OK)]
    [InlineData("/competitions/none", HttpStatusCode.NotFound)]
    [InlineData("/competitions/none/decision.pdf", HttpStatusCode.NotFound)]
    public async Task Head_is_answered_like_get_without_a_body(string path, HttpStatusCode status)
    {
        var visit = app.Visit();

        await visit.SendAsync(HttpMethod.Head, path, []);

        Assert.Equal(status, visit.Status);
        Assert.Equal("", visit.Page.Body!.TextContent);
    }

    [Fact]
    public async Task Malformed_addresses_and_questions_are_no_faults()
    {
        string[] odd = ["x", "0", "-1", "%2e%2e", "%F0%9F%98%80", "%ED%A0%80", "'", "00000000-0000-0000-0000-000000000000", "99999999999999999999", new('a', 500), "%E2%80%AE"];
        string[] paths =
        [
            "/competitions/{0}", "/competitions/{0}/decision", "/competitions/{0}/decision.pdf", "/entries/{0}", "/entries/{0}/parts/{0}", "/entries/{0}/files/{0}",
            "/entries/{0}/receipt.pdf", "/entries/{0}/draft?person={0}", "/jury/{0}", "/jury/year/entries/{0}", "/staff/{0}", "/staff/year/entries/{0}", "/staff/{0}/decision/preview.pdf?in={0}",
            "/staff/outbox?page={0}&state={0}", "/staff/year/audit?page={0}&who={0}", "/sign-in/link?id={0}&token={0}", "/sign-in/code?id={0}&returnTo={0}", "/sign-in?returnTo={0}", "/publish/{0}",
            "/staff/year?done={0}", "/archive?year={0}", "/jury/year/deliberation?sort={0}", "/invitations/{0}", "/{0}", "/sv/{0}", "/error?{0}={0}",
        ];
        List<string> faults = [];
        foreach (var visit in new[] { app.Visit(), app.VisitAs(scene.Cast.Clear), await app.VisitAsync("secretary"), app.VisitAs(scene.Cast.North) })
            foreach (var path in paths)
                foreach (var part in odd)
                {
                    using var answer = await visit.FetchAsync(path.Replace("{0}", part, StringComparison.Ordinal));
                    if ((int)answer.StatusCode >= 500 && !path.StartsWith("/error", StringComparison.Ordinal)) faults.Add($"{(int)answer.StatusCode} {path} {part}");
                }

        Assert.Empty(faults);
    }
}
