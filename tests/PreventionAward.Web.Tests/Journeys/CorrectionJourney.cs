using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

using static PreventionAward.Web.Tests.Journeys.Correcting;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class CorrectionJourney
{
    [PdfFact]
    public async Task A_clerical_error_is_corrected_from_opening_to_the_page_that_verifies_the_old_file()
    {
        using var authority = new SealAuthority();
        var (app, scene) = await PublishedAsync(authority.Settings);
        await using var running = app;
        await using var db = app.Db();
        var first = await db.PublishedDocuments.AsNoTracking().OrderBy(d => d.Kind).ThenBy(d => d.Language).ToListAsync();

        var words = PaperWords(await app.Visit().GoAsync("/competitions/year/decision"));
        await CorrectAsync(app, scene);

        var all = await db.PublishedDocuments.AsNoTracking().OrderBy(d => d.Version).ThenBy(d => d.Kind).ThenBy(d => d.Language).ToListAsync();
        Assert.Equal(first.Select(d => d.Sha256), all.Take(4).Select(d => d.Sha256));
        Assert.Equal(first.SelectMany(d => d.Bytes), all.Take(4).SelectMany(d => d.Bytes));
        Assert.Equal([2, 2, 2, 2], all.Skip(4).Select(d => d.Version));
        Assert.All(all.Skip(4), document => Assert.Equal(SealAuthority.Name, document.SealedBy));

        var swedish = all.Single(d => d is { Version: 2, Kind: "decision" } && d.Language == Language.Swedish);
        using var pdf = new Pdf(swedish.Bytes);
        Assert.Contains("Rättat beslut, version 2", pdf.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Talet på sidan ett", pdf.TextInOneLine(), StringComparison.Ordinal);
        using var record = JsonDocument.Parse(Encoding.UTF8.GetString(pdf.Attached(PublicRecord.FileName)));
        Assert.Equal((2, 1), (record.RootElement.GetProperty("version").GetInt32(), record.RootElement.GetProperty("replaces").GetInt32()));
        Assert.Equal("clerical", record.RootElement.GetProperty("corrected")[0].GetProperty("kind").GetString());

        var page = await app.Visit().GoAsync("/competitions/year/decision");
        Assert.Contains("Korjattu päätös, versio 2", page.Words, StringComparison.Ordinal);
        Assert.Contains("Päätöstä korjattu", (await app.Visit().GoAsync("/competitions/year")).Words, StringComparison.Ordinal);
        Assert.Contains("Perustelu on korjattu.", page.Words, StringComparison.Ordinal);
        await page.FollowAsync("Versio 1");
        Assert.Contains("Versio 1 ei ole enää voimassa", page.Words, StringComparison.Ordinal);
        Assert.Contains("grounds (fi)", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Perustelu on korjattu.", page.Words, StringComparison.Ordinal);
        Assert.Equal(words, PaperWords(page));
        using var old = await app.Visit().FetchAsync("/sv/competitions/year/decision/versions/1/decision.pdf");
        Assert.Equal(first.Single(d => d.Kind == "decision" && d.Language == Language.Swedish).Bytes, await old.Content.ReadAsByteArrayAsync());
        using var latest = await app.Visit().FetchAsync("/sv/competitions/year/decision.pdf");
        Assert.Equal(swedish.Bytes, await latest.Content.ReadAsByteArrayAsync());

        var verify = await app.Visit().GoAsync($"/verify?sha256={first[0].Sha256}");
        Assert.Contains("versio 1", verify.Words, StringComparison.Ordinal);
        Assert.Contains("korvattiin", verify.Words, StringComparison.Ordinal);
        await verify.FollowAsync("Lue voimassa oleva päätös, versio 2");
        Assert.Equal("/competitions/year/decision", verify.Path);
    }

    [Fact]
    public async Task The_parties_and_the_jury_are_told_each_in_their_language_in_the_same_commit()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;

        await using var db = app.Db();
        await db.Accounts.Where(a => a.Id == scene.Cast.North.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Language, Language.Finnish));

        await CorrectAsync(app, scene);

        var mails = await db.Set<OutboxMail>().Where(m => m.Template == "decision-corrected").ToListAsync();
        Assert.Equal(scene.Cast.Jury.Append(scene.Cast.North).Append(scene.Cast.South).Select(a => a.Mail).Order(), mails.Select(m => m.To).Order());
        Assert.Contains("Talet på sidan ett", mails.Single(m => m.To == scene.Cast.North.Mail).Body, StringComparison.Ordinal);
        Assert.Contains(scene.Competition.Authority.Name.Sv!, mails.Single(m => m.To == scene.Cast.North.Mail).Body, StringComparison.Ordinal);
        Assert.Contains(scene.Competition.Authority.DiaryNumber, mails.Single(m => m.To == scene.Cast.North.Mail).Body, StringComparison.Ordinal);
        Assert.Contains("hallintolaki 51 §", mails.Single(m => m.To == scene.Cast.South.Mail).Body, StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<Web.Database.AuditLine>().CountAsync(l => l.Action == "decision-corrected"));
        Assert.Equal(Stage.Published, (await db.Competitions.SingleAsync()).Stage);
    }

    [Fact]
    public async Task Until_it_is_published_the_public_sees_nothing_of_it()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;

        await WriteAsync(app, scene);

        Assert.DoesNotContain("Perustelu on korjattu.", (await app.Visit().GoAsync("/competitions/year/decision")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visit().GoAsync("/competitions/year/decision/versions/2")).Status);
        foreach (var path in new[] { Page, Page + "/preview", "/publish/year/correction" })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.South).GoAsync(path)).Status);
    }

    [Fact]
    public async Task A_clerical_correction_that_would_change_the_outcome_is_refused_in_words_that_say_what_to_do()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        var secretary = await StartAsync(app, scene);
        var form = secretary.Fields("correction-statement").Where(field => field.Key is "__RequestVerificationToken").ToList();

        var (_, _, body) = await secretary.PostAsync([.. form, new("_handler", "correction-outcome"), new("winner", $"{scene.North.Id.Value}"), new("outcome-reason", "x")]);

        await using var db = app.Db();
        Assert.Equal(scene.South.Id, (await db.Corrections.SingleAsync()).Content.WinnerId);
        Assert.DoesNotContain("correction-outcome\"", body, StringComparison.Ordinal);
        Assert.Contains("Jos ratkaisu on väärä", secretary.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_fact_may_change_the_winner_and_is_dated_by_its_own_approval()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        app.Clock.Now = Scene.Closed.AddDays(12); // The decision in force is of an earlier day.
        var secretary = await StartAsync(app, scene, "Fact");
        Assert.Contains("Raadin puheenjohtaja hyväksyy päätöksen.", secretary.Words, StringComparison.Ordinal);
        var form = secretary.Fields("correction-statement").Where(field => field.Key is "__RequestVerificationToken").ToList();
        (string, string?)[] otherwise = [("winner", $"{scene.North.Id.Value}"), ("outcome-reason", "Raati päätti toisin kokouksessa 2.")];
        await secretary.PostAsync([.. form, new("_handler", "correction-outcome"), .. otherwise.Select(f => KeyValuePair.Create(f.Item1, f.Item2!))]);
        await using (var before = app.Db()) Assert.Equal(scene.South.Id, (await before.Corrections.SingleAsync()).Content.WinnerId);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync(Page);
        await chair.SubmitAsync("correction-outcome", otherwise);
        Assert.Empty(chair.Refusal);
        await secretary.GoAsync(Page);
        Assert.Contains("Ehdotukselta poistuu palkinto, osa siitä", secretary.Words, StringComparison.Ordinal);
        var day = Web.Localisation.HelsinkiTime.Date(app.Clock.Now, Language.Finnish);
        (string, string)[] statement =
        [
            ("what.fi", "Voittaja on vaihtunut."), ("what.sv", "Vinnaren har bytts ut."), ("hearing", "Molemmat kuultiin"), ("heard", "yes"), ("error", "Procedure"),
            ("anew-way", "Meeting"), ("anew-on", day), ("detriment", "yes"), ("basis", "Consent"), ("consented-on", day), ("consent", "Eteläntuuli suostui 1.6."),
        ];
        await secretary.SubmitAsync("correction-statement", [.. statement, ("anew-by", $"{scene.Cast.Recused.Id.Value}")]);
        Assert.Contains("Päätöksen voivat tehdä uudelleen vain raadin jäsenet", secretary.Refusal, StringComparison.Ordinal);
        await secretary.SubmitAsync("correction-statement", [.. statement, ("anew-by", $"{scene.Cast.Chair.Id.Value}")]);
        Assert.Contains("ei ole ollut päätösvaltainen", secretary.Refusal, StringComparison.Ordinal);
        await secretary.SubmitAsync("correction-statement", [.. statement, .. secretary.Page.QuerySelectorAll("input[name=anew-by]").Select(box => ("anew-by", box.GetAttribute("value")!))]);
        Assert.Empty(secretary.Refusal);
        Assert.Contains("Kirjoitettu toiselle voittajalle: suomi, ruotsi", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("perustelutekstiä on yhä sanasta sanaan toiselle voittajalle kirjoitettu", secretary.Words, StringComparison.Ordinal);
        var grounds = secretary.Page.QuerySelectorAll("textarea[name^='text-fi-grounds'],textarea[name^='text-sv-grounds']").Select(text => text.GetAttribute("name")!);
        await secretary.SubmitAsync("decision-texts", [.. grounds.Select(name => (name, $"Uusi {name}"))]);
        Assert.DoesNotContain("toiselle voittajalle", secretary.Words, StringComparison.Ordinal);
        var assessment = DecisionSection.Assessment(scene.South.Id);
        await secretary.SubmitAsync("decision-texts", ($"text-fi-{assessment}", "Toinen."), ($"text-sv-{assessment}", "Den andra."));

        await using (var staff = app.Db())
        {
            Assert.Null((await staff.Competitions.SingleAsync()).Record(new(MilestoneKind.Nominated, app.Clock.Now.AddHours(-1)), true, Scene.Closed, app.Clock.Now));
            await staff.CommitAsync();
        }

        await FinishAsync(app, scene, onRecord: ["3 kohta: päätöstä tehtäessä on tapahtunut menettelyvirhe", $"kokouksessa, {day}", "Asianosaisia on kuultu", "asianosainen on suostunut korjaamiseen", "Eteläntuuli suostui 1.6."]);

        await using var db = app.Db();
        var decision = await db.Decisions.SingleAsync();
        Assert.Equal((scene.North.Id, app.Clock.Now), (decision.WinnerId!.Value, decision.ApprovedAt));
        var page = await app.Visit().GoAsync("/competitions/year/decision");
        Assert.Contains("hallintolaki 50 § 1 mom. 3 kohta", page.Words, StringComparison.Ordinal);
        Assert.Contains($"Raati on päättänyt asian uudelleen kokouksessa {day}.", page.Words, StringComparison.Ordinal);
        Assert.Contains($"Korjaus on asianosaisen vahingoksi; asianosainen on suostunut siihen {day}. Asianosaisia on kuultu.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Eteläntuuli suostui", page.Words, StringComparison.Ordinal);
        Assert.Contains("Toinen.", page.Words, StringComparison.Ordinal);
        Assert.Contains($"Ehdolle asetettiin: {scene.South.Submitted!.Answers["title"]}", (await app.Visit().GoAsync("/competitions/year")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_write_of_a_correction_at_once_is_kept_and_neither_overwrites_the_other()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        var secretary = await StartAsync(app, scene);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync(Page);

        await chair.SubmitAsync("correction-statement", ("what.fi", "Puheenjohtajan sanat"));
        await secretary.SubmitAsync("correction-statement", ("hearing", "Ei tarpeen"));
        Assert.Empty(secretary.Refusal);
        await chair.SubmitAsync("correction-statement", ("hearing", "Molemmat kuultiin"), ("what.sv", "Ordförandens ord"));

        await using var db = app.Db();
        var saved = await db.Corrections.SingleAsync();
        Assert.Equal(("Puheenjohtajan sanat", "Ei tarpeen"), (saved.What.In(Language.Finnish), saved.Hearing));
        Assert.NotEmpty(chair.Refusal);
        Assert.Contains("Ei tarpeen", chair.Words, StringComparison.Ordinal);
        Assert.Contains(chair.Fields("correction-statement"), field => field is { Key: "what.sv", Value: "Ordförandens ord" });
    }

    [Fact]
    public async Task Who_is_recused_from_an_entry_takes_no_part_in_the_correction()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        await using (var db = app.Db())
        {
            db.Add(Declaration.Restore(scene.Competition.Id, scene.North.Id, scene.Cast.Secretary.Id, InterestAnswer.Ground, RecusalGround.Employment, "", Scene.Closed, null, null, null));
            await db.CommitAsync();
        }

        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);

        Assert.Contains("Olet esteellinen", secretary.Words, StringComparison.Ordinal);
        Assert.Empty(secretary.Page.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Recused).GoAsync(Page)).Status);
    }

    [Fact]
    public async Task Before_publication_there_is_nothing_to_correct()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);

        Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(scene.Cast.Secretary).GoAsync(Page)).Status);
    }

    private static string PaperWords(Visit page) => page.Page.QuerySelector("article.paper")!.TextContent;
}
