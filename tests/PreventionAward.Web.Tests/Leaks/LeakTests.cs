using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;
using Xunit.Abstractions;

namespace PreventionAward.Web.Tests.Leaks;

/// <summary>
/// Everything the application answers, asked for as a member who is recused from one entry (Hallintolaki 27 §).
/// Every text of that entry, of its assessment and of its score sheets begins with a marker that stands nowhere else.
/// </summary>
public sealed partial class LeakTests(ITestOutputHelper output)
{
    /// <summary>A member who is recused sees the title; no other text of the entry.</summary>
    private const string AllowedTitle = Scene.NorthMarker + " title";

    private static readonly string[] Languages = ["", "/sv", "/en"];

    [Theory]
    [InlineData(Stage.Scoring)]
    [InlineData(Stage.Deliberation)]
    [InlineData(Stage.Decided)]
    public async Task Nothing_of_the_entry_reaches_the_member_who_is_recused_from_it(Stage stage)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, stage);

        var walk = await WalkAsync(app, scene, scene.Cast.Recused);
        var mails = await MailsAsync(app, scene.Cast.Recused);

        output.WriteLine($"leaks: {walk.Routes} routes, {walk.Documents} documents, {mails.Count} mails tried, {walk.Leaks.Count + mails.Count(Leaks)} leaks");
        Assert.Empty(walk.Leaks);
        Assert.DoesNotContain(mails, Leaks);
        Assert.True(walk.Routes > 100, $"{walk.Routes} routes are too few to be all of them");
    }

    [Theory]
    [InlineData(Stage.Screening, true)]
    [InlineData(Stage.Scoring, true)]
    [InlineData(Stage.Deliberation, true)]
    [InlineData(Stage.Decided, true)]
    [InlineData(Stage.Screening, false)]
    public async Task Nothing_of_it_reaches_an_official_who_is_recused_but_it_does_one_who_is_not(Stage stage, bool isRecused)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, stage);
        await using (var db = app.Db())
        {
            foreach (var official in isRecused ? new[] { scene.Cast.Secretary, scene.Cast.Publisher } : [])
                db.Add(Domain.Scoring.Declaration.Restore(
                    scene.Competition.Id, scene.North.Id, official.Id, Domain.Scoring.InterestAnswer.Ground, Domain.Scoring.RecusalGround.Employment, "", Scene.Closed.AddDays(1), null, null, null));
            await db.CommitAsync();
        }

        var walk = await WalkAsync(app, scene, scene.Cast.Secretary);
        var publisher = await WalkAsync(app, scene, scene.Cast.Publisher);

        output.WriteLine($"leaks: {walk.Routes + publisher.Routes} routes, {walk.Documents + publisher.Documents} documents, 0 mails tried, {walk.Leaks.Count + publisher.Leaks.Count} leaks to officials");
        if (isRecused) Assert.Equal([], walk.Leaks.Concat(publisher.Leaks));
        else Assert.NotEmpty(walk.Leaks);
    }

    [Theory]
    [InlineData(Stage.Scoring, 1)]
    [InlineData(Stage.Deliberation, 6)]
    public async Task The_same_walk_finds_the_entry_where_the_member_is_not_recused(Stage stage, int atLeast)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, stage);

        Assert.True((await WalkAsync(app, scene, scene.Cast.Clear)).Leaks.Count >= atLeast * Languages.Length);
    }

    [Fact]
    public async Task Taking_the_recusal_out_makes_the_walk_fail()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Deliberation);
        await using (var db = app.Db())
            await db.Declarations.Where(d => d.PersonId == scene.Cast.Recused.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.Answer, Domain.Scoring.InterestAnswer.None).SetProperty(d => d.Ground, (Domain.Scoring.RecusalGround?)null));

        Assert.NotEmpty((await WalkAsync(app, scene, scene.Cast.Recused)).Leaks);
    }

    [Theory]
    [InlineData(Stage.Scoring)]
    [InlineData(Stage.Deliberation)]
    public async Task What_the_recused_member_gets_is_the_same_whatever_the_entry_holds(Stage stage)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, stage);
        var before = (await WalkAsync(app, scene, scene.Cast.Recused)).Words;
        await using (var db = app.Db())
        {
            await db.ScoreSheets.Where(s => s.EntryId == scene.North.Id).ExecuteDeleteAsync();
            await db.Database.ExecuteSqlAsync($"update meetings set consensus = '[]', votes = '[]', dissents = '[]', rescorings = '[]'");
            await db.Database.ExecuteSqlAsync($"update entry_versions set answers = jsonb_build_object('title', answers->'title') where entry_id = {scene.North.Id.Value}");
        }

        foreach (var (route, words) in (await WalkAsync(app, scene, scene.Cast.Recused)).Words) Assert.Equal($"{route} {before[route]}", $"{route} {words}");
    }

    private static async Task<Scene> PlayAsync(AwardApp app, Stage stage)
    {
        var scene = await Scene.PlayAsync(app, stage);
        await using var db = app.Db();
        foreach (var sheet in await db.ScoreSheets.Where(s => s.EntryId == scene.North.Id).ToListAsync())
        {
            db.Remove(sheet);
            db.Add(Domain.Scoring.ScoreSheet.Restore(
                sheet.CompetitionId, sheet.EntryId, sheet.JurorId,
                sheet.Marks.Select(mark => KeyValuePair.Create(mark.Key, mark.Value with { Comment = $"{Scene.NorthMarker} pisteistä" })), sheet.SavedAt, sheet.HandedInAt,
                earlier: [new(sheet.Marks.ToImmutableSortedDictionary(mark => mark.Key, mark => mark.Value with { Comment = $"{Scene.NorthMarker} ennen kokousta" }), sheet.HandedInAt!.Value)]));
        }

        if (stage >= Stage.Deliberation) db.Add(AMeeting.Of(scene));
        await db.CommitAsync();
        return scene;
    }

    private static async Task<Walk> WalkAsync(AwardApp app, Scene scene, Account account)
    {
        var visit = app.VisitAs(account);
        var walk = new Walk();
        foreach (var (method, path) in RouteList.Of(app, scene).Where(route => route.Path != "/sign-out").Distinct())
            foreach (var language in Languages)
                await walk.TryAsync(visit, method, language + path);
        return walk;
    }

    private static async Task<List<string>> MailsAsync(AwardApp app, Account account)
    {
        await using var db = app.Db();
        return await db.Set<OutboxMail>().Where(m => m.To == account.Mail).Select(m => m.Subject + "\n" + m.Body).ToListAsync();
    }

    private static bool Leaks(string text) => text.Replace(AllowedTitle, "", StringComparison.Ordinal).Contains(Scene.NorthMarker, StringComparison.Ordinal);

    /// <summary>What came back.</summary>
    private sealed partial class Walk
    {
        public int Routes { get; private set; }

        public int Documents { get; private set; }

        public List<string> Leaks { get; } = [];

        /// <summary>The words of every answer, so that two walks can be compared.</summary>
        public SortedDictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

        public async Task TryAsync(Visit visit, string method, string path)
        {
            using var response = await visit.FetchAsync(path, method);
            var text = await ReadAsync(response);
            Routes++;
            Words[$"{method} {path}"] = Changing().Replace(text.Replace("\\u002B", "+", StringComparison.Ordinal), match => $"[{match.Length}]");
            if (LeakTests.Leaks(text)) Leaks.Add($"{method} {path}");
        }

        private async Task<string> ReadAsync(HttpResponseMessage response)
        {
            var bytes = await response.Content.ReadAsByteArrayAsync();
            if (response.Content.Headers.ContentType?.MediaType is null or "text/html" or "application/json") return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
            Documents++;
            if (response.Content.Headers.ContentType.MediaType != "application/pdf") return Encoding.UTF8.GetString(bytes);
            using var pdf = new Pdf(bytes);
            return pdf.TextInOneLine();
        }

        // What is sealed, and the number of a fault, differ from answer to answer by nature; their lengths do not.
        [GeneratedRegex(@"CfDJ8[\w+/=-]+|Component-State:[\w+/=]+|\b[0-9a-f]{32}\b")]
        private static partial Regex Changing();
    }
}
