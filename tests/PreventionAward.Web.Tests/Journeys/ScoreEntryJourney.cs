using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ScoreEntryJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Scoring);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private string North => $"/jury/year/entries/{scene.North.Id.Value}";

    [Fact]
    public async Task A_juror_declares_reads_scores_and_hands_in()
    {
        var juror = await app.VisitAs(scene.Cast.Undeclared).GoAsync(North);
        Assert.Contains(Scene.NorthMarker + " title", juror.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.NorthMarker + " innovation", juror.Words, StringComparison.Ordinal);

        await juror.SubmitAsync("declare", ("answer", "None"));
        Assert.Contains(Scene.NorthMarker + " innovation", juror.Words, StringComparison.Ordinal);
        await juror.SubmitAsync("scores", [.. Marks(3), ("do", "hand-in")]);

        Assert.StartsWith("/jury/year?done=", juror.Path, StringComparison.Ordinal);
        Assert.Contains($"Arviointilomake on jätetty: {Scene.NorthMarker} title", juror.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var sheet = await db.ScoreSheets.SingleAsync();
        Assert.Equal((app.Clock.Now, 5), (sheet.HandedInAt, sheet.Marks.Count));
    }

    [Fact]
    public async Task Marks_of_criteria_that_a_form_does_not_hold_are_kept()
    {
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);
        await juror.SubmitAsync("scores", [.. Marks(3), ("do", "save")]);
        var token = juror.Page.QuerySelector("#scores input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var answer = await juror.PostAsync(North + "/scores", [("__RequestVerificationToken", token), ("C2", "4"), ("C2-comment", "Better now")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var db = app.Db();
        var marks = (await db.ScoreSheets.SingleAsync()).Marks;
        Assert.Equal((4, "Better now"), (marks["C2"].Points, marks["C2"].Comment));
        Assert.All(marks.Where(mark => mark.Key != "C2"), mark => Assert.Equal(3, mark.Value.Points));
        Assert.Equal(5, marks.Count);
    }

    [Fact]
    public async Task Scoring_without_a_declaration_is_refused()
    {
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);
        var form = juror.Page.QuerySelector("#scores")!;
        var undeclared = await app.VisitAs(scene.Cast.Undeclared).GoAsync(North);
        Assert.Null(undeclared.Page.QuerySelector("#scores"));

        // Whoever makes the form up gets no further: the same fields, one's own anti-forgery token.
        undeclared.Page.Body!.Append(form);
        form.QuerySelector("input[name=__RequestVerificationToken]")!.SetAttribute("value", undeclared.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        form.SetAttribute("action", North + "/scores");
        await undeclared.SubmitAsync("#scores", Marks(5));

        Assert.Equal(HttpStatusCode.Conflict, undeclared.Status);
        await using var db = app.Db();
        Assert.Empty(await db.ScoreSheets.ToListAsync());
    }

    [Fact]
    public async Task An_unfinished_sheet_is_saved_but_not_handed_in_and_says_what_it_lacks()
    {
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);

        await juror.SubmitAsync("scores", ("C1", "5"), ("C2", "3"), ("C2-comment", "Kesken <b>&amp;"), ("do", "hand-in"));

        Assert.NotNull(juror.Page.QuerySelector("a[href$='#C1-comment']"));
        Assert.NotNull(juror.Page.QuerySelector("a[href$='#C3']"));
        Assert.Equal("Kesken <b>&amp;", juror.Page.GetElementsByName("C2-comment")[0].TextContent.Trim());
        await using var db = app.Db();
        var sheet = await db.ScoreSheets.SingleAsync();
        Assert.Equal((null, 5, "Kesken <b>&amp;"), (sheet.HandedInAt, sheet.Marks["C1"].Points, sheet.Marks["C2"].Comment));
    }

    [Fact]
    public async Task A_recused_member_meets_no_word_of_the_entry_but_its_title_on_any_page_of_the_jury()
    {
        var recused = await Words(app.VisitAs(scene.Cast.Recused));
        var doubting = await Words(app.VisitAs(scene.Cast.InDoubt));
        var clear = await Words(app.VisitAs(scene.Cast.Clear));

        Assert.Equal([Scene.NorthMarker + " title"], recused);
        Assert.Equal([Scene.NorthMarker + " title"], doubting);
        Assert.True(clear.Count > 20, $"A juror who may read it met only: {string.Join(", ", clear)}");
    }

    [Theory]
    [InlineData(Stage.Deliberation)]
    [InlineData(Stage.Decided)]
    public async Task Not_even_when_the_jury_meets_and_the_decision_is_written(Stage stage)
    {
        await using var other = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(other, stage);

        Assert.Equal([Scene.NorthMarker + " title"], await Words(other.VisitAs(scene.Cast.Recused)));
        Assert.True((await Words(other.VisitAs(scene.Cast.Clear))).Count > 20);
    }

    [Fact]
    public async Task Nobody_sees_another_members_points_or_words_before_the_chair_closes_scoring()
    {
        const string secret = "Salaisuussana";
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);
        await juror.SubmitAsync("scores", [.. Marks(4, secret), ("do", "hand-in")]);
        Assert.Contains(secret, (await juror.GoAsync(North)).Page.Source.Text, StringComparison.Ordinal);

        foreach (var account in scene.Cast.All.Where(account => account != scene.Cast.Clear))
            foreach (var page in await WalkAsync(app.VisitAs(account), ["/", "/jury/year", "/staff/year", "/staff/year/audit", "/jury/year/deliberation", "/jury/year/outcome", "/staff/year/decision", North]))
                Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chair_closes_scoring_knowing_what_is_missing_and_then_everything_is_open()
    {
        await (await app.VisitAs(scene.Cast.Clear).GoAsync(North)).SubmitAsync("scores", [.. Marks(4), ("do", "hand-in")]);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/progress");

        await chair.SubmitAsync("close-scoring", ("close-scoring-sure", "yes"));
        Assert.NotEmpty(chair.Refusal);
        await chair.SubmitAsync("close-scoring", ("without-missing", "yes"), ("close-scoring-sure", "yes"));

        Assert.Equal("/jury/year/deliberation", chair.Path);
        Assert.Contains("4,00", chair.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(Stage.Deliberation, (await db.Competitions.SingleAsync()).Stage);
    }

    [Fact]
    public async Task A_stranger_finds_no_entry_on_the_jurys_pages()
    {
        foreach (var account in new[] { scene.Cast.South, scene.Cast.North, scene.Cast.Secretary, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync(North)).Status);
    }

    private static (string, string?)[] Marks(int points, string comment = "Perusteltu") =>
        [.. Enumerable.Range(1, 5).SelectMany(n => new (string, string?)[] { ($"C{n}", $"{points}"), ($"C{n}-comment", comment) })];

    /// <summary>Which answers of team North's entry come up on the pages that this person can reach from the jury's desk.</summary>
    private async Task<IReadOnlyList<string>> Words(Visit visit)
    {
        var pages = await WalkAsync(visit, ["/jury", "/jury/year", North, $"/jury/year/deliberation/{scene.North.Id.Value}", "/jury/year/deliberation", "/jury/year/outcome", "/jury/year/declarations", "/jury/year/progress", "/staff/year/decision", "/staff/year/decision/preview?in=sv", $"/entries/{scene.North.Id.Value}"]);
        return [.. scene.North.Draft.Values.Values.Where(answer => answer.StartsWith(Scene.NorthMarker, StringComparison.Ordinal) && pages.Any(page => page.Contains(answer, StringComparison.Ordinal))).Distinct().Order()];
    }

    /// <summary>The source of these pages and of all pages of the site that they link to.</summary>
    private static async Task<IReadOnlyList<string>> WalkAsync(Visit visit, IEnumerable<string> from)
    {
        Dictionary<string, string> seen = [];
        var queue = new Queue<string>(from);
        while (queue.TryDequeue(out var path) && seen.Count < 60)
        {
            if (seen.ContainsKey(path)) continue;
            await visit.GoAsync(path);
            seen[path] = WebUtility.HtmlDecode(visit.Page.Source.Text);
            foreach (var link in visit.Page.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]).Where(IsOurPage))
                queue.Enqueue("/" + link);
        }

        return [.. seen.Values];

        static bool IsOurPage(string link) => link.StartsWith("jury", StringComparison.Ordinal) || link.StartsWith("staff/year", StringComparison.Ordinal) || link.StartsWith("entries/", StringComparison.Ordinal);
    }
}
