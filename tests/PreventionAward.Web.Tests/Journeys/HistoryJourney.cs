using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Every version can be looked at and compared, and what was taken out of a draft can be put into it again.</summary>
public sealed class HistoryJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;
    private string entry = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        app.Clock.Now = Scene.Closed;
        scene = await Scene.PlayAsync(app, Stage.Open);
        team = app.VisitAs(scene.Cast.South);
        entry = $"/entries/{scene.South.Id.Value}";
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Versions_are_listed_and_compared_word_by_word()
    {
        await WriteAsync("description", ("summary", $"{Scene.SouthMarker} toinen summary"));
        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");

        await team.GoAsync(entry + "/history");
        Assert.Contains("Versio 2", team.Words, StringComparison.Ordinal);
        Assert.Contains("(omistaja)", team.Words, StringComparison.Ordinal);
        await team.GoAsync(entry + "/history/compare?from=1&to=2");

        Assert.Equal(["toinen"], team.Page.QuerySelectorAll(".changed ins").Select(e => e.ChildNodes[1].TextContent.Trim()));
        Assert.Empty(team.Page.QuerySelectorAll(".changed del"));
        Assert.Null(team.Page.QuerySelector("main .changed form"));
    }

    [Fact]
    public async Task A_text_of_a_submitted_version_is_taken_back_into_the_draft()
    {
        await WriteAsync("description", ("summary", "Aivan muuta"));

        await team.GoAsync(entry + "/history/compare?from=1&to=draft");
        await team.SubmitAsync("take-summary");

        Assert.Contains("palautettu luonnokseen", team.Words, StringComparison.Ordinal);
        Assert.Equal($"{Scene.SouthMarker} summary", (await DraftAsync())["summary"]);
        await using var db = app.Db();
        Assert.Equal(1, await db.Set<AuditLine>().CountAsync(l => l.Action == "text-taken-back"));

        // What stood there instead is kept in its turn.
        await team.GoAsync(entry + "/history/texts/description");
        Assert.Contains("Aivan muuta", team.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_replaced_comes_back_by_a_button_and_so_does_a_removed_row()
    {
        await WriteAsync("innovation", ("innovation", "Korvattu"), ("do", "remove:partners.1"));
        var before = scene.South.Draft;
        Assert.Empty((await DraftAsync()).Rows("partners"));

        await team.GoAsync(entry + "/history/texts/innovation");
        foreach (var name in team.Page.QuerySelectorAll(".card form input[name=_handler]").Select(i => i.GetAttribute("value")!).ToList())
        {
            await team.GoAsync(entry + "/history/texts/innovation");
            await team.SubmitAsync(name);
        }

        var after = await DraftAsync();
        Assert.Equal(before["innovation"], after["innovation"]);
        Assert.Equal(before["partners.1.organisation"], after.Rows("partners").Select(row => after[$"partners.{row}.organisation"]).First());
    }

    [Fact]
    public async Task A_sitting_of_one_person_keeps_one_text_and_never_more_than_the_limit()
    {
        for (var time = 0; time < 30; time++)
        {
            await WriteAsync("description", ("area", $"Ensin {time}"));
            await WriteAsync("description", ("area", $"Sitten {time}"));
            app.Clock.Now = app.Clock.Now.AddMinutes(6);
        }

        await using var db = app.Db();
        var kept = await db.Set<EarlierText>().Where(t => t.Key == "area").OrderBy(t => t.At).Select(t => t.Text).ToListAsync();
        Assert.Equal(EarlierText.Most, kept.Count);
        Assert.All(kept, text => Assert.StartsWith("Sitten", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_and_staff_before_the_opening_find_no_history()
    {
        foreach (var somebody in new[] { scene.Cast.North, scene.Cast.Secretary, scene.Cast.Clear })
        {
            var visit = app.VisitAs(somebody);
            foreach (var page in new[] { "/history", "/history/compare?from=1&to=1", "/history/compare?from=1&to=draft", "/history/texts/description" })
                Assert.Equal(HttpStatusCode.NotFound, (await visit.GoAsync(entry + page)).Status);
        }
    }

    [Fact]
    public async Task Staff_compare_versions_once_the_entries_are_opened_and_never_see_the_draft()
    {
        var opened = await Scene.PlayAsync(app, Stage.Screening, name: "opened", suffix: "-opened");
        var path = $"/entries/{opened.South.Id.Value}/history";
        var staff = app.VisitAs(opened.Cast.Secretary);

        Assert.Equal(HttpStatusCode.OK, (await staff.GoAsync(path)).Status);
        Assert.DoesNotContain("Luonnoksen aiemmat tekstit", staff.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await staff.GoAsync(path + "/compare?from=1&to=1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GoAsync(path + "/compare?from=1&to=draft")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GoAsync(path + "/texts/description")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(opened.Cast.Clear).GoAsync(path)).Status);
    }

    [Fact]
    public async Task Members_of_a_team_learn_where_the_others_are()
    {
        await using (var db = app.Db())
        {
            (await db.Entries.Include(e => e.Team).SingleAsync(e => e.Id == scene.South.Id)).Join(scene.Cast.North.Id, TeamRole.Editor);
            await db.CommitAsync();
        }

        var other = app.VisitAs(scene.Cast.North);
        Assert.Equal("""{"others":[]}""", await PulseAsync(other, "goals"));
        Assert.Contains("osaa 4: ", await PulseAsync(team, "description"), StringComparison.Ordinal);
        Assert.Contains("samaa osaa", await PulseAsync(team, "goals"), StringComparison.Ordinal);
        await team.GoAsync(entry);
        Assert.Contains("muokkaa nyt osaa 4", team.Words, StringComparison.Ordinal);

        app.Clock.Now += Presence.Memory;
        Assert.Equal("""{"others":[]}""", await PulseAsync(team, "description"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Secretary).FetchAsync(entry + "/presence?part=goals", "POST")).StatusCode);
    }

    private async Task<string> PulseAsync(Visit visit, string part) => await (await visit.FetchAsync($"{entry}/presence?part={part}", "POST")).Content.ReadAsStringAsync();

    private async Task WriteAsync(string part, params (string, string?)[] answers)
    {
        await team.GoAsync($"{entry}/parts/{part}");
        await team.SubmitAsync("part", answers.Any(a => a.Item1 == "do") ? answers : [.. answers, ("do", "save")]);
    }

    private async Task<Answers> DraftAsync()
    {
        await using var db = app.Db();
        return (await db.Entries.SingleAsync(e => e.Id == scene.South.Id)).Draft;
    }
}
