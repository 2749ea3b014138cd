using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;
using static PreventionAward.Web.Tests.Support.AtTheTable;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class MeetingJourney
{
    private const string Agreed = "Yhteinen näkemys teemasta";

    [Fact]
    public async Task A_whole_meeting_is_held_with_plain_forms_and_its_minutes_are_drawn()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, member) = (app.VisitAs(scene.Cast.Chair), app.VisitAs(scene.Cast.Clear));

        await chair.GoAsync(Place);
        await chair.SubmitAsync("meeting-open", ("place", "Helsinki, etäyhteys"));
        Assert.Equal("", chair.Refusal);
        await chair.SubmitAsync("go-on", ("do", "Move:1"));
        Assert.Contains("ei ole päätösvaltainen", chair.Refusal, StringComparison.Ordinal);
        foreach (var juror in new[] { scene.Cast.Clear, scene.Cast.Undeclared, scene.Cast.Recused }) await chair.SubmitAsync("attendance", ("do", $"Arrived:{juror.Id.Value}"));
        await chair.SubmitAsync("go-on", ("do", "Move:1"));
        Assert.Equal("", chair.Refusal);
        Assert.Contains("Poistu huoneesta", (await app.VisitAs(scene.Cast.Recused).GoAsync(Place)).Words, StringComparison.Ordinal);

        await chair.SubmitAsync("consensus", ("text.C1", Agreed));
        Assert.Contains("poistuttava", chair.Refusal + chair.Words, StringComparison.Ordinal);
        Assert.Contains(Agreed, chair.Page.QuerySelector("textarea[name='text.C1']")!.TextContent, StringComparison.Ordinal);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Recused.Id.Value}"));
        await chair.SubmitAsync("consensus", ("text.C1", Agreed));
        Assert.Equal("", chair.Refusal);
        Assert.Contains(Agreed, (await member.GoAsync(Place)).Words, StringComparison.Ordinal);

        await chair.SubmitAsync("vote-put", ("question", "Onko ehdotus palkinnon arvoinen?"));
        await member.GoAsync(Place + "/vote");
        await member.SubmitAsync("vote", ("stance", "For"));
        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-aloud", ("member", $"{scene.Cast.Undeclared.Id.Value}"), ("stance", "Against"));
        await chair.SubmitAsync("vote-count");
        Assert.Contains("Yksi läsnä oleva jäsen ei ole vielä äänestänyt", chair.Refusal, StringComparison.Ordinal);
        await chair.SubmitAsync("vote-count", ("without", $"{scene.Cast.Chair.Id.Value}"));
        Assert.Contains("Hylättiin äänin 1 puolesta, 1 vastaan", chair.Words, StringComparison.Ordinal);
        Assert.Contains("Äänet menivät tasan. Puheenjohtaja ei äänestänyt", chair.Words, StringComparison.Ordinal);

        await member.GoAsync(Place + "/dissent?item=1");
        await member.SubmitAsync("dissent", ("text", "Olen eri mieltä näytöstä."));
        Assert.Equal("", member.Refusal);

        await chair.SubmitAsync("rescoring-open", ("reason", "Uutta tietoa arvioinnista"));
        await member.GoAsync($"{Place}/scores/{scene.North.Id.Value}");
        await member.SubmitAsync("rescore", [.. scene.Competition.Criteria.Select(c => (c.Key, (string?)"2"))]);
        Assert.Equal("", member.Refusal);
        Assert.Contains("Ennen kokousta: 3", member.Words, StringComparison.Ordinal);

        await chair.GoAsync(Place);
        await chair.SubmitAsync("meeting-close", ("meeting-close-sure", "yes"));
        Assert.Equal("", chair.Refusal);
        await using var db = app.Db();
        Assert.False((await db.Meetings.SingleAsync()).IsOpen);
        var sheet = await db.ScoreSheets.SingleAsync(s => s.EntryId == scene.North.Id && s.JurorId == scene.Cast.Clear.Id);
        Assert.Equal((2, 3), (sheet.Marks["C1"].Points, sheet.Earlier[0].Marks["C1"].Points));
        Assert.NotEmpty(await db.Set<Web.Database.AuditLine>().Where(l => l.Action == "meeting-closed").ToListAsync());

        foreach (var language in new[] { "fi", "sv", "en" })
        {
            using var pdf = new Pdf(await (await member.FetchAsync($"{Place}/minutes.pdf?in={language}")).Content.ReadAsByteArrayAsync());
            var text = pdf.TextInOneLine();
            foreach (var words in new[] { Agreed, "Onko ehdotus palkinnon arvoinen?", "Olen eri mieltä näytöstä.", "Uutta tietoa arvioinnista", "Helsinki, etäyhteys" }) Assert.Contains(words, text, StringComparison.Ordinal);
        }

        var recused = await app.VisitAs(scene.Cast.Recused).GoAsync(Place + "/minutes");
        Assert.DoesNotContain(Agreed, recused.Words, StringComparison.Ordinal);
        Assert.Contains("Et osallistu tämän kohdan käsittelyyn, eikä sen sisältöä näytetä sinulle", recused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_writer_is_told_and_sees_both_texts_and_what_does_not_clash_is_saved()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);

        await secretary.GoAsync(Place);
        await chair.SubmitAsync("consensus", ("text.C1", "Ensimmäisen teksti"));
        await secretary.SubmitAsync("consensus", ("text.C1", "Toisen teksti"), ("text.C4", "Kukaan muu ei ole kirjoittanut tätä"));

        Assert.Contains("Muut tekstisi tallennettiin", secretary.Refusal, StringComparison.Ordinal);
        Assert.Contains("Kukaan muu", (await app.VisitAs(scene.Cast.Clear).GoAsync(Place)).Words, StringComparison.Ordinal);
        Assert.Contains("Ensimmäisen teksti", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Toisen teksti", secretary.Page.QuerySelector("textarea[name='text.C1']")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync("consensus", ("text.C1", "Molempien teksti"));
        Assert.Equal("", secretary.Refusal);
    }

    [Fact]
    public async Task Nobody_but_the_table_finds_a_meeting_and_only_chair_and_secretary_lead_it()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        await AtNorthAsync(app, scene);

        foreach (var account in new[] { scene.Cast.North, scene.Cast.Publisher })
            foreach (var path in new[] { "", "/vote", "/dissent?item=1", "/minutes", "/minutes.pdf" })
                Assert.Equal(404, (int)(await app.VisitAs(account).FetchAsync(Place + path)).StatusCode);
        var member = await app.VisitAs(scene.Cast.Clear).GoAsync(Place);
        Assert.DoesNotContain(member.Page.QuerySelectorAll("input[name=_handler]"), h => h.GetAttribute("value") is not "own-leaving");
        foreach (var account in new[] { scene.Cast.Recused })
            foreach (var path in new[] { "/dissent?item=1", $"/scores/{scene.North.Id.Value}" })
                Assert.Equal(404, (int)(await app.VisitAs(account).FetchAsync(Place + path)).StatusCode);
    }

    [Fact]
    public async Task While_a_meeting_is_under_way_the_outcome_is_recorded_under_its_own_item()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, _) = await AtNorthAsync(app, scene);

        await chair.GoAsync("/jury/year/outcome");
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"));
        Assert.Contains("Kokous on kesken", chair.Refusal, StringComparison.Ordinal);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("go-on", ("do", "Move:3"));
        await chair.GoAsync(Place);
        await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Recused.Id.Value}"));
        await chair.GoAsync("/jury/year/outcome");
        Assert.Contains("Ehdotuksen kohtaa ei ole otettu käsittelyyn tai viety loppuun missään kokouksessa", chair.Words, StringComparison.Ordinal);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"));
        Assert.Contains("Ehdotuksia, joiden kohtaa ei ole käsitelty", chair.Refusal, StringComparison.Ordinal);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Toinen ehdotus käsiteltiin sähköpostitse."));
        Assert.Equal("", chair.Refusal);

        var preview = await chair.GoAsync("/staff/year/decision/preview?in=fi");
        Assert.Contains("omana kohtanaan ei kuitenkaan ole käsitelty: 2.", preview.Words, StringComparison.Ordinal);
        Assert.Contains("Päätöksen tekemiseen ei osallistunut", preview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("sähköpostitse", preview.Words, StringComparison.Ordinal);
        await chair.GoAsync("/staff/year/decision");
        Assert.Contains("Toinen ehdotus käsiteltiin sähköpostitse.", chair.Words, StringComparison.Ordinal);
        Assert.Contains("Ensin sovittu", chair.Words, StringComparison.Ordinal);
        var north = $"fi-assessment.{scene.North.Id.Value}";
        await chair.SubmitAsync("decision-texts", ($"start-{north}", "yes"));
        Assert.Contains("Ensin sovittu", chair.Page.QuerySelector($"textarea[name='text-{north}']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tie_for_the_first_place_is_voted_on_and_the_decision_says_so()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, (s, db) =>
        {
            DeclareEverything(s, db);
            foreach (var sheet in db.ChangeTracker.Entries<ScoreSheet>().Where(e => e.Entity.EntryId == s.North.Id).ToList())
            {
                sheet.State = EntityState.Detached;
                db.Add(ScoreSheet.Restore(s.Competition.Id, s.North.Id, sheet.Entity.JurorId, s.Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Mark(4))), Scene.Closed, Scene.Closed));
            }
        });
        var (chair, secretary) = await AtNorthAsync(app, scene);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("go-on", ("do", "Move:3"));
        await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Recused.Id.Value}"));
        await chair.GoAsync("/jury/year/outcome");
        await chair.SubmitAsync("outcome", ("winner", $"{scene.North.Id.Value}"));
        Assert.Contains("raati äänestää", chair.Refusal, StringComparison.Ordinal);

        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-tie");
        await chair.GoAsync(Place + "/vote");
        await chair.SubmitAsync("vote", ("stance", $"{scene.North.Id.Value}"));
        await secretary.GoAsync(Place);
        await secretary.SubmitAsync("vote-aloud", ("member", $"{scene.Cast.Clear.Id.Value}"), ("stance", $"{scene.South.Id.Value}"));
        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-count", ("without", string.Join(',', new[] { scene.Cast.Undeclared, scene.Cast.InDoubt }.Select(m => $"{m.Id.Value}"))));
        Assert.Contains("puheenjohtajan ääni ratkaisi", chair.Words, StringComparison.Ordinal);
        await chair.GoAsync("/jury/year/outcome");
        await chair.SubmitAsync("outcome", ("winner", $"{scene.North.Id.Value}"), ("handling", "Toista ehdotusta ei käsitelty."));
        Assert.Equal("", chair.Refusal);

        Assert.Contains("äänten mennessä tasan puheenjohtajan ääni ratkaisi", (await chair.GoAsync("/staff/year/decision/preview?in=fi")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_doubt_declared_in_the_middle_of_an_item_takes_the_vote_back_and_the_minutes_say_so()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);
        var member = app.VisitAs(scene.Cast.Clear);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-put", ("question", "Onko näyttö riittävä?"));
        await member.GoAsync(Place + "/vote");
        await member.SubmitAsync("vote", ("stance", "For"));
        await secretary.GoAsync(Place);
        await secretary.SubmitAsync("vote-aloud", ("member", $"{scene.Cast.Clear.Id.Value}"), ("stance", "Against"));
        Assert.Contains("Jäsen on jo äänestänyt itse", secretary.Refusal, StringComparison.Ordinal);

        await using (var scope = app.Db())
        {
            var declaration = await scope.Declarations.SingleAsync(d => d.EntryId == scene.North.Id && d.PersonId == scene.Cast.Clear.Id);
            var competition = await scope.Competitions.SingleAsync();
            var now = app.Clock.Now;
            Assert.Null(declaration.Declare(InterestAnswer.Unsure, null, "Tuttu", now));
            await Web.Database.Meetings.TellMeetingAsync(scope, competition, declaration, now);
            await scope.SaveChangesAsync();
        }

        await using var db = app.Db();
        var meeting = await db.Meetings.SingleAsync();
        Assert.Empty(meeting.OpenVote!.Ballots);
        Assert.NotNull(meeting.Turns[^1].Out.Single(o => o.Person == scene.Cast.Clear.Id).ToldAt);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Clear.Id.Value}"));
        Assert.Contains("Poistumisesi on kirjattu", (await member.GoAsync(Place)).Words, StringComparison.Ordinal);
        Assert.Contains("Olen palannut", member.Words, StringComparison.Ordinal);

        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-count");
        Assert.Contains("Kukaan ei ole äänestänyt", chair.Refusal, StringComparison.Ordinal);
        await chair.SubmitAsync("vote-lapse", ("reason", "Jäsen poistui"));
        Assert.Equal("", chair.Refusal);
        await chair.SubmitAsync("meeting-close", ("meeting-close-sure", "yes"));
        using var pdf = new Pdf(await (await chair.FetchAsync($"{Place}/minutes.pdf?in=fi")).Content.ReadAsByteArrayAsync());
        foreach (var words in new[] { "päätti äänestyksen laskematta ääniä. Syy: Jäsen poistui", "osallistui, kunnes asia tuli esille", "ääntä ei lasketa", "Kokouksen päätti" })
            Assert.Contains(words, pdf.TextInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_divided_vote_asks_for_a_reason_and_closed_minutes_keep_the_outcome_that_was_recorded_in_them()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("go-on", ("do", "Move:3"));
        await chair.SubmitAsync("vote-put", ("question", "Voittajaksi ehdotus 2?"));
        await secretary.GoAsync(Place);
        foreach (var (who, stance) in new[] { (scene.Cast.Chair, "Against"), (scene.Cast.Clear, "For"), (scene.Cast.Undeclared, "For"), (scene.Cast.InDoubt, "For") })
            await secretary.SubmitAsync("vote-aloud", ("member", $"{who.Id.Value}"), ("stance", stance));
        await chair.GoAsync(Place);
        await chair.SubmitAsync("vote-count");
        Assert.Equal("", chair.Refusal);

        await chair.GoAsync("/jury/year/outcome");
        Assert.Contains("Voittajaksi ehdotus 2?", chair.Words, StringComparison.Ordinal);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Sähköpostitse."));
        Assert.Contains("äänestivät päätöksestä eri tavoin", chair.Refusal, StringComparison.Ordinal);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Sähköpostitse."), ("reason", "Ensimmäinen perustelu"));
        Assert.Equal("", chair.Refusal);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("meeting-close", ("meeting-close-sure", "yes"));
        Assert.Equal("", chair.Refusal);

        await using (var db = app.Db())
            await db.Decisions.ExecuteUpdateAsync(set => set.SetProperty(d => d.OutcomeReason, "Toinen perustelu").SetProperty(d => d.RecordedAt, app.Clock.Now.AddYears(5)));
        using var pdf = new Pdf(await (await chair.FetchAsync($"{Place}/minutes.pdf?in=fi")).Content.ReadAsByteArrayAsync());
        Assert.Contains("Ensimmäinen perustelu", pdf.TextInOneLine(), StringComparison.Ordinal);
        Assert.DoesNotContain("Toinen perustelu", pdf.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Päätös on kirjattu uudelleen kokouksen jälkeen", pdf.TextInOneLine(), StringComparison.Ordinal);
    }
}
