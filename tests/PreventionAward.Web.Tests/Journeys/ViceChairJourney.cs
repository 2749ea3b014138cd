using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Juror 1 is the vice-chair, and acts where the chair steps aside: no sooner, and no further.</summary>
public sealed class ViceChairJourney
{
    [Fact]
    public async Task The_vice_chair_decides_a_doubt_about_the_entry_from_which_the_chair_is_recused()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Scoring, isChairOut: true);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/declarations");
        Assert.DoesNotContain("decide-0", chair.Page.Source.Text, StringComparison.Ordinal);

        var vice = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/declarations");
        Assert.Contains("puheenjohtajana toimii varapuheenjohtaja", vice.Words, StringComparison.OrdinalIgnoreCase);
        var form = Form(vice, scene.Cast.InDoubt.Id.Value);
        await vice.SubmitAsync(form, ("recused", "no"));
        Assert.Contains("Kirjoita, miksi jäsen", vice.Refusal, StringComparison.Ordinal);
        await vice.SubmitAsync(form, ("recused", "no"), ($"reason-{form}", "Tunsi vain nimeltä"));

        await using var db = app.Db();
        var decided = await db.Declarations.SingleAsync(d => d.EntryId == scene.North.Id && d.PersonId == scene.Cast.InDoubt.Id);
        Assert.Equal((false, scene.Cast.Clear.Id), (decided.FoundRecused, decided.ConfirmedBy));
    }

    [Fact]
    public async Task A_vice_chair_whose_turn_it_is_not_decides_nothing()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Scoring, isChairOut: false);

        var vice = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/declarations");
        Assert.Equal(HttpStatusCode.OK, vice.Status);
        Assert.DoesNotContain("decide-0", vice.Page.Source.Text, StringComparison.Ordinal);
        await vice.GoAsync("/jury/year/progress");
        Assert.DoesNotContain("close-scoring", vice.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chair_whose_team_competes_closes_nothing_and_the_vice_chair_does()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Scoring, isChairOut: false, (s, db) => db.Add(new TeamMember(s.South.Id, s.Cast.Chair.Id, TeamRole.Viewer)));
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/progress");
        Assert.DoesNotContain("close-scoring", chair.Page.Source.Text, StringComparison.Ordinal);

        var vice = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/progress");
        await vice.SubmitAsync("close-scoring", ("without-missing", "yes"), ("close-scoring-sure", "yes"));

        Assert.Equal("/jury/year/deliberation", vice.Path);
    }

    [Fact]
    public async Task Where_the_chair_competes_and_there_is_no_vice_chair_the_secretary_closes_scoring()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, db) => db.Add(new TeamMember(s.South.Id, s.Cast.Chair.Id, TeamRole.Viewer)));

        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/jury/year/progress");
        await secretary.SubmitAsync("close-scoring", ("without-missing", "yes"), ("close-scoring-sure", "yes"));

        Assert.Equal("/jury/year/deliberation", secretary.Path);
    }

    [Fact]
    public async Task The_vice_chair_records_and_approves_where_the_chair_stays_out_of_an_entry()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Deliberation, isChairOut: true);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/jury/year/outcome");
        Assert.Contains("varapuheenjohtaja kirjaa päätöksen", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Et voi kirjata", (await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/outcome")).Words, StringComparison.Ordinal);

        var vice = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/outcome");
        await vice.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Raati kokoontui muualla."));

        Assert.Equal("/jury/year/deliberation", vice.Path);
        await using var db = app.Db();
        Assert.Equal(scene.Cast.Clear.Id, (await db.Decisions.SingleAsync()).RecordedBy);
    }

    [Fact]
    public async Task The_decision_says_that_the_vice_chair_approved_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, Stage.Decided, isChairOut: true, (_, db) => db.ChangeTracker.Entries<Decision>().Single().Entity.Unapprove());

        var vice = await app.VisitAs(scene.Cast.Clear).GoAsync("/staff/year/decision");
        await vice.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));
        await vice.GoAsync("/sv/staff/year/decision/preview");

        Assert.Contains("Juryns vice ordförande har godkänt detta beslut", vice.Words, StringComparison.Ordinal);
    }

    private static Task<Scene> PlayAsync(AwardApp app, Stage stage, bool isChairOut, Action<Scene, AwardDb>? change = null) => Scene.PlayAsync(app, stage, (scene, db) =>
    {
        db.ChangeTracker.Entries<JuryMember>().Single(m => m.Entity.PersonId == scene.Cast.Clear.Id).Entity.Role = SeatRole.ViceChair;
        if (isChairOut)
        {
            db.ChangeTracker.Entries<Declaration>().Single(d => d.Entity.PersonId == scene.Cast.Chair.Id && d.Entity.EntryId == scene.North.Id).State = EntityState.Detached;
            db.Add(Declaration.Restore(scene.Competition.Id, scene.North.Id, scene.Cast.Chair.Id, InterestAnswer.Ground, RecusalGround.Employment, "", Scene.Closed.AddDays(2), null, null, null));
        }

        change?.Invoke(scene, db);
    });

    private static string Form(Visit visit, Guid member) =>
        visit.Page.QuerySelectorAll("form").First(f => f.QuerySelector($"input[name=member][value='{member}']") is not null).QuerySelector("input[name=_handler]")!.GetAttribute("value")!;
}
