using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class IssuedSealJourney
{
    [Fact]
    public async Task A_receipt_a_letter_a_certificate_and_a_release_carry_the_seal_and_say_what_they_are()
    {
        using var authority = new SealAuthority();
        await using var app = await AwardApp.StartAsync(settings: authority.Settings);
        var scene = await Scene.PlayAsync(app, Stage.Published);
        var id = scene.South.Id.Value;

        foreach (var (path, kind) in new[]
        {
            ($"/entries/{id}/receipt.pdf", IssuedKind.Receipt), ($"/entries/{id}/feedback.pdf", IssuedKind.Feedback),
            ($"/entries/{id}/certificate.pdf", IssuedKind.Certificate), ("/competitions/year/release.pdf", IssuedKind.Release),
        })
        {
            var read = SealedPdf.Read(await FetchAsync(app, scene, path))!;
            Assert.Equal((SealAuthority.Name, true, kind, "year", app.Clock.Now), (read.By, read.IsWhole, read.Issued!.Value.Note.Kind, read.Issued.Value.Note.Competition, read.Issued.Value.At));
        }
    }

    [Fact]
    public async Task A_stranger_learns_that_a_receipt_is_genuine_its_kind_competition_and_date_and_nothing_else()
    {
        using var authority = new SealAuthority();
        await using var app = await AwardApp.StartAsync(settings: authority.Settings);
        var scene = await Scene.PlayAsync(app, Stage.Published);
        var receipt = await FetchAsync(app, scene, $"/entries/{scene.South.Id.Value}/receipt.pdf");
        var changed = (byte[])receipt.Clone();
        changed[2000] ^= 1;

        var answer = await SendAsync(app, receipt);

        Assert.Contains("Tiedosto on tästä palvelusta", answer, StringComparison.Ordinal);
        Assert.Contains("Vastaanottoilmoitus", answer, StringComparison.Ordinal);
        Assert.Contains("Kilpailu", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.SouthMarker, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("team-south", answer, StringComparison.Ordinal);
        Assert.Contains("Tiedostoa on muutettu", await SendAsync(app, changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seal_of_another_certificate_is_not_taken_for_ours()
    {
        using var authority = new SealAuthority();
        using var stranger = new SealAuthority();
        await using var app = await AwardApp.StartAsync(settings: authority.Settings);
        await using var other = await AwardApp.StartAsync(settings: stranger.Settings);
        var scene = await Scene.PlayAsync(other, Stage.Published);

        var answer = await SendAsync(app, await FetchAsync(other, scene, "/competitions/year/release.pdf"));

        Assert.DoesNotContain("Tiedosto on tästä palvelusta", answer, StringComparison.Ordinal);
        Assert.Contains("ehjä sinetti", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_certificate_they_are_given_and_claim_nothing()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Published);

        Assert.Null(SealedPdf.Read(await FetchAsync(app, scene, $"/entries/{scene.South.Id.Value}/receipt.pdf")));
    }

    [Fact]
    public async Task A_time_stamp_authority_that_is_away_keeps_nobody_from_a_receipt()
    {
        using var authority = new SealAuthority();
        await using var app = await AwardApp.StartAsync(settings: new(authority.Settings) { ["Seal:TimeStampAuthority"] = "http://127.0.0.1:9/" });
        var scene = await Scene.PlayAsync(app, Stage.Published);

        Assert.True(SealedPdf.Read(await FetchAsync(app, scene, $"/entries/{scene.South.Id.Value}/receipt.pdf"))!.IsWhole);
    }

    private static async Task<byte[]> FetchAsync(AwardApp app, Scene scene, string path)
    {
        using var response = await app.VisitAs(scene.Cast.South).FetchAsync(path);
        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> SendAsync(AwardApp app, byte[] file)
    {
        var visit = await app.Visit().GoAsync("/verify");
        await visit.SubmitAsync("verify-file", [], [("file", "copy.pdf", file)]);
        return visit.Words;
    }
}
