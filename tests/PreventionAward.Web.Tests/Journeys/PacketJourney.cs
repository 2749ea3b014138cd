using System.Net;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class PacketJourney : IAsyncLifetime
{
    private static readonly SubmittedFile Judged = new(new(Guid.NewGuid()), "arvioitava.pdf", 3, new string('a', 64));
    private static readonly SubmittedFile NotJudged = new(new(Guid.NewGuid()), "piilotettava.pdf", 3, new string('b', 64)) { NotJudged = true };

    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Scoring, files: [Judged, NotJudged]);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_juror_gets_every_readable_entry_with_a_form_after_it()
    {
        using var packet = await PacketAsync(scene.Cast.Clear);

        var text = packet.TextInOneLine();
        Assert.Contains(Scene.NorthMarker + " innovation", text, StringComparison.Ordinal);
        Assert.Contains(Scene.SouthMarker + " innovation", text, StringComparison.Ordinal);
        Assert.Contains("Arviointilomake: ehdotus 1", text, StringComparison.Ordinal);
        Assert.Contains("Arviointilomake: ehdotus 2", text, StringComparison.Ordinal);
        Assert.Contains("arvioitava.pdf", text, StringComparison.Ordinal);
        Assert.DoesNotContain("piilotettava", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_entry_that_the_juror_may_not_read_only_the_title_is_there_whatever_the_reason()
    {
        foreach (var account in new[] { scene.Cast.Recused, scene.Cast.InDoubt })
        {
            using var packet = await PacketAsync(account);

            var text = packet.TextInOneLine();
            Assert.DoesNotContain(Scene.NorthMarker, text.Replace(Scene.NorthMarker + " title", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(Scene.NorthMarker + " title", text, StringComparison.Ordinal);
            Assert.Contains(Scene.SouthMarker + " innovation", text, StringComparison.Ordinal);
            Assert.DoesNotContain("esteelli", text, StringComparison.OrdinalIgnoreCase);
        }

        using var undeclared = await PacketAsync(scene.Cast.Undeclared);
        Assert.DoesNotContain("innovation", undeclared.TextInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_translation_stands_in_place_of_the_original()
    {
        await using (var db = app.Db())
        {
            var north = db.Entries.Single(e => e.Id == scene.North.Id);
            await db.Entry(north).Collection(e => e.Versions).LoadAsync();
            Assert.Null(north.Translate(scene.Competition.Form, new(Language.Finnish, Answers.Of([KeyValuePair.Create("summary", "Suomennettu tiivistelmä")]), scene.Cast.Secretary.Id, Scene.Closed)));
            await db.CommitAsync();
        }

        using var original = await PacketAsync(scene.Cast.Clear);
        using var translated = await PacketAsync(scene.Cast.Clear, "?read=fi");

        Assert.DoesNotContain("Suomennettu", original.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Suomennettu tiivistelmä", translated.TextInOneLine(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/sv")]
    [InlineData("/en")]
    public async Task A_form_alone_comes_for_an_entry_and_blank(string language)
    {
        var juror = app.VisitAs(scene.Cast.Clear);

        using var one = new Pdf(await BytesAsync(juror, $"{language}/jury/year/entries/{scene.South.Id.Value}/score-form.pdf"));
        using var blank = new Pdf(await BytesAsync(juror, $"{language}/jury/year/score-form.pdf"));

        Assert.Contains(Scene.SouthMarker + " title", one.TextInOneLine(), StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.SouthMarker + " innovation", one.TextInOneLine(), StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.SouthMarker, blank.TextInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_a_seat_gets_any_of_it_nor_a_form_for_an_entry_that_is_not_read()
    {
        string[] paths = ["/jury/year/packet.pdf", "/jury/year/score-form.pdf", $"/jury/year/entries/{scene.South.Id.Value}/score-form.pdf"];
        foreach (var account in new[] { scene.Cast.Secretary, scene.Cast.Publisher, scene.Cast.South })
            foreach (var path in paths)
                Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).FetchAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Recused).FetchAsync($"/jury/year/entries/{scene.North.Id.Value}/score-form.pdf")).StatusCode);
    }

    [Fact]
    public async Task The_desk_leads_to_it()
    {
        var desk = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year");

        Assert.NotNull(desk.Page.QuerySelector("a[href='jury/year/packet.pdf']"));
        Assert.NotNull(desk.Page.QuerySelector("a[href='jury/year/packet.pdf?read=sv']"));
    }

    private async Task<Pdf> PacketAsync(Account account, string query = "") => new(await BytesAsync(app.VisitAs(account), "/jury/year/packet.pdf" + query));

    private static async Task<byte[]> BytesAsync(Visit visit, string path)
    {
        using var answer = await visit.FetchAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
