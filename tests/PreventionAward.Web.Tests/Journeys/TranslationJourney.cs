using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>An entry in a second language: team North wrote in Swedish.</summary>
public sealed class TranslationJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    private string Entry => $"/entries/{scene.North.Id.Value}";

    private string Staff => $"/staff/year/entries/{scene.North.Id.Value}";

    private string Jury => $"/jury/year/entries/{scene.North.Id.Value}";

    public async Task InitializeAsync() => app = await AwardApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_team_translates_beside_the_original_and_submits_both()
    {
        scene = await Scene.PlayAsync(app, Stage.Open);
        var team = app.VisitAs(scene.Cast.North);
        await team.GoAsync(Entry + "/translations/fi");
        Assert.Contains(Scene.NorthMarker + " title", team.Words, StringComparison.Ordinal);

        await team.SubmitAsync("translate", ("title@fi", "Suomeksi"), ("objectives.1.objective@fi", "Tavoite suomeksi"));
        await team.GoAsync(Entry + "/check");
        await team.SubmitAsync("submit");

        Assert.EndsWith("/receipt", team.Path, StringComparison.Ordinal);
        await using var db = app.Db();
        var version = (await db.Entries.Include(e => e.Versions).FirstAsync(e => e.Id == scene.North.Id)).Submitted!;
        Assert.Equal(("Suomeksi", "Tavoite suomeksi"), (version.Answers["title@fi"], version.Answers["objectives.1.objective@fi"]));
        Assert.Equal([1], version.Answers.Rows("objectives"));
    }

    [Fact]
    public async Task A_translation_over_the_word_limit_is_saved_but_not_submitted()
    {
        scene = await Scene.PlayAsync(app, Stage.Open);
        var team = app.VisitAs(scene.Cast.North);
        await team.GoAsync(Entry + "/translations/fi");
        await team.SubmitAsync("translate", ("title@fi", string.Join(' ', Enumerable.Repeat("sana", 26))));
        Assert.Contains("26", team.Page.QuerySelector("[id='title@fi-error']")!.TextContent, StringComparison.Ordinal);

        await team.GoAsync(Entry + "/check");
        await team.SubmitAsync("submit");

        Assert.NotEmpty(team.Refusal);
        Assert.NotNull(team.Page.QuerySelector("a[href*='/translations/fi#title']"));
    }

    [Fact]
    public async Task Staff_translate_what_the_team_has_not_and_neither_content_nor_digest_changes()
    {
        scene = await Scene.PlayAsync(app, Stage.Screening);
        var before = scene.North.Submitted!;
        var secretary = app.VisitAs(scene.Cast.Secretary);
        await secretary.GoAsync(Staff + "/translations/fi");

        await secretary.SubmitAsync("translate", ("text-title", "Nimi suomeksi"));

        await using var db = app.Db();
        var entry = await db.Entries.Include(e => e.Versions).FirstAsync(e => e.Id == scene.North.Id);
        Assert.Equal((before.Answers, before.Sha256, before.Answers), (entry.Submitted!.Answers, entry.Submitted.Sha256, entry.Draft));
        Assert.Equal("Nimi suomeksi", Assert.Single(entry.Translations).Texts["title"]);
        Assert.Equal(1, await db.Set<AuditLine>().CountAsync(line => line.Action == "entry-translated"));
    }

    [Fact]
    public async Task A_juror_chooses_and_the_page_says_whose_words_they_are()
    {
        scene = await Scene.PlayAsync(app, Stage.Scoring, (it, _) =>
            it.North.Translate(it.Competition.Form, new(Language.Finnish, Answers.Of([new("title", "Nimi suomeksi")]), it.Cast.Secretary.Id, Scene.Closed.AddDays(1))));
        var juror = app.VisitAs(scene.Cast.Clear);

        await juror.GoAsync(Jury);
        Assert.Contains("Luet alkuperäistä tekstiä (ruotsi).", juror.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nimi suomeksi", juror.Words, StringComparison.Ordinal);
        await juror.FollowAsync("Käännös (suomi)");

        Assert.Equal("Nimi suomeksi", juror.Page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Luet käännöstä (suomi).", juror.Words, StringComparison.Ordinal);
        Assert.Contains("Käännös, tekijä järjestäjä", juror.Words, StringComparison.Ordinal);
        Assert.Contains("Alkuperäinen (ruotsi)", juror.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Stage.Closed, "/translations/fi")]   // Not opened yet.
    [InlineData(Stage.Screening, "/translations/sv")] // The entry's own language.
    [InlineData(Stage.Screening, "/translations/de")]
    [InlineData(Stage.Archived, "/translations/fi")]
    public async Task Staff_translate_opened_entries_into_other_languages_only(Stage stage, string page)
    {
        scene = await Scene.PlayAsync(app, stage);
        var secretary = app.VisitAs(scene.Cast.Secretary);

        await secretary.GoAsync(Staff + page);

        Assert.Equal(HttpStatusCode.NotFound, secretary.Status);
    }

    [Fact]
    public async Task The_entry_is_had_as_PDF_before_and_after_submitting()
    {
        scene = await Scene.PlayAsync(app, Stage.Open);
        var team = app.VisitAs(scene.Cast.North);

        using var draft = await team.FetchAsync(Entry + "/entry.pdf");
        using var version = await team.FetchAsync(Entry + "/entry.pdf?version=1");
        using var none = await team.FetchAsync(Entry + "/entry.pdf?version=7");

        Assert.Contains("Luonnos, ei lähetetty", Words(await draft.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        var words = Words(await version.Content.ReadAsByteArrayAsync());
        Assert.DoesNotContain("ei lähetetty", words, StringComparison.Ordinal);
        Assert.Contains(scene.North.Submitted!.Sha256[..20], words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static string Words(byte[] bytes)
    {
        using var pdf = new Documents.Pdf(bytes);
        return pdf.TextInOneLine();
    }
}
