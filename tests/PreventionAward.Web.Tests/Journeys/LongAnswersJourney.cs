using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What is too long is refused in words; it stays where it was typed, and everything else is saved.</summary>
public sealed class LongAnswersJourney : IAsyncLifetime
{
    private static readonly string TooLong = new('k', TextLimit.Line + 1);

    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;
    private string part = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open);
        team = app.VisitAs(scene.Cast.North);
        part = $"/entries/{scene.North.Id.Value}/parts/";
        await team.GoAsync(part + "project");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("/", "301 merkkiä")]
    [InlineData("/sv/", "301 tecken")]
    [InlineData("/en/", "301 characters")]
    public async Task A_title_that_is_too_long_stays_in_its_field_and_the_other_answers_are_saved(string language, string words)
    {
        await team.GoAsync(language + part[1..] + "project");
        await team.SubmitAsync("part", ("title", TooLong), ("contactName", "Contact person"), ("do", "save"));

        Assert.Contains(words, team.Refusal, StringComparison.Ordinal);
        Assert.Equal(TooLong, team.Page.GetElementsByName("title")[0].GetAttribute("value"));
        Assert.Contains(words, team.Page.QuerySelector("#title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("title", team.Page.QuerySelector("form[data-draft]")!.GetAttribute("data-unsaved"));
        Assert.Equal((Scene.NorthMarker + " title", "Contact person"), (await DraftAsync("title"), await DraftAsync("contactName")));

        await team.SubmitAsync("part", ("title", "Shorter"), ("do", "save"));
        Assert.Equal("Shorter", await DraftAsync("title"));
    }

    [Fact]
    public async Task Saving_by_itself_says_the_same_and_loses_nothing()
    {
        using var answer = await PostAsync(("title", TooLong), ("contactName", "Contact person"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("301 merkki", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((Scene.NorthMarker + " title", "Contact person"), (await DraftAsync("title"), await DraftAsync("contactName")));
    }

    [Fact]
    public async Task More_than_a_part_can_hold_is_refused_in_words_by_page_and_script()
    {
        var much = new string('k', Domain.Entries.AnswerLimit.Part);

        using var answer = await PostAsync(("title", much));
        await team.SubmitAsync("part", ("title", much), ("do", "save"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("lyhennä", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("lyhennä", team.Refusal, StringComparison.Ordinal);
        Assert.Equal(much, team.Page.GetElementsByName("title")[0].GetAttribute("value"));
    }

    [Fact]
    public async Task Rows_are_limited_by_how_many_they_are_and_not_by_their_numbers()
    {
        await team.GoAsync(part + "innovation");
        await team.SubmitAsync("part", ("partners.900000001.organisation", "Far away"), ("do", "save"));
        Assert.Empty(team.Refusal);
        Assert.Equal("Far away", await DraftAsync("partners.900000001.organisation"));

        await team.SubmitAsync("part", [.. Enumerable.Range(5, 60).Select(n => ($"partners.{n}.organisation", (string?)$"Partner {n}")), ("do", "save")]);
        Assert.Contains("50", team.Refusal, StringComparison.Ordinal);
        Assert.Equal("", await DraftAsync("partners.64.organisation"));
        Assert.Equal("Partner 64", team.Page.GetElementsByName("partners.64.organisation")[0].GetAttribute("value"));
    }

    [Fact]
    public async Task A_line_is_saved_on_one_line_and_without_marks_that_turn_it_around()
    {
        await team.SubmitAsync("part", ("title", "Hanke\r\ntoinen\u202Erivi"), ("do", "save"));

        Assert.Equal("Hanke toinenrivi", await DraftAsync("title"));
    }

    [Fact]
    public async Task A_decision_text_that_is_too_long_stays_on_the_page()
    {
        await Scene.PlayAsync(app, Stage.Decided, (s, db) => db.Entry(db.Decisions.Local.Single()).Property(d => d.ApprovedAt).CurrentValue = null, name: "decided", suffix: "2");
        var secretary = await app.VisitAsync("secretary");
        await secretary.GoAsync("/staff/decided/decision");
        var text = new string('p', TextLimit.Text + 1);
        var field = secretary.Page.QuerySelector("form textarea")!.GetAttribute("name")!;

        await secretary.SubmitAsync("decision-texts", (field, text));

        Assert.Contains("lyhennä", secretary.Refusal, StringComparison.Ordinal);
        Assert.Equal(text, secretary.Page.GetElementsByName(field)[0].TextContent.Trim());
    }

    private async Task<HttpResponseMessage> PostAsync(params (string Name, string Value)[] values)
    {
        var form = team.Page.QuerySelector("form[data-draft]")!;
        var fields = values.Append(("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!))
            .Append(("seen", form.QuerySelector("input[name=seen]")!.GetAttribute("value")!));
        return await team.PostAsync("/" + form.GetAttribute("data-draft")!, fields);
    }

    private async Task<string> DraftAsync(string key)
    {
        await using var db = app.Db();
        return (await db.Entries.AsNoTracking().SingleAsync(e => e.Id == scene.North.Id)).Draft[key];
    }
}
