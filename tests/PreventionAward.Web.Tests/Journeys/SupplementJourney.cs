using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class SupplementJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;

    private string Page => $"/entries/{scene.North.Id.Value}/supplement";

    private string StaffPage => $"/staff/year/entries/{scene.North.Id.Value}";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Screening, (s, _) => s.North.Join(s.Cast.South.Id, TeamRole.Editor));
        team = app.VisitAs(scene.Cast.North);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Asked_questions_are_answered_handed_in_and_seen_before_and_after()
    {
        await AskAsync("12.5.2027", "", "summary", "partners", "attachments");
        var mail = (await MailsAsync("supplement-request")).First(m => m.To == scene.Cast.North.Mail);
        Assert.Contains("12.5.2027 kl.\u00a024.00", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Vad saknas?", mail.Body, StringComparison.Ordinal);
        await team.GoAsync("/entries");
        Assert.Contains("12.5.2027 klo 24.00", team.Words, StringComparison.Ordinal);

        await team.GoAsync(Page);
        await team.SubmitAsync("supplement", [("summary", "Ny sammanfattning"), ("partners.1.organisation", "Ny partner"), ("do", "save")], [("attachments", "rapport.pdf", "%PDF-1.7"u8.ToArray())]);
        Assert.Contains("ei ole vielä lähetetty", team.Words, StringComparison.Ordinal);
        Assert.Equal("Ny sammanfattning", team.Page.GetElementsByName("summary")[0].TextContent.Trim());
        await team.SubmitAsync("supplement", ("do", "hand-in"));

        Assert.Equal($"/entries/{scene.North.Id.Value}/receipt", team.Path);
        Assert.Contains("Täydennys on vastaanotettu", team.Words, StringComparison.Ordinal);
        Assert.Contains("30.4.2027 klo 15.15", team.Words, StringComparison.Ordinal);
        await team.GoAsync($"/entries/{scene.North.Id.Value}/history");
        Assert.Equal(["receipt?version=2", "receipt?version=1"], team.Page.QuerySelectorAll("td a[href*=receipt]").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.Contains("Täydennys", team.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Voimassa on versio 2", (await team.GoAsync($"/entries/{scene.North.Id.Value}/receipt?version=1")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GoAsync($"/entries/{scene.North.Id.Value}/receipt?version=3")).Status);
        await using var db = app.Db();
        var versions = await db.Set<SubmittedVersion>().Where(v => v.EntryId == scene.North.Id).OrderBy(v => v.Version).ToListAsync();
        Assert.Equal(["partners.1.organisation", "summary"], versions[1].Answers.DifferencesFrom(versions[0].Answers));
        Assert.Equal("rapport.pdf", Assert.Single(versions[1].Files).Name);
        Assert.Equal([scene.Cast.North.Mail, scene.Cast.South.Mail], (await MailsAsync("supplement-received")).Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.Equal(["supplement-asked", "supplement-handed-in", "supplement-saved"], await db.Set<AuditLine>().Where(l => l.Action.StartsWith("supplement-")).Select(l => l.Action).OrderBy(a => a).ToListAsync());

        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync(StaffPage);
        Assert.Contains($"Ennen täydennystä {Scene.NorthMarker} summary Täydennyksen jälkeen Ny sammanfattning", staff.Words, StringComparison.Ordinal);
        Assert.Contains("rapport.pdf", staff.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_team_is_shown_exactly_the_questions_and_every_other_is_refused()
    {
        await AskAsync("12.5.2027", "16.15", "summary", "awareness");
        await team.GoAsync(Page);
        Assert.Equal(["awareness", "summary"], team.Page.QuerySelectorAll("main textarea, main input[name]:not([type=hidden])").Select(input => input.GetAttribute("name")!).Order(StringComparer.Ordinal));

        var form = team.Fields("supplement");
        await team.SubmitAsync("supplement", ("summary", "Ny"), ("title", "Smugglad"), ("do", "hand-in"));

        Assert.Contains("ei ole pyydetty", team.Refusal, StringComparison.Ordinal);
        Assert.Equal("Ny", team.Page.GetElementsByName("summary")[0].TextContent.Trim());
        await team.PostAsync([.. form, new("partners.1.organisation", "Smugglad"), new("do", "hand-in")]);
        await NothingNewAsync();
    }

    [Fact]
    public async Task After_the_time_it_is_closed_to_the_millisecond()
    {
        await AskAsync("12.5.2027", "16.15", "summary");
        await team.GoAsync(Page);
        List<KeyValuePair<string, string>> form = [.. team.Fields("supplement").Where(f => f.Key != "summary"), new("summary", "Ny"), new("do", "hand-in")];
        var until = new DateTimeOffset(2027, 5, 12, 13, 15, 0, TimeSpan.Zero);

        foreach (var late in new[] { until, until.AddMilliseconds(1) })
        {
            app.Clock.Now = late;
            Assert.EndsWith("/supplement", (await team.PostAsync(form)).Path, StringComparison.Ordinal);
            await NothingNewAsync();
        }

        Assert.Contains("ei voi enää täydentää", (await team.GoAsync(Page)).Words, StringComparison.Ordinal);
        app.Clock.Now = until.AddMilliseconds(-1);
        Assert.EndsWith("/receipt", (await team.PostAsync(form)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_presses_at_once_hand_it_in_once()
    {
        await AskAsync("12.5.2027", "", "summary");
        await team.GoAsync(Page);
        List<KeyValuePair<string, string>> form = [.. team.Fields("supplement").Where(f => f.Key != "summary"), new("summary", "Ny"), new("do", "hand-in")];

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => team.PostAsync(form)));
        Assert.EndsWith("/receipt", (await team.PostAsync(form)).Path, StringComparison.Ordinal);

        await using var db = app.Db();
        Assert.Equal(2, await db.Set<SubmittedVersion>().CountAsync(v => v.EntryId == scene.North.Id));
        Assert.Equal(2, (await MailsAsync("supplement-received")).Count);
    }

    [Fact]
    public async Task An_editor_writes_but_does_not_hand_in_and_nobody_else_finds_the_pages()
    {
        await AskAsync("12.5.2027", "", "summary");
        var editor = await app.VisitAs(scene.Cast.South).GoAsync(Page);
        await editor.SubmitAsync("supplement", ("summary", "Ny"), ("do", "save"));
        Assert.Equal("", editor.Refusal);
        await editor.SubmitAsync("supplement", ("do", "hand-in"));
        Assert.NotEqual("", editor.Refusal);
        await NothingNewAsync();

        foreach (var other in new[] { scene.Cast.Chair, scene.Cast.Secretary, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(other).GoAsync(Page)).Status);
        foreach (var other in new[] { scene.Cast.Chair, scene.Cast.North, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(other).GoAsync(StaffPage + "/supplement")).Status);
    }

    [Fact]
    public async Task Scoring_waits_for_it_and_the_jury_reads_the_supplemented_entry_and_that_it_is_one()
    {
        await AskAsync("12.5.2027", "", "summary");
        var staff = app.VisitAs(scene.Cast.Secretary);
        await staff.GoAsync("/staff/year/screening");
        Assert.Contains("odotetaan täydennystä", staff.Words, StringComparison.Ordinal);
        Assert.Null(staff.Page.QuerySelector("input[value=start-scoring]"));
        await team.GoAsync(Page);
        await team.SubmitAsync("supplement", ("summary", "Ny sammanfattning"), ("do", "hand-in"));
        foreach (var entry in new[] { scene.North, scene.South })
        {
            await staff.GoAsync($"/staff/year/entries/{entry.Id.Value}");
            await staff.SubmitAsync("screen", ("verdict-choice", "eligible"));
        }

        await StartScoringAsync();
        Assert.Equal("", staff.Refusal);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync($"/jury/year/entries/{scene.North.Id.Value}");
        Assert.DoesNotContain("Ny sammanfattning", juror.Words, StringComparison.Ordinal);
        await using (var db = app.Db())
        {
            db.Add(Declaration.Restore(scene.Competition.Id, scene.North.Id, scene.Cast.Clear.Id, InterestAnswer.None, null, "", app.Clock.Now, null, null, null));
            await db.CommitAsync();
        }

        await juror.GoAsync($"/jury/year/entries/{scene.North.Id.Value}");
        Assert.Contains("Ehdotusta on täydennetty 3.5.2027", juror.Words, StringComparison.Ordinal);
        Assert.Contains("Ny sammanfattning", juror.Words, StringComparison.Ordinal);

        async Task StartScoringAsync()
        {
            await staff.GoAsync("/staff/year/screening");
            await staff.SubmitAsync("start-scoring");
        }
    }

    [Fact]
    public async Task A_request_without_questions_message_or_time_is_refused_and_one_can_be_withdrawn()
    {
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync(StaffPage + "/supplement");
        await staff.SubmitAsync("ask", ("message", "Vad saknas?"), ("until.date", "12.5.2027"));
        Assert.Contains("vähintään yksi kysymys", staff.Refusal, StringComparison.Ordinal);
        await staff.SubmitAsync("ask", ("fields", "summary"), ("until.date", "12.5.2027"), ("message", ""));
        Assert.NotEqual("", staff.Refusal);
        Assert.NotNull(staff.Page.QuerySelector("input[name=fields][value=summary][checked]"));
        await staff.SubmitAsync("ask", ("fields", "summary"), ("message", "Vad saknas?"), ("until.date", "2.5.2027"));
        Assert.NotEqual("", staff.Refusal);
        await staff.SubmitAsync("ask", ("fields", "summary"), ("message", "Vad saknas?"), ("until.date", "12.5.2027"));
        Assert.Equal(StaffPage + "?done=asked", staff.Path);

        await using var db = app.Db();
        var request = await db.Set<SupplementRequest>().SingleAsync();
        await staff.SubmitAsync($"withdraw-{request.Id}", ("request", request.Id.ToString()));

        Assert.Contains("Pyyntö peruttu", staff.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await team.GoAsync(Page)).Status);
    }

    [Fact]
    public async Task It_saves_by_itself_while_one_types_and_two_members_do_not_overwrite_each_other()
    {
        await AskAsync("12.5.2027", "", "summary", "awareness");
        await team.GoAsync(Page);
        var other = await app.VisitAs(scene.Cast.South).GoAsync(Page);

        Assert.Equal(HttpStatusCode.OK, await TypeAsync(team, ("summary", "Ny"), ("awareness", "A")));
        Assert.Equal(HttpStatusCode.OK, await TypeAsync(other, ("summary", "Annan"), ("title", "Smugglad")));

        await other.GoAsync(Page);
        Assert.Equal("Ny", other.Page.GetElementsByName("summary")[0].TextContent.Trim());
        await using var db = app.Db();
        Assert.Equal(["awareness", "summary"], (await db.Set<SupplementRequest>().SingleAsync()).Draft.Values.Keys);
        Assert.Equal(Scene.NorthMarker + " summary", (await db.Entries.SingleAsync(e => e.Id == scene.North.Id)).Draft["summary"]);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_stays_in_its_field_and_the_others_are_saved()
    {
        await AskAsync("12.5.2027", "", "summary", "title");
        await team.GoAsync(Page);
        var tooLong = new string('k', TextLimit.Line + 1);
        await team.SubmitAsync("supplement", ("title", tooLong), ("summary", "Ny"), ("do", "save"));

        Assert.Contains("301", team.Refusal, StringComparison.Ordinal);
        Assert.Equal(tooLong, team.Page.GetElementsByName("title")[0].GetAttribute("value"));
        await using var db = app.Db();
        var draft = (await db.Set<SupplementRequest>().SingleAsync()).Draft;
        Assert.Equal((Scene.NorthMarker + " title", "Ny"), (draft["title"], draft["summary"]));
    }

    [Fact]
    public async Task A_refused_supplement_lists_what_is_missing_with_links()
    {
        await AskAsync("12.5.2027", "", "summary", "title");
        await team.GoAsync(Page);
        await team.SubmitAsync("supplement", ("title", ""), ("do", "hand-in"));

        Assert.Contains("Vastaus puuttuu", team.Refusal, StringComparison.Ordinal);
        Assert.NotNull(team.Page.QuerySelector("[role=alert] a[href$='#title']"));
    }

    private static async Task<HttpStatusCode> TypeAsync(Visit visit, params (string Name, string Value)[] typed)
    {
        var form = visit.Page.QuerySelector("form[data-draft]")!;
        var fields = visit.Fields("supplement").Where(f => typed.All(t => t.Name != f.Key)).Select(f => (f.Key, f.Value));
        using var answer = await visit.PostAsync("/" + form.GetAttribute("data-draft"), [.. fields, .. typed]);
        return answer.StatusCode;
    }

    private async Task AskAsync(string date, string time, params string[] fields)
    {
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync(StaffPage + "/supplement");
        await staff.SubmitAsync("ask", [.. fields.Select(f => ("fields", (string?)f)), ("message", "Vad saknas?"), ("until.date", date), ("until.time", time)]);
        Assert.Equal("", staff.Refusal);
    }

    private async Task NothingNewAsync()
    {
        await using var db = app.Db();
        Assert.Equal(1, await db.Set<SubmittedVersion>().CountAsync(v => v.EntryId == scene.North.Id));
    }

    private async Task<List<OutboxMail>> MailsAsync(string template)
    {
        await using var db = app.Db();
        return await db.Set<OutboxMail>().Where(m => m.Template == template).ToListAsync();
    }
}
