using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Members come and go: before scoring freely, after it with a reason that stays on record.</summary>
public sealed class MembershipJourney
{
    [Fact]
    public async Task A_member_resigns_after_scoring_has_started_and_the_record_tells_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/resign");
        Assert.Contains("2 / 2 lomaketta", juror.Words, StringComparison.Ordinal);

        await juror.SubmitAsync("resign", ("explanation", "Omin sanoin"));
        Assert.Contains("Vahvista", juror.Refusal + juror.Words, StringComparison.Ordinal);
        await juror.SubmitAsync("resign", ("resign-sure", "yes"), ("explanation", "Omin sanoin"));
        Assert.Contains("Valitse syy", juror.Refusal, StringComparison.Ordinal);
        Assert.Contains("Omin sanoin", juror.Page.QuerySelector("textarea[name=explanation]")!.TextContent, StringComparison.Ordinal);
        await juror.SubmitAsync("resign", ("resign-sure", "yes"), ("reason", "ChangedDuties"));

        Assert.Contains("Olet eronnut raadista", juror.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GoAsync("/jury/year")).Status);
        await using (var db = app.Db())
        {
            var change = await db.JuryChanges.SingleAsync();
            Assert.Equal((JuryChangeKind.Resigned, scene.Cast.Clear.Id, JuryChangeReason.ChangedDuties, true), (change.Kind, change.By, change.Reason, change.SheetsStay));
            Assert.Equal(4, (await db.CountingSheetsAsync(await db.Competitions.SingleAsync())).Count);
        }

        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/deliberation");
        Assert.Contains("erosi raadista", chair.Words, StringComparison.Ordinal);
        Assert.Contains("Tehtävien muuttuminen", chair.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_release_a_member_who_has_scored_some_entries_only_and_the_scores_drop_out()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, db) => db.Add(Domain.Scoring.ScoreSheet.Restore(
            s.Competition.Id, s.South.Id, s.Cast.Clear.Id, s.Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Domain.Scoring.Mark(4))), Scene.Closed.AddDays(3), Scene.Closed.AddDays(4))));
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync($"/staff/year/setup/jury/{scene.Cast.Clear.Id.Value}/remove");
        Assert.Contains("poistuvat tuloksista", secretary.Words, StringComparison.Ordinal);

        await secretary.SubmitAsync("remove-juror");
        Assert.NotEmpty(secretary.Refusal);
        await secretary.SubmitAsync("remove-juror", ("reason", "Unavailable"), ("explanation", "Ei vastaa"));

        Assert.Contains("vapautettiin raadista", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Ei vastaa", secretary.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Empty(await db.CountingSheetsAsync(await db.Competitions.SingleAsync()));
        Assert.Equal(1, await db.ScoreSheets.CountAsync());
    }

    [Fact]
    public async Task Somebody_joins_in_another_place_and_a_new_vice_chair_is_a_change_too()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/setup/jury");

        await secretary.SubmitAsync("juror", ("mail", "new@example.fi"), ("juror", "Uusi jäsen"), ("role", "Member"), ("language", "fi"), ("expertise.fi", "Arviointi"));
        Assert.Contains("Valitse syy", secretary.Refusal, StringComparison.Ordinal);
        await secretary.SubmitAsync("juror", ("mail", "new@example.fi"), ("juror", "Uusi jäsen"), ("role", "Member"), ("language", "fi"), ("reason", "Replacement"));
        await secretary.GoAsync($"/staff/year/setup/jury/{scene.Cast.Clear.Id.Value}/seat");
        await secretary.SubmitAsync("seat", ("role", "ViceChair"), ("reason", "Other"), ("explanation", "Sovittu"));

        await using var db = app.Db();
        Assert.Equal([JuryChangeKind.Appointed, JuryChangeKind.RoleChanged], (await db.JuryChanges.Select(c => c.Kind).ToListAsync()).Order());
        Assert.Equal(SeatRole.ViceChair, (await db.JuryMembers.SingleAsync(m => m.PersonId == scene.Cast.Clear.Id)).Role);
    }

    [Fact]
    public async Task Before_scoring_the_jury_changes_without_a_record()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Screening);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/setup/jury");

        await secretary.SubmitAsync("seats", ("vice-chair", $"{scene.Cast.Clear.Id.Value}"));
        await (await app.VisitAs(scene.Cast.Recused).GoAsync("/jury/year/resign")).SubmitAsync("resign", ("resign-sure", "yes"));

        await using var db = app.Db();
        Assert.Empty(await db.JuryChanges.ToListAsync());
        Assert.Equal(4, await db.JuryMembers.CountAsync());
        Assert.Equal(SeatRole.ViceChair, (await db.JuryMembers.SingleAsync(m => m.PersonId == scene.Cast.Clear.Id)).Role);
    }

    [Fact]
    public async Task Once_the_decision_is_approved_nobody_leaves_and_the_page_says_why()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync("/jury/year/resign");

        Assert.Contains("hyväksynyt päätöksensä", juror.Words, StringComparison.Ordinal);
        Assert.Null(juror.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_decision_tells_who_left_and_why_and_no_private_word()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) =>
        {
            db.ChangeTracker.Entries<Decision>().Single().Entity.Unapprove();
            var member = db.ChangeTracker.Entries<JuryMember>().Single(m => m.Entity.PersonId == s.Cast.Undeclared.Id).Entity;
            db.Add(JuryChange.Of(member, JuryChangeKind.Resigned, JuryChangeReason.Personal, "Yksityinen sana", sheetsStay: false, s.Cast.Undeclared.Id, Scene.Closed.AddDays(4)));
        });

        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/sv/staff/year/decision/preview");

        Assert.Contains("avgick ur juryn", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Personligt skäl", secretary.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Yksityinen sana", secretary.Words, StringComparison.Ordinal);
    }
}
