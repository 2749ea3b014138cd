using System.Net;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class LongPaperJourney
{
    private const string Packet = "/sv/jury/year/packet.pdf";
    private static readonly Dictionary<string, string> NoPatience = new() { ["Documents:Patience"] = "00:00:00" };

    [PdfFact]
    public async Task Whoever_waits_for_a_long_file_is_told_so_and_gets_it_when_it_is_ready()
    {
        await using var app = await AwardApp.StartAsync(settings: NoPatience);
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(Packet);
        var place = juror.Path;

        Assert.StartsWith("/sv/papers/", place, StringComparison.Ordinal);
        Assert.Contains("2 bidrag", juror.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Chair).GoAsync(place)).Status);
        Assert.Contains("http-equiv=\"refresh\"", juror.Page.Source.Text, StringComparison.Ordinal);

        while (juror.Page.QuerySelector("[data-ready]") is null)
        {
            await Task.Delay(50);
            await juror.GoAsync(place);
            Assert.Equal(HttpStatusCode.OK, juror.Status);
        }

        using var file = await juror.FetchAsync(Packet);
        Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        using var pdf = new Pdf(await file.Content.ReadAsByteArrayAsync());
        Assert.Contains(Scene.NorthMarker, pdf.TextInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_made_is_not_given_to_who_has_become_recused_meanwhile()
    {
        await using var app = await AwardApp.StartAsync(settings: NoPatience);
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(Packet);
        var place = juror.Path;
        while ((await juror.GoAsync(place)).Page.QuerySelector("[data-ready]") is null) await Task.Delay(50);
        await using (var db = app.Db())
        {
            db.RemoveRange(db.Declarations.Where(d => d.PersonId == scene.Cast.Clear.Id && d.EntryId == scene.North.Id));
            await db.CommitAsync();
        }

        await juror.GoAsync(Packet);

        Assert.StartsWith("/sv/papers/", juror.Path, StringComparison.Ordinal);
        Assert.NotEqual(place, juror.Path);
        Assert.Contains("ett bidrag", juror.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_made_says_so_and_may_be_tried_again()
    {
        await using var app = await AwardApp.StartAsync(settings: new(NoPatience) { ["Documents:Node"] = "no-such-program" });
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/packet.pdf");

        while (!juror.Words.Contains("ei saatu tehtyä", StringComparison.Ordinal))
        {
            await Task.Delay(50);
            await juror.GoAsync(juror.Path);
        }

        Assert.DoesNotContain("http-equiv=\"refresh\"", juror.Page.Source.Text, StringComparison.Ordinal);
        var before = juror.Path;
        await juror.FollowAsync("Yritä uudelleen");
        Assert.NotEqual(before, juror.Path);
    }
}
