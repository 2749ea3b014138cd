using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class PublishDecisionJourney
{
    [Fact]
    public async Task Both_languages_are_published_at_one_moment_with_their_documents_and_mails()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");

        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));

        Assert.Equal("/competitions/year/decision", publisher.Path);
        await using var db = app.Db();
        var documents = await db.PublishedDocuments.OrderBy(d => d.Kind).ThenBy(d => d.Language).ToListAsync();
        Assert.Equal(
            [("decision", Language.Finnish), ("decision", Language.Swedish), ("decision-accessible", Language.Finnish), ("decision-accessible", Language.Swedish)],
            documents.Select(d => (d.Kind, d.Language)));
        Assert.All(documents, document => Assert.Equal(app.Clock.Now, document.At));
        Assert.All(documents, document => Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document.Bytes)), document.Sha256));
        Assert.Equal(app.Clock.Now, (await db.Competitions.SingleAsync()).At(MilestoneKind.Published));

        var mails = await db.Set<OutboxMail>().Where(m => m.Template == "decision-announced").ToListAsync();
        Assert.Equal(scene.Cast.Jury.Append(scene.Cast.North).Append(scene.Cast.South).Select(a => a.Mail).Order(), mails.Select(m => m.To).Order());
        Assert.All(mails, mail => Assert.Equal(app.Clock.Now, mail.CreatedAt));
        Assert.Equal(Language.Swedish, mails.Single(m => m.To == scene.Cast.North.Mail).Language);
    }

    [PdfFact]
    public async Task The_public_gets_the_stored_bytes_in_each_language_and_no_points()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        await (await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year")).SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        await using var db = app.Db();

        foreach (var (language, path) in new[] { (Language.Finnish, ""), (Language.Swedish, "/sv") })
        {
            var stored = await db.PublishedDocuments.SingleAsync(d => d.Language == language && d.Kind == "decision");
            var anyone = app.Visit();
            using var response = await anyone.FetchAsync($"{path}/competitions/year/decision.pdf");
            var page = await anyone.GoAsync($"{path}/competitions/year/decision");

            Assert.Equal(stored.Bytes, await response.Content.ReadAsByteArrayAsync());
            Assert.Contains($"grounds ({language})", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Pistesana", page.Page.Source.Text, StringComparison.Ordinal);

            using var file = new Pdf(stored.Bytes);
            var record = Encoding.UTF8.GetString(file.Attached(Web.Documents.PublicRecord.FileName));
            Assert.DoesNotContain("points", record, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Pistesana", record, StringComparison.Ordinal);
            Assert.DoesNotContain("3.00", record, StringComparison.Ordinal);
            Assert.Contains(Scene.SouthMarker + " title", record, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_published_until_somebody_has_confirmed_what_is_said_of_appeal()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, _) => s.Competition.Correct(s.Competition.Authority, s.Competition.Appointment, LocalizedText.Empty, isApproved: false));

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        Assert.Contains("Lausumaa muutoksenhausta ei ole vahvistettu", publisher.Words, StringComparison.Ordinal);
        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        Assert.Equal("/publish/year", publisher.Path);
        await (await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/setup/authority")).SubmitAsync("appeal", ("appeal-sure", "yes"));
        await using var db = app.Db();
        var confirmed = await db.Competitions.SingleAsync();

        Assert.Equal((Stage.Decided, "Päätökseen ei liity valitusosoitusta."), (confirmed.Stage, confirmed.Appeal.Fi));
        Assert.DoesNotContain("Lausumaa muutoksenhausta ei ole vahvistettu", (await publisher.GoAsync("/publish/year")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Swedish_nothing_is_published_and_the_refusal_says_so()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) => db.ChangeTracker.Entries<Decision>().Single().State = EntityState.Detached);
        await using (var db = app.Db())
        {
            db.Add(scene.Decision(Language.Finnish));
            await db.CommitAsync();
        }

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));

        Assert.Contains("ruotsi", publisher.Refusal, StringComparison.OrdinalIgnoreCase);
        await NothingIsPublicAsync(app);
    }

    [Fact]
    public async Task What_the_jury_has_not_approved_is_not_published()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        await using (var db = app.Db())
        {
            (await db.Decisions.SingleAsync()).Unapprove();
            await db.CommitAsync();
        }

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));

        Assert.NotEmpty(publisher.Refusal);
        await NothingIsPublicAsync(app);
    }

    [Theory]
    [InlineData(Stage.Open)]
    [InlineData(Stage.Scoring)]
    [InlineData(Stage.Deliberation)]
    public async Task A_stage_is_not_skipped_by_going_straight_to_the_page_that_publishes(Stage stage)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, stage);

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");

        Assert.Equal(HttpStatusCode.NotFound, publisher.Status);
        await NothingIsPublicAsync(app);
    }

    [Fact]
    public async Task A_stage_that_is_skipped_is_refused_in_words()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year");

        await secretary.SubmitAsync("move", ("to", "Published"));

        Assert.NotEmpty(secretary.Refusal);
        await NothingIsPublicAsync(app);
    }

    [Fact]
    public async Task Only_the_publisher_publishes()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        foreach (var account in scene.Cast.All.Where(a => a != scene.Cast.Publisher))
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync("/publish/year")).Status);
    }

    [Fact]
    public async Task Pressing_twice_publishes_once()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        var one = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        var other = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");

        await Task.WhenAll(one.SubmitAsync("publish-decision", ("publish-decision-sure", "yes")), other.SubmitAsync("publish-decision", ("publish-decision-sure", "yes")));

        Assert.Equal(["/competitions/year/decision", "/competitions/year/decision"], new[] { one.Path, other.Path });
        await using var db = app.Db();
        Assert.Equal(4, await db.PublishedDocuments.CountAsync());
        Assert.Equal(7, await db.Set<OutboxMail>().CountAsync(m => m.Template == "decision-announced"));
    }

    private static async Task NothingIsPublicAsync(AwardApp app)
    {
        await using var db = app.Db();
        Assert.False(await db.PublishedDocuments.AnyAsync());
        Assert.False(await db.Set<OutboxMail>().AnyAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().GoAsync("/competitions/year/decision")).Status);
        using var pdf = await app.Visit().FetchAsync("/competitions/year/decision.pdf");
        Assert.Equal(HttpStatusCode.NotFound, pdf.StatusCode);
    }
}
