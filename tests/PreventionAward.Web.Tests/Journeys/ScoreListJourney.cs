using System.Net;
using System.Text;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ScoreListJourney
{
    [Fact]
    public async Task Secretary_and_chair_get_every_sheet_as_a_finnish_spreadsheet_reads_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);

        var (bytes, text) = await CsvAsync(app, scene.Cast.Secretary, "");

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Numero;Ehdotus;Jäsen;C1;C2;C3;C4;C5;Painotettu tulos", lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.Equal($"1;{Scene.NorthMarker} title;cast-chair;3;3;3;3;3;3,00", lines[1]);
        Assert.StartsWith("Nummer;Bidrag;", (await CsvAsync(app, scene.Cast.Chair, "/sv")).Text.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=cmd|A0!B1")]
    [InlineData("+1;2")]
    public async Task A_title_is_never_a_formula(string title)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, (s, db) =>
        {
            var version = s.South.Submitted!;
            db.Entry(version).Property(v => v.Answers).CurrentValue = version.Answers.With([KeyValuePair.Create("title", title)]);
        });

        var text = (await CsvAsync(app, scene.Cast.Secretary, "")).Text;

        Assert.DoesNotContain(";" + title[0], text, StringComparison.Ordinal);
        Assert.DoesNotContain(";\"" + title[0], text, StringComparison.Ordinal);
        Assert.Contains("'" + title[..3], text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_there_before_scoring_is_closed_nor_for_others_and_holds_no_line_of_a_withheld_entry()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, (s, db) => db.ChangeTracker.Entries<Declaration>()
            .Single(d => d.Entity.PersonId == s.Cast.Chair.Id && d.Entity.EntryId == s.North.Id).Property(d => d.FoundRecused).CurrentValue = true);
        foreach (var account in new[] { scene.Cast.Clear, scene.Cast.Publisher, scene.Cast.North })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).FetchAsync("/jury/year/scores.csv")).StatusCode);

        Assert.DoesNotContain(Scene.NorthMarker, (await CsvAsync(app, scene.Cast.Chair, "")).Text, StringComparison.Ordinal);

        await using var other = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(other, Stage.Scoring);
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAs(scene.Cast.Secretary).FetchAsync("/jury/year/scores.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.VisitAs(scene.Cast.Secretary).GoAsync("/jury/year/scores")).Status);
    }

    [Fact]
    public async Task Ranking_and_list_are_paged_and_the_list_is_sorted_by_any_column_or_shown_whole()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, (s, db) =>
        {
            for (var n = 3; n <= 120; n++) Add(s, db, n);
        });
        var secretary = app.VisitAs(scene.Cast.Secretary);

        await secretary.GoAsync("/jury/year/deliberation?page=3");
        Assert.Equal(20, secretary.Page.QuerySelectorAll("table.stack tbody tr").Length);
        Assert.Equal(50, (await secretary.GoAsync("/jury/year/scores")).Page.QuerySelectorAll("table.matrix tbody tr").Length);
        Assert.Equal(120, (await secretary.GoAsync("/jury/year/scores?all=1")).Page.QuerySelectorAll("table.matrix tbody tr").Length);
        await secretary.GoAsync("/jury/year/scores?sort=number&page=3");
        Assert.Equal("101", secretary.Page.QuerySelector("table.matrix tbody td")!.TextContent);
        await secretary.GoAsync("/jury/year/scores?sort=C2");
        var means = secretary.Page.QuerySelectorAll("table.matrix tbody tr").Select(row => row.QuerySelectorAll("td")[2].TextContent).ToList();
        Assert.Equal(means.OrderByDescending(m => m, StringComparer.Ordinal), means);
    }

    private static void Add(Scene scene, Web.Database.AwardDb db, int number)
    {
        var id = new EntryId(Guid.NewGuid());
        var answers = Answers.Of([KeyValuePair.Create("title", $"Ehdotus {number}")]);
        db.Add(Entry.Restore(new(
            id, scene.Competition.Id, number, Language.Finnish, EntryStatus.Eligible, answers, Scene.Closed, null, Scene.Closed,
            [new(id, 1, answers, Language.Finnish, [], answers.Digest([]), scene.Cast.South.Id, Scene.Closed)], [new(id, scene.Cast.South.Id, TeamRole.Owner)])));
        db.Add(Declaration.Restore(scene.Competition.Id, id, scene.Cast.Clear.Id, InterestAnswer.None, null, "", Scene.Closed, null, null, null));
        db.Add(ScoreSheet.Restore(scene.Competition.Id, id, scene.Cast.Clear.Id, scene.Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Mark((number + c.Key[1]) % 5, "sana"))), Scene.Closed, Scene.Closed));
    }

    private static async Task<(byte[] Bytes, string Text)> CsvAsync(AwardApp app, Account account, string language)
    {
        using var answer = await app.VisitAs(account).FetchAsync(language + "/jury/year/scores.csv");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return (bytes, Encoding.UTF8.GetString(bytes));
    }
}
