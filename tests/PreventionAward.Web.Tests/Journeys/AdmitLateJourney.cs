using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class AdmitLateJourney : IAsyncLifetime
{
    private readonly Guid attempt = Guid.NewGuid();
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit secretary = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Screening, (s, db) => db.Add(new LateAttempt(
            attempt, s.North.Id, s.Competition.Id, s.North.Draft, s.North.Draft.Digest([]), s.Cast.North.Id, Scene.Closed.AddMinutes(5))));
        secretary = app.VisitAs(scene.Cast.Secretary);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task An_attempt_within_an_outage_is_accepted_as_arrived_in_time_and_the_team_is_told()
    {
        await secretary.GoAsync("/staff/outages");
        await secretary.SubmitAsync("outage", ("from.date", "30.4.2027"), ("from.time", "16.00"), ("to.date", "30.4.2027"), ("to.time", "16.30"), ("what", "Tietokanta"));
        Assert.Contains("Tietokanta", secretary.Words, StringComparison.Ordinal);
        await secretary.GoAsync("/staff/year/late");
        Assert.Contains("Tietokanta", secretary.Words, StringComparison.Ordinal);

        await secretary.SubmitAsync($"admit-{attempt}", ("kind", "InTimeByGround"), ("reason", "Palvelu oli poissa"), ("evidence", "Palvelimen loki"));

        Assert.Equal("", secretary.Refusal);
        await using var db = app.Db();
        var entry = await db.Entries.Include(e => e.Versions).SingleAsync(e => e.Id == scene.North.Id);
        Assert.Equal((AdmissionKind.InTimeByGround, "Palvelimen loki", 2, Scene.Closed.AddMinutes(5)), (entry.Admission!.Kind, entry.Admission.Evidence, entry.Submitted!.Version, entry.Submitted.At));
        Assert.Contains("Palvelu oli poissa", (await db.Set<OutboxMail>().SingleAsync(m => m.Template == "late-admitted")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_evidence_it_is_refused_and_what_was_typed_stays()
    {
        await secretary.GoAsync("/staff/year/late");

        await secretary.SubmitAsync($"admit-{attempt}", ("kind", "InTimeByGround"), ("reason", "Palvelu oli poissa"));

        Assert.NotEmpty(secretary.Refusal);
        Assert.Equal("Palvelu oli poissa", secretary.Page.GetElementsByName("reason")[0].TextContent.Trim());
    }

    [Fact]
    public async Task Nobody_but_the_secretary_finds_the_pages()
    {
        foreach (var account in new[] { scene.Cast.North, scene.Cast.Chair, scene.Cast.Publisher })
            foreach (var page in new[] { "/staff/year/late", "/staff/outages" })
                Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync(page)).Status);
    }
}
