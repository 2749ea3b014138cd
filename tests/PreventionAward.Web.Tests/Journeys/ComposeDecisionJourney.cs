using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ComposeDecisionJourney : IAsyncLifetime
{
    private const string Page = "/staff/year/decision";

    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit secretary = null!;
    private Visit chair = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Decided, (_, db) => db.ChangeTracker.Entries<Decision>().Single().Entity.Unapprove());
        secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        chair = await app.VisitAs(scene.Cast.Chair).GoAsync(Page);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Changing_the_Finnish_puts_the_Swedish_behind_until_somebody_confirms_it()
    {
        await secretary.SubmitAsync("decision-texts", ("text-fi-grounds", "Uusi perustelu."), ("do", "save"));
        Assert.Contains("perustelut (ruotsi): toista kieltä on muutettu", secretary.Words, StringComparison.OrdinalIgnoreCase);
        await chair.GoAsync(Page);
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));
        Assert.Contains("jäänyt jälkeen", chair.Refusal, StringComparison.Ordinal);

        await secretary.SubmitAsync("decision-texts", ("do", "confirm:sv:grounds"));
        Assert.Equal("", secretary.Refusal);
        await chair.GoAsync(Page);
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));

        Assert.Equal("", chair.Refusal);
        Assert.True((await DecisionAsync()).IsApproved);
    }

    [Fact]
    public async Task It_saves_itself_and_two_writers_lose_nothing()
    {
        Assert.Equal(HttpStatusCode.OK, await TypeAsync(secretary, ("text-fi-grounds", "Sihteerin teksti."), ("text-fi-remarks", "Sihteerin huomio.")));
        await chair.SubmitAsync("decision-texts", ("text-fi-grounds", "Puheenjohtajan teksti."), ("text-sv-remarks", "Ordförandens text."), ("do", "save"));

        Assert.Contains("Sihteerin teksti.", chair.Words, StringComparison.Ordinal);
        Assert.Equal("Puheenjohtajan teksti.", chair.Page.GetElementsByName("text-fi-grounds")[0].TextContent.Trim());
        var decision = await DecisionAsync();
        Assert.Equal(("Sihteerin teksti.", "Sihteerin huomio.", "Ordförandens text."), (decision["grounds"].Fi, decision["remarks"].Fi, decision["remarks"].Sv));

        await chair.SubmitAsync("decision-texts", ("do", "save"));
        Assert.Equal("Puheenjohtajan teksti.", (await DecisionAsync())["grounds"].Fi);
        await secretary.GoAsync(Page + "/versions?from=1&to=2");
        Assert.Contains("Puheenjohtajan", secretary.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_odd_about_the_texts_is_shown_and_passes_only_with_a_reason()
    {
        await secretary.SubmitAsync("decision-texts", ("text-fi-remarks", "Raati kiittää 1 253 kertaa."), ("text-sv-remarks", "Rådet tackar 1 235 gånger."), ("text-fi-grounds", "Ks. liite."), ("text-sv-grounds", "Se bilaga."), ("do", "save"));
        Assert.Contains("on ruotsiksi ”jury”", secretary.Words, StringComparison.Ordinal);
        Assert.Contains("Luvut eroavat", secretary.Words, StringComparison.Ordinal);

        foreach (var form in new[] { "languages-differ:sv", "only-points-elsewhere:fi", "only-points-elsewhere:sv" }.Select(Warning))
        {
            await secretary.SubmitAsync(form);
            Assert.NotEqual("", secretary.Refusal);
            await secretary.SubmitAsync(form, ($"reason-{form["warning-".Length..]}", "Liite on osa päätöstä"));
            Assert.Equal("", secretary.Refusal);
        }

        Assert.Contains("Liite on osa päätöstä", secretary.Words, StringComparison.Ordinal);
        await chair.GoAsync(Page);
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));
        Assert.Equal("", chair.Refusal);

        string Warning(string code) => secretary.Page.QuerySelector($"input[name=_handler][value^='warning-{code}']")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task Nothing_is_published_before_each_language_has_been_read()
    {
        await secretary.SubmitAsync("decision-texts", ("text-fi-remarks", "Uusi."), ("text-sv-remarks", "Ny."), ("do", "save"));
        await chair.GoAsync(Page);
        await chair.SubmitAsync("decision-approve", ("decision-approve-sure", "yes"));
        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year");
        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        Assert.Contains("lukenut tämän kieliversion", publisher.Refusal, StringComparison.Ordinal);

        foreach (var language in Language.All.Take(2))
        {
            await secretary.GoAsync(Page);
            await secretary.SubmitAsync($"check-{language}", ($"check-{language}-sure", "yes"));
            Assert.Equal("", secretary.Refusal);
        }

        await publisher.SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        Assert.Equal("/competitions/year/decision", publisher.Path);
    }

    [Fact]
    public async Task Remarks_are_made_on_a_section_settled_and_never_published()
    {
        await secretary.GoAsync(Page + "/remarks?on=grounds");
        await secretary.SubmitAsync("remark-grounds", ("remark-grounds", " "));
        Assert.NotEqual("", secretary.Refusal);
        await secretary.SubmitAsync("remark-grounds", ("remark-grounds", "Huomautusmerkki"));
        await chair.GoAsync(Page);
        Assert.Contains("Huomautusmerkki", chair.Words, StringComparison.Ordinal);

        await chair.GoAsync(Page + "/remarks");
        await chair.SubmitAsync(chair.Page.QuerySelector("input[name=_handler][value^='settle-']")!.GetAttribute("value")!);
        Assert.Equal("", chair.Refusal);
        Assert.DoesNotContain("Huomautusmerkki", (await chair.GoAsync(Page)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Huomautusmerkki", (await chair.GoAsync(Page + "/preview")).Words, StringComparison.Ordinal);
    }

    private async Task<Decision> DecisionAsync()
    {
        await using var db = app.Db();
        return await db.Decisions.AsNoTracking().SingleAsync();
    }

    private static async Task<HttpStatusCode> TypeAsync(Visit visit, params (string Name, string Value)[] typed)
    {
        var form = visit.Page.QuerySelector("form[data-draft]")!;
        var fields = visit.Fields("decision-texts").Where(f => typed.All(t => t.Name != f.Key)).Select(f => (f.Key, f.Value));
        using var answer = await visit.PostAsync("/" + form.GetAttribute("data-draft"), [.. fields, .. typed]);
        return answer.StatusCode;
    }
}
