using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class PaperSheetJourney : IAsyncLifetime
{
    private const string Secret = "Paperisana";

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
    public async Task The_secretary_types_a_sheet_in_and_then_sees_no_more_of_it()
    {
        var secretary = await EnterAsync(scene.Cast.Clear, scene.North);

        Assert.Equal("/staff/year/paper-sheets?done=1", secretary.Path);
        await using (var db = app.Db())
        {
            var sheet = await db.ScoreSheets.SingleAsync();
            Assert.Equal((scene.Cast.Clear.Id, scene.Cast.Secretary.Id, app.Clock.Now), (sheet.JurorId, sheet.Paper!.By, sheet.HandedInAt));
            var line = await db.Set<AuditLine>().SingleAsync(l => l.Action == "sheet-entered-from-paper");
            Assert.Equal(scene.Cast.Secretary.Id, line.PersonId);
            Assert.DoesNotContain(Secret, line.Detail, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/staff/year/paper-sheets", Address(scene.Cast.Clear, scene.North), "/jury/year/progress", "/staff/year/audit" })
            Assert.DoesNotContain(Secret, (await secretary.GoAsync(path)).Page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("Jätetty paperilla", (await secretary.GoAsync("/jury/year/progress")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_juror_is_told_and_finds_it_right()
    {
        await EnterAsync(scene.Cast.Clear, scene.North);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);
        Assert.Contains("Henkilökunta kirjasi lomakkeen paperilta", juror.Words, StringComparison.Ordinal);
        Assert.Contains(Secret, juror.Words, StringComparison.Ordinal);

        await juror.SubmitAsync("paper-sheet-answer", ("answer", "right"));

        Assert.Contains("Vahvistit lomakkeen", juror.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(app.Clock.Now, (await db.ScoreSheets.SingleAsync()).Paper!.ConfirmedAt);
    }

    [Fact]
    public async Task Or_opens_it_corrects_it_and_hands_it_in_again()
    {
        await EnterAsync(scene.Cast.Clear, scene.North);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);

        await juror.SubmitAsync("paper-sheet-answer", ("answer", "correct"));
        await juror.SubmitAsync("scores", ("C1", "2"), ("do", "hand-in"));

        await using var db = app.Db();
        var sheet = await db.ScoreSheets.SingleAsync();
        Assert.Equal((2, true, app.Clock.Now), (sheet.Marks["C1"].Points, sheet.IsHandedIn, sheet.Paper!.CorrectedAt));
    }

    [Fact]
    public async Task What_the_juror_has_begun_is_not_overwritten_and_what_is_missing_is_said()
    {
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Address(scene.Cast.Clear, scene.North));
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(North);

        await secretary.SubmitAsync("paper-sheet", ("C1", "5"), ("C2", "3"));
        Assert.NotNull(secretary.Page.QuerySelector("a[href$='#C1-comment']"));
        Assert.NotNull(secretary.Page.QuerySelector("#C2-3[checked]"));

        await juror.SubmitAsync("scores", ("C1", "4"), ("do", "save"));
        await secretary.SubmitAsync("paper-sheet", Marks(3));
        Assert.Contains("alkanut täyttää", secretary.Refusal, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(4, (await db.ScoreSheets.SingleAsync()).Marks["C1"].Points);
    }

    [Fact]
    public async Task For_a_member_who_is_not_clear_nothing_is_entered()
    {
        foreach (var member in new[] { scene.Cast.Recused, scene.Cast.InDoubt, scene.Cast.Undeclared })
        {
            var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Address(member, scene.North));
            Assert.Null(secretary.Page.QuerySelector("input[name=_handler][value=paper-sheet]"));
            Assert.NotEmpty(secretary.Refusal);
        }

        await using var db = app.Db();
        Assert.Empty(await db.ScoreSheets.ToListAsync());
    }

    [Fact]
    public async Task Only_the_secretary_enters_sheets()
    {
        foreach (var account in new[] { scene.Cast.Chair, scene.Cast.Clear, scene.Cast.Publisher, scene.Cast.North })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync(Address(scene.Cast.Clear, scene.North))).Status);
    }

    private async Task<Visit> EnterAsync(Account juror, Entry entry) =>
        await (await app.VisitAs(scene.Cast.Secretary).GoAsync(Address(juror, entry))).SubmitAsync("paper-sheet", Marks(4));

    private static string Address(Account juror, Entry entry) => $"/staff/year/paper-sheets?juror={juror.Id.Value}&entry={entry.Id.Value}";

    private static (string, string?)[] Marks(int points) =>
        [.. Enumerable.Range(1, 5).SelectMany(n => new (string, string?)[] { ($"C{n}", $"{points}"), ($"C{n}-comment", Secret) })];
}
