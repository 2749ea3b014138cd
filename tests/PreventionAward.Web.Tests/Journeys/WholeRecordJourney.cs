using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Decisions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Who may act until when, who stepped aside, and that nothing says "saved" of what was not.</summary>
public sealed partial class WholeRecordJourney
{
    [Theory]
    [InlineData("2027-06-30", "2027-06-30T20:59:59.999Z", true)]
    [InlineData("2027-06-30", "2027-06-30T21:00:00.000Z", false)]
    [InlineData("2027-12-31", "2027-12-31T21:59:59.999Z", true)]
    [InlineData("2027-12-31", "2027-12-31T22:00:00.000Z", false)]
    public async Task A_juror_s_access_ends_with_the_last_day_of_the_term_in_Finland_and_the_desk_says_so(string lastDay, string now, bool isOpen)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, _) => s.Competition.Mandated(
            JuryMandate.Empty with { AppointedBy = new("Oikeusministeriö", "Justitieministeriet"), Until = DateOnly.ParseExact(lastDay, "yyyy-MM-dd", null) }, isApproved: false));
        app.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var entry = $"/jury/year/entries/{scene.North.Id.Value}";
        var juror = app.VisitAs(scene.Cast.Clear);

        foreach (var path in new[] { entry, $"{entry}/score-form.pdf", "/jury/year/packet.pdf" })
            Assert.Equal(isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await juror.FetchAsync(path)).StatusCode);
        Assert.Equal(!isOpen, (await juror.GoAsync("/jury/year")).Words.Contains("Raadin toimikausi päättyi", StringComparison.Ordinal));
        Assert.Equal(!isOpen, (await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year")).Words.Contains("Raadin toimikausi päättyi", StringComparison.Ordinal));
        Assert.Equal(!isOpen, (await juror.GoAsync("/jury")).Words.Contains("Raadin toimikausi päättyi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Officials_who_stepped_aside_stand_in_the_decision_by_role_with_entry_and_point_of_the_law()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) => db.Add(Declaration.Restore(
            s.Competition.Id, s.North.Id, s.Cast.Publisher.Id, InterestAnswer.Ground, RecusalGround.Employment, "Omat sanat", Scene.Closed.AddDays(1), null, null, null)));

        var words = (await app.VisitAs(scene.Cast.Chair).GoAsync("/staff/year/decision/preview?in=fi")).Words;
        Assert.Contains("päätöksen julkaisija", words, StringComparison.Ordinal);
        Assert.Contains("28 § 1 mom. 4 kohta: palvelussuhde", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Omat sanat", words, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Cast.Publisher.Mail, words, StringComparison.Ordinal);
        await using var db = app.Db();
        var aside = Assert.Single(PublicRecord.Of((await db.DecisionMaterialAsync("year"))!).OfficialsAside!);
        Assert.Equal((OfficialRole.Publisher, 1, RecusalGround.Employment, RecusalDecider.Self), (aside.Roles[0], aside.Entry, aside.Ground, aside.DecidedBy));
    }

    [Fact]
    public async Task A_member_in_doubt_and_staff_are_told_the_same_numbers_before_the_member_leaves()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);

        foreach (var account in scene.Cast.Jury)
        {
            var own = Numbers(await app.VisitAs(account).GoAsync("/jury/year/resign"));
            Assert.Equal(own, Numbers(await app.VisitAs(scene.Cast.Secretary).GoAsync($"/staff/year/setup/jury/{account.Id.Value}/remove")));
            Assert.NotEqual("", own);
        }

        static string Numbers(Visit visit) => Sheets().Match(visit.Words).Value;
    }

    [Fact]
    public async Task A_save_of_what_is_not_there_is_not_found_and_saves_nothing()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (_, db) => db.ChangeTracker.Entries<Decision>().Single().Entity.Unapprove());
        var page = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/decision");
        var forged = ($"text-fi-assessment.{Guid.NewGuid()}", "Väärennetty");
        var address = "/" + page.Page.QuerySelector("form[data-draft]")!.GetAttribute("data-draft");

        using var answer = await page.PostAsync(address, [.. page.Fields("decision-texts").Select(f => (f.Key, f.Value)), forged]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"saved\"", said, StringComparison.Ordinal);
        Assert.DoesNotContain("joku muu", said, StringComparison.OrdinalIgnoreCase);

        using var posted = await page.PostAsync("/staff/year/decision", [.. page.Fields("decision-texts").Select(f => (f.Key, f.Value)), forged]);
        Assert.DoesNotContain("saved=true", $"{posted.RequestMessage!.RequestUri}", StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.DoesNotContain((await db.Decisions.SingleAsync()).Texts.Values, text => text.Fi == "Väärennetty");
    }

    [Fact]
    public async Task Scores_of_a_foreign_entry_or_of_no_criterion_are_not_said_to_be_saved()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring);
        var other = await Scene.PlayAsync(app, Stage.Scoring, name: "other", suffix: "-other");
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync($"/jury/year/entries/{scene.North.Id.Value}");
        var token = juror.Fields("scores").Single(f => f.Key == "__RequestVerificationToken");

        foreach (var (id, field) in new[] { (other.North.Id, "C1"), (new EntryId(Guid.NewGuid()), "C1"), (scene.North.Id, "C99") })
        {
            using var answer = await juror.PostAsync($"/jury/year/entries/{id.Value}/scores", [(token.Key, token.Value), (field, "3")]);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.DoesNotContain("\"saved\":true", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await using var db = app.Db();
        Assert.Equal(0, await db.Set<PreventionAward.Web.Database.AuditLine>().CountAsync(line => line.Action == "sheet-saved"));
    }

    [Fact]
    public async Task An_approved_decision_that_nobody_has_read_over_is_not_called_ready_and_the_pages_say_who_reads_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) =>
        {
            var decision = db.ChangeTracker.Entries<Decision>().Single().Entity;
            decision.Unapprove();
            decision.Write([new("remarks", Language.Finnish, "Uusi huomio."), new("remarks", Language.Swedish, "En ny iakttagelse.")]);
            Assert.Null(decision.Approve(DecisionScope.Of(s.Competition, [s.North.Id, s.South.Id]), s.Cast.Chair.Id, Scene.Closed.AddDays(11)));
        });

        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish");
        Assert.Contains("kieliversioita lukematta: suomi, ruotsi", publisher.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Valmis julkaistavaksi", publisher.Words, StringComparison.Ordinal);
        Assert.Contains("Ei vielä valmis julkaistavaksi", (await publisher.GoAsync("/publish/year")).Words, StringComparison.Ordinal);
        Assert.Contains("Vielä lukematta alusta loppuun: suomi, ruotsi", (await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year")).Words, StringComparison.Ordinal);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/decision");
        Assert.Contains("Vielä lukematta alusta loppuun: suomi, ruotsi", secretary.Words, StringComparison.Ordinal);

        foreach (var language in new[] { "fi", "sv" })
        {
            await secretary.SubmitAsync($"check-{language}", ($"check-{language}-sure", "yes"));
            await secretary.GoAsync("/staff/year/decision");
        }

        Assert.Contains("Valmis julkaistavaksi", (await publisher.GoAsync("/publish")).Words, StringComparison.Ordinal);
        Assert.Contains("Valmis julkaistavaksi", (await publisher.GoAsync("/publish/year")).Words, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d+ / \d+ lomaketta\. Kesken olevia lomakkeita on \d+")]
    private static partial Regex Sheets();
}
