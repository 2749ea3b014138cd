using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class SealAndVerifyJourney
{
    [PdfFact]
    public async Task What_is_published_is_sealed_and_anybody_can_tell_which_it_is()
    {
        using var authority = new SealAuthority();
        await using var app = await PublishedAsync(authority.Settings);
        await using var db = app.Db();
        var documents = await db.PublishedDocuments.OrderBy(d => d.Kind).ThenBy(d => d.Language).ToListAsync();

        Assert.Equal(4, documents.Count);
        Assert.All(documents, document => Assert.Equal((SealAuthority.Name, true, app.Clock.Now), (SealedPdf.Read(document.Bytes)!.By, SealedPdf.Read(document.Bytes)!.IsWhole, document.At)));
        foreach (var document in documents)
        {
            using var pdf = new Pdf(document.Bytes);
            Assert.Contains($"{SealAuthority.Name}.", pdf.TextInOneLine(), StringComparison.Ordinal);
        }

        Assert.Contains(SealAuthority.Name, (await app.Visit().GoAsync("/competitions/year/decision")).Words, StringComparison.Ordinal);
        var swedish = documents.Single(d => d.Kind == "decision" && d.Language == Language.Swedish);
        var answer = await app.Visit().GoAsync($"/verify?sha256={swedish.Sha256[..32]}%20{swedish.Sha256[32..].ToUpperInvariant()}");
        Assert.Contains("Tämä on julkaistu tiedosto", answer.Words, StringComparison.Ordinal);
        Assert.Contains("ruotsi", answer.Words, StringComparison.Ordinal);
        Assert.Contains(SealAuthority.Name, answer.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_itself_may_be_sent_and_a_changed_one_is_told_from_a_strange_one()
    {
        using var authority = new SealAuthority();
        await using var app = await PublishedAsync(authority.Settings);
        await using var db = app.Db();
        var bytes = (await db.PublishedDocuments.FirstAsync(d => d.Kind == "decision")).Bytes;
        var changed = (byte[])bytes.Clone();
        changed[bytes.Length / 2] ^= 1;

        Assert.Contains("Tämä on julkaistu tiedosto", await SendAsync(app, bytes), StringComparison.Ordinal);
        Assert.Contains("Tiedostoa on muutettu", await SendAsync(app, changed), StringComparison.Ordinal);
        Assert.Contains("ei ole sinettiä", await SendAsync(app, "%PDF-1.7"u8.ToArray()), StringComparison.Ordinal);
        Assert.Equal(4, await db.PublishedDocuments.CountAsync());
    }

    [Fact]
    public async Task Without_a_certificate_nothing_claims_to_be_sealed()
    {
        await using var app = await PublishedAsync(null);
        await using var db = app.Db();

        Assert.All(await db.PublishedDocuments.ToListAsync(), document => Assert.Null(document.SealedBy));
        Assert.DoesNotContain("sinetöity", (await app.Visit().GoAsync("/competitions/year/decision")).Words, StringComparison.OrdinalIgnoreCase);
        var known = await app.Visit().GoAsync($"/verify?sha256={(await db.PublishedDocuments.FirstAsync()).Sha256}");
        Assert.DoesNotContain("sinetöity", known.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_seal_that_fails_publishes_nothing_and_says_so()
    {
        using var authority = new SealAuthority();
        await using var app = await AwardApp.StartAsync(settings: new(authority.Settings) { ["Seal:TimeStampAuthority"] = "http://127.0.0.1:9/" });
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));

        Assert.Contains("sinetöityä", publisher.Refusal, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.False(await db.PublishedDocuments.AnyAsync());
        Assert.Equal(Stage.Decided, (await db.Competitions.SingleAsync()).Stage);
    }

    [Fact]
    public async Task A_digest_that_is_none_is_refused_and_one_that_is_not_known_is_said_to_be_so()
    {
        await using var app = await AwardApp.StartAsync();

        Assert.Contains("64", (await app.Visit().GoAsync("/verify?sha256=abc")).Refusal, StringComparison.Ordinal);
        Assert.Contains("ei ole tiedossa", (await app.Visit().GoAsync($"/verify?sha256={new string('0', 64)}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_public_is_not_known_here()
    {
        await using var app = await PublishedAsync(null);
        await using var db = app.Db();
        var sha256 = (await db.PublishedDocuments.FirstAsync()).Sha256;
        await db.Competitions.ExecuteUpdateAsync(set => set.SetProperty(c => c.Stage, Stage.Decided));

        Assert.Contains("ei ole tiedossa", (await app.Visit().GoAsync($"/verify?sha256={sha256}")).Words, StringComparison.Ordinal);
    }

    private static async Task<AwardApp> PublishedAsync(Dictionary<string, string>? settings)
    {
        var app = await AwardApp.StartAsync(settings: settings);
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        await (await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year")).SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        return app;
    }

    private static async Task<string> SendAsync(AwardApp app, byte[] file)
    {
        var visit = await app.Visit().GoAsync("/verify");
        await visit.SubmitAsync("verify-file", [], [("file", "copy.pdf", file)]);
        return visit.Words;
    }
}
