using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;

using static PreventionAward.Web.Tests.Journeys.Correcting;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What those who approve and publish a correction are shown of it, and what its readers are.</summary>
public sealed class CorrectionShownJourney
{
    [PdfFact]
    public async Task Where_a_version_is_not_in_English_the_one_before_is_named_as_no_longer_in_force_and_no_file_of_it_is_offered_in_its_place()
    {
        var (app, scene) = await PublishedAsync(languages: [.. Language.All]);
        await using var running = app;
        await WriteAsync(app, scene);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        await secretary.SubmitAsync("decision-texts", ("text-en-grounds", ""));
        Assert.Empty(secretary.Refusal);
        await FinishAsync(app, scene);

        var finnish = await app.Visit().GoAsync("/competitions/year/decision");
        Assert.Contains("Englanniksi on julkaistu vain versio 1, joka ei ole enää voimassa.", finnish.Words, StringComparison.Ordinal);
        var english = await app.Visit().GoAsync("/en/competitions/year/decision");
        Assert.DoesNotContain("(en)", english.Words, StringComparison.Ordinal);
        Assert.Contains("Perustelu on korjattu.", english.Words, StringComparison.Ordinal);
        await english.FollowAsync("Version 1");
        Assert.Equal("/en/competitions/year/decision/versions/1", english.Path);
        Assert.Contains("grounds (en)", english.Words, StringComparison.Ordinal);
        Assert.Contains("What has been corrected: Luku sivulla yksi", english.Words, StringComparison.Ordinal);
        foreach (var (file, status) in new[] { ("decision.pdf", HttpStatusCode.NotFound), ("decision-accessible.pdf", HttpStatusCode.NotFound), ("decision/versions/1/decision.pdf", HttpStatusCode.OK) })
        {
            using var answer = await app.Visit().FetchAsync($"/en/competitions/year/{file}");
            Assert.Equal(status, answer.StatusCode);
        }

        await using var db = app.Db();
        var old = await db.PublishedDocuments.SingleAsync(d => d.Kind == "decision" && d.Language == Language.English);
        Assert.Contains("korvattiin", (await app.Visit().GoAsync($"/verify?sha256={old.Sha256}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_approves_is_told_that_texts_have_changed_since_and_ticks_anew()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        await WriteAsync(app, scene);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync(Page);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        await secretary.SubmitAsync("decision-texts", ("text-fi-grounds", "Muutettu."), ("text-sv-grounds", "Ändrat."));

        await chair.SubmitAsync("correction-approve", ("correction-approve-sure", "yes"));

        Assert.Contains("Tekstit ovat muuttuneet sen jälkeen, kun avasit sivun. Lue ne ja hyväksy uudelleen.", chair.Refusal, StringComparison.Ordinal);
        Assert.False(chair.Page.QuerySelector("input[name=correction-approve-sure]")!.HasAttribute("checked"));
        await using var db = app.Db();
        Assert.False((await db.Corrections.SingleAsync()).IsApproved);
        await chair.SubmitAsync("correction-approve", ("correction-approve-sure", "yes"));
        Assert.Empty(chair.Refusal);
    }

    [Fact]
    public async Task What_changes_is_shown_to_the_publisher_in_every_language_and_a_large_slip_with_its_reason()
    {
        var (app, scene) = await PublishedAsync();
        await using var running = app;
        await WriteAsync(app, scene);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        await secretary.SubmitAsync("decision-texts", ("text-fi-remarks", "Yksi kaksi kolme neljä viisi kuusi seitsemän."));
        await secretary.SubmitAsync("decision-texts", ("do", "confirm:sv:remarks"));
        Assert.Contains("Muutos on suuri kirjoitusvirheen korjaukseksi.", secretary.Words, StringComparison.Ordinal);
        await (await app.VisitAs(scene.Cast.Chair).GoAsync(Page)).SubmitAsync("correction-approve", ("correction-approve-sure", "yes"));
        var reason = secretary.Page.QuerySelector("input[name^='reason-more-than-a-slip']")!.GetAttribute("name")!;
        await secretary.SubmitAsync(reason.Replace("reason-", "warning-", StringComparison.Ordinal), (reason, "Rivi oli pudonnut pois."));
        Assert.Empty(secretary.Refusal);
        await using (var db = app.Db()) Assert.False((await db.Corrections.SingleAsync()).IsApproved);
        Assert.Contains("Rivi oli pudonnut pois.", (await app.VisitAs(scene.Cast.Chair).GoAsync(Page)).Words, StringComparison.Ordinal);

        var swedish = await app.VisitAs(scene.Cast.Publisher).GoAsync("/sv/publish/year/correction");

        Assert.Contains("Yksi kaksi kolme", swedish.Words, StringComparison.Ordinal);
        Assert.Contains("Rivi oli pudonnut pois.", swedish.Words, StringComparison.Ordinal);
        Assert.Contains("Yksi kaksi kolme", (await app.VisitAs(scene.Cast.Secretary).GoAsync($"/sv{Page}/preview")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_tell_once_of_two_corrections_on_one_day()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided);
        var minutes = MinutesPaper.Of(
            new(scene.Competition, AMeeting.Of(scene), new([], [], new Dictionary<(EntryId, PersonId), Declaration>(), QuorumRule.Default), new Dictionary<PersonId, LocalizedText>(), new Dictionary<EntryId, Passage>(), new HashSet<Domain.Meetings.AgendaItem>(), [], [])
            { Later = [.. new[] { 0, 3, 24 }.Select(hours => new LaterChange(Scene.Closed.AddDays(20).AddHours(hours), IsCorrection: true))] },
            Language.Finnish, StrictTexts.All);

        Assert.Equal(2, minutes.Blocks.OfType<Paragraph>().Count(p => p.Text.Text.StartsWith("Päätöstä on korjattu kokouksen jälkeen", StringComparison.Ordinal)));
    }
}
