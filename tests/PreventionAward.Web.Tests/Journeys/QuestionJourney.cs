using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Questions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>A question about the call is asked by anybody, answered in both national languages, and published without its asker.</summary>
public sealed class QuestionJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_question_becomes_a_published_answer_and_a_mail_and_tells_nobody_who_asked()
    {
        var asker = await AskAsync("Får en stad delta?", "/sv/competitions/year");
        Assert.Contains("Din fråga har tagits emot", asker.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Får en stad delta?", (await app.Visit().GoAsync("/competitions/year")).Words, StringComparison.Ordinal);

        var staff = app.VisitAs(scene.Cast.Secretary);
        await staff.GoAsync("/staff/year");
        Assert.Contains("vastaamatta 1", staff.Words, StringComparison.Ordinal);
        await staff.GoAsync("/staff/year/questions");
        await staff.FollowAsync("Får en stad delta?");
        await staff.SubmitAsync("answer", ("question.fi", "Voiko kaupunki osallistua?"), ("answer.fi", "Voi."), ("do", "publish"));
        Assert.Contains("ruotsi", staff.Refusal, StringComparison.Ordinal);
        await staff.SubmitAsync("answer", ("answer.sv", "Ja, det kan den."), ("do", "publish"));
        Assert.Contains("on julkaistu", staff.Words, StringComparison.Ordinal);

        var anyone = await app.Visit().GoAsync("/competitions/year");
        Assert.Contains("Voiko kaupunki osallistua? Voi.", anyone.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("asker@example.fi", anyone.Page.Source.Text, StringComparison.Ordinal);
        await using var db = app.Db();
        var mail = await db.Set<OutboxMail>().SingleAsync(m => m.Template == "question-answered");
        Assert.Equal("asker@example.fi", mail.To);
        Assert.Contains("Ja, det kan den.", mail.Body, StringComparison.Ordinal);
        Assert.Equal(["question-asked", "question-published"], await db.Set<AuditLine>().Where(l => l.Action.StartsWith("question-")).Select(l => l.Action).Order().ToListAsync());
    }

    [Fact]
    public async Task A_draft_answer_is_seen_by_staff_only_and_a_correction_at_once()
    {
        await AskAsync("Saako liitteitä olla yksi?");
        var staff = await AtTheQuestionAsync();
        (string, string?)[] texts = [("question.fi", "Montako liitettä?"), ("question.sv", "Hur många bilagor?"), ("answer.fi", "Kymmenen."), ("answer.sv", "Tio.")];

        await staff.SubmitAsync("answer", [.. texts, ("do", "save")]);
        Assert.DoesNotContain("Kymmenen.", (await app.Visit().GoAsync("/competitions/year")).Words, StringComparison.Ordinal);
        await (await AtTheQuestionAsync()).SubmitAsync("answer", ("do", "publish"));
        await (await AtTheQuestionAsync()).SubmitAsync("answer", ("answer.fi", "Enintään kymmenen."), ("do", "save"));

        Assert.Contains("Enintään kymmenen.", (await app.Visit().GoAsync("/competitions/year")).Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(m => m.Template == "question-answered"));
    }

    [Fact]
    public async Task Too_many_questions_machines_and_missing_addresses_are_refused_in_words()
    {
        Assert.Contains("sähköpostiosoite", (await AskAsync("Kysymys", mail: "")).Refusal, StringComparison.Ordinal);
        Assert.Equal("Kirjoita kysymys.", (await AskAsync("  ")).Refusal);
        Assert.Contains("2 001", (await AskAsync(new string('a', CallQuestion.Longest + 1))).Refusal.Replace('\u00a0', ' '), StringComparison.Ordinal);
        for (var time = 0; time < 3; time++) Assert.Equal("", (await AskAsync($"Kysymys {time}")).Refusal);
        var refused = await AskAsync("Vielä yksi");
        Assert.Contains("contact@example.fi", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal("Vielä yksi", refused.Page.QuerySelector("textarea[name=question]")!.TextContent.Trim());

        await AskAsync("Osta halvalla", mail: "machine@example.fi", trap: "https://example.fi");
        await using var db = app.Db();
        Assert.Equal(3, await db.Set<CallQuestion>().CountAsync());
    }

    [Fact]
    public async Task Only_staff_find_the_questions_and_what_is_put_aside_is_never_published()
    {
        await AskAsync("Kysymys");
        foreach (var somebody in new[] { scene.Cast.North, scene.Cast.Chair, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(somebody).GoAsync("/staff/year/questions")).Status);

        var staff = await AtTheQuestionAsync();
        await staff.SubmitAsync("answer", ("answer.fi", "Aloitettu vastaus"), ("do", "dismiss"));
        Assert.DoesNotContain("jätetty vastaamatta", (await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/questions")).Words, StringComparison.OrdinalIgnoreCase);
        await staff.SubmitAsync("dismiss");

        Assert.Contains("jätetty vastaamatta", staff.Words, StringComparison.Ordinal);
        staff = await AtTheQuestionAsync();
        Assert.Null(staff.Page.QuerySelector("input[name=_handler][value=answer]"));
        await staff.SubmitAsync("take-up");
        Assert.Contains("Aloitettu vastaus", staff.Words, StringComparison.Ordinal);
        Assert.NotNull(staff.Page.QuerySelector("input[name=_handler][value=answer]"));
    }

    [Fact]
    public async Task Nobody_asks_once_the_entries_are_opened()
    {
        await Scene.PlayAsync(app, Stage.Screening, name: "opened", suffix: "-opened");

        Assert.Null((await app.Visit().GoAsync("/competitions/opened")).Page.QuerySelector("input[name=_handler][value=ask]"));
    }

    private async Task<Visit> AskAsync(string text, string page = "/competitions/year", string mail = "asker@example.fi", string trap = "")
    {
        var visit = await app.Visit().GoAsync(page);
        return await visit.SubmitAsync("ask", ("question", text), ("asker", mail), ("homepage", trap));
    }

    private async Task<Visit> AtTheQuestionAsync()
    {
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/questions");
        return await staff.GoAsync(staff.Page.QuerySelector("table a")!.GetAttribute("href")!);
    }
}
