using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ApproveDecisionJourney
{
    [Fact]
    public async Task A_chair_who_stays_out_of_an_entry_does_not_approve_and_the_secretary_records_the_approval()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, isChairOut: true);

        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/staff/year/decision");
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/decision");
        await secretary.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));

        Assert.Null(chair.Page.QuerySelector("form input[value=decision-approve]"));
        Assert.Equal("", secretary.Refusal);
        await using var db = app.Db();
        Assert.Equal(scene.Cast.Secretary.Id, (await db.Decisions.SingleAsync()).ApprovedBy);
    }

    [Fact]
    public async Task A_chair_who_is_clear_of_every_entry_approves_and_the_secretary_does_not()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, isChairOut: false);

        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/decision");
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/staff/year/decision");
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));

        Assert.Null(secretary.Page.QuerySelector("form input[value=decision-approve]"));
        await using var db = app.Db();
        Assert.Equal(scene.Cast.Chair.Id, (await db.Decisions.SingleAsync()).ApprovedBy);
    }

    [Fact]
    public async Task A_chair_whose_page_is_older_than_the_texts_reads_them_and_ticks_anew()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await PlayAsync(app, isChairOut: false);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/sv/staff/year/decision");
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/decision");
        await secretary.SubmitAsync("decision-texts", ("text-fi-remarks", "Muutettu."), ("text-sv-remarks", "Ändrat."));

        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));

        Assert.Contains("Texterna har ändrats sedan du öppnade sidan. Läs dem och godkänn på nytt.", chair.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("Dina texter", chair.Words, StringComparison.Ordinal);
        Assert.False(chair.Page.QuerySelector("input[name=decision-approve-sure]")!.HasAttribute("checked"));
        await using var db = app.Db();
        Assert.False((await db.Decisions.SingleAsync()).IsApproved);
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));
        Assert.Empty(chair.Refusal);
    }

    private static Task<Scene> PlayAsync(AwardApp app, bool isChairOut) => Scene.PlayAsync(app, Stage.Decided, (scene, db) =>
    {
        db.ChangeTracker.Entries<Decision>().Single().Entity.Unapprove();
        if (isChairOut)
            db.ChangeTracker.Entries<Declaration>().Single(d => d.Entity.PersonId == scene.Cast.Chair.Id && d.Entity.EntryId == scene.North.Id).State = EntityState.Detached;
    });
}
