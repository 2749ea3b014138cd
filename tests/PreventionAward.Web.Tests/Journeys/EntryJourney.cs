using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class EntryJourney : IAsyncLifetime
{
    private static readonly DateTimeOffset Closes = new(2027, 5, 31, 13, 15, 0, TimeSpan.Zero);

    private AwardApp app = null!;
    private Visit team = null!;
    private string entry = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        await using var db = app.Db();
        db.Add(await OpenCallAsync());
        await db.CommitAsync();
        team = await app.VisitAsync("applicant");
        await team.GoAsync("/competitions/test/enter");
        await team.SubmitAsync("enter");
        entry = team.Path;
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_entry_goes_from_draft_to_receipt_and_the_team_is_told_by_mail()
    {
        await FillAsync("Our project");

        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");

        Assert.Equal(entry + "/receipt", team.Path);
        Assert.Contains("Our project", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var submitted = await db.Entries.Include(e => e.Versions).SingleAsync();
        Assert.Equal((1, 1, EntryStatus.Submitted), (submitted.Number, submitted.Versions.Count, submitted.Status));
        Assert.Contains(submitted.Submitted!.Sha256, (await db.Set<OutboxMail>().SingleAsync(m => m.Template == "entry-received")).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sent", "on lähetetty myös sähköpostitse")]
    [InlineData("waiting", "lähetetään myös sähköpostitse")]
    [InlineData("given up", null)]
    [InlineData("none", null)]
    public async Task The_receipt_says_that_it_was_mailed_only_where_it_was(string standing, string? words)
    {
        await FillAsync("Our project");
        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");
        await using var db = app.Db();
        var (sent, next) = (standing == "sent" ? Closes : default(DateTimeOffset?), standing == "waiting" ? Closes.AddYears(9) : default(DateTimeOffset?));
        if (standing == "none") await db.Set<OutboxMail>().ExecuteDeleteAsync();
        else await db.Set<OutboxMail>().ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, sent).SetProperty(m => m.NextAttemptAt, next));

        await team.GoAsync(entry + "/receipt");

        if (words is null) Assert.DoesNotContain("sähköpostitse", team.Words, StringComparison.Ordinal);
        else Assert.Contains(words, team.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_been_submitted_and_not_changed_is_not_offered_for_submitting_again()
    {
        await FillAsync("Our project");
        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");
        await team.GoAsync(entry + "/check");

        Assert.Null(team.Page.QuerySelector("input[name=_handler][value=submit]"));
        Assert.Contains("eikä siinä ole sen jälkeen muutettu mitään", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Single(await db.Set<SubmittedVersion>().ToListAsync());
    }

    [Fact]
    public async Task A_form_that_arrives_a_second_time_leads_to_the_same_receipt()
    {
        await FillAsync("Our project");
        var impatient = await app.VisitAsync("applicant");
        await impatient.GoAsync(entry + "/check");
        await team.GoAsync(entry + "/check");

        await team.SubmitAsync("submit");
        await impatient.SubmitAsync("submit");

        Assert.Equal((entry + "/receipt", entry + "/receipt"), (team.Path, impatient.Path));
        await using var db = app.Db();
        Assert.Single(await db.Set<SubmittedVersion>().ToListAsync());
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(m => m.Template == "entry-received"));
    }

    [Fact]
    public async Task The_last_instant_before_the_deadline_is_in_time()
    {
        await FillAsync("In time");
        app.Clock.Now = Closes.AddTicks(-10);
        await team.GoAsync(entry + "/check");

        await team.SubmitAsync("submit");

        Assert.Equal(entry + "/receipt", team.Path);
    }

    [Fact]
    public async Task An_entry_at_the_closing_instant_is_refused_in_words_and_kept_on_record()
    {
        await FillAsync("A little late");
        await team.GoAsync(entry + "/check");
        app.Clock.Now = Closes;

        await team.SubmitAsync("submit");

        Assert.Contains("contact@example.fi", team.Refusal, StringComparison.Ordinal);
        Assert.Contains("31.5.2027 klo\u00a016.15", team.Refusal, StringComparison.Ordinal);
        Assert.Contains("A little late", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var late = await db.LateAttempts.SingleAsync();
        Assert.Equal((Closes, "A little late"), (late.At, late.Answers["title"]));
        Assert.Null((await db.Entries.SingleAsync()).Number);
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(m => m.Template == "entry-late"));
    }

    [Fact]
    public async Task An_unfinished_entry_is_refused_and_says_what_is_missing()
    {
        await team.GoAsync(entry + "/check");

        await team.SubmitAsync("submit");

        Assert.NotEmpty(team.Refusal);
        Assert.NotNull(team.Page.QuerySelector($"a[href$='parts/project?missing=true#title']"));
    }

    [Fact]
    public async Task A_change_after_submitting_does_not_count_until_it_is_submitted()
    {
        await FillAsync("First");
        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");

        await FillAsync("Second");
        await team.GoAsync(entry);

        Assert.Contains("muutoksia, joita ei ole lähetetty", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal("First", (await db.Entries.Include(e => e.Versions).SingleAsync()).Submitted!.Answers["title"]);
    }

    [Fact]
    public async Task A_wrong_answer_is_saved_all_the_same_and_rows_are_added_without_script()
    {
        await team.GoAsync(entry + "/parts/project");

        await team.SubmitAsync("part", ("mail", "no address"), ("partners.1.organisation", "A partner <b>"), ("do", "add:partners"));

        Assert.Equal("no address", team.Page.QuerySelector("[name=mail]")!.GetAttribute("value"));
        Assert.NotNull(team.Page.QuerySelector("#mail-error"));
        Assert.Equal("A partner <b>", team.Page.GetElementsByName("partners.1.organisation")[0].GetAttribute("value"));
        Assert.Single(team.Page.GetElementsByName("partners.2.organisation"));
    }

    [Fact]
    public async Task Two_who_change_the_same_answer_both_keep_their_text()
    {
        var other = await app.VisitAsync("applicant");
        await other.GoAsync(entry + "/parts/project");
        await FillAsync("Theirs");

        await other.SubmitAsync("part", ("title", "Mine"), ("mail", "mine@example.fi"), ("do", "save"));

        Assert.Contains("Theirs", other.Refusal, StringComparison.Ordinal);
        Assert.Equal("Mine", other.Page.GetElementsByName("title")[0].GetAttribute("value"));
        await using var db = app.Db();
        var draft = (await db.Entries.SingleAsync()).Draft;
        Assert.Equal(("Theirs", "mine@example.fi"), (draft["title"], draft["mail"]));
    }

    [Fact]
    public async Task A_file_is_known_by_its_content_and_never_shown_by_the_browser()
    {
        await team.GoAsync(entry + "/parts/project");

        await team.SubmitAsync("part", [("do", "upload")], [("attachments", "../plan.exe", "%PDF-1.7"u8.ToArray()), ("attachments", "fake.pdf", "MZ"u8.ToArray())]);

        Assert.Contains("fake.pdf", team.Refusal, StringComparison.Ordinal);
        var link = team.Page.QuerySelector(".attached a")!;
        Assert.Equal("plan.exe.pdf", link.TextContent);
        using var file = await team.FetchAsync(link.GetAttribute("href")!);
        Assert.Equal(("attachment", "application/octet-stream"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentType!.MediaType));
        var stranger = await app.VisitAsync("secretary");
        using var refused = await stranger.FetchAsync(link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/parts/project")]
    [InlineData("/check")]
    [InlineData("/receipt")]
    [InlineData("/receipt.pdf")]
    [InlineData("/withdraw")]
    public async Task Another_teams_entry_is_not_found(string page)
    {
        await FillAsync("Ours");
        await team.GoAsync(entry + "/check");
        await team.SubmitAsync("submit");
        var stranger = await app.VisitAsync("juror-1");

        await stranger.GoAsync(entry + page);

        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        Assert.DoesNotContain("Ours", stranger.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_entry_can_be_read_but_not_changed()
    {
        await FillAsync("Ours");
        await team.GoAsync(entry + "/withdraw");
        await team.SubmitAsync("withdraw");

        Assert.Contains("Ours", team.Words, StringComparison.Ordinal);
        await team.GoAsync(entry + "/parts/project");
        Assert.Equal(HttpStatusCode.NotFound, team.Status);
    }

    private async Task FillAsync(string title)
    {
        await team.GoAsync(entry + "/parts/project");
        await team.SubmitAsync("part", ("title", title), ("do", "save"));
    }

    private async Task<Competition> OpenCallAsync()
    {
        var now = await app.Clock.NowAsync();
        var call = new Competition(new(Guid.CreateVersion7(now)), "test", Provenance.Example);
        var authority = Authority.Empty with { ContactMail = "contact@example.fi" };
        var name = LocalizedText.Name("Call");
        call.SetUp(new(name, Theme.Empty with { Title = name, Description = name }, authority, new(Closes), Form(),
            [new Criterion("C1", 100, CriterionForce.Shall, name, name, [name, name, name, name, name, name])], TieRule.Default, LocalizedText.Empty));
        call.Advance(Stage.Open, new Standing(), now);
        return call;
    }

    private static FormDefinition Form()
    {
        static LocalizedText Text(string text) => LocalizedText.Name(text);
        return new("1", Text("Note"), [new FormPart("project", Text("Project"),
        [
            new("title", FieldKind.Line, Text("Title"), Required: true, Words: 25, BeforeDeclaring: true),
            new("mail", FieldKind.Mail, Text("Mail")),
            new("partners", FieldKind.Rows, Text("Partners"), Fields: [new("organisation", FieldKind.Line, Text("Organisation"))], Max: 5),
            new("attachments", FieldKind.Files, Text("Files"), Max: 2),
        ])]);
    }
}
