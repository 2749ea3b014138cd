using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>The steps of a correction, from a published decision on.</summary>
internal static class Correcting
{
    public const string Page = "/staff/year/decision/correction";

    public static async Task<(AwardApp App, Scene Scene)> PublishedAsync(Dictionary<string, string>? settings = null, params Language[] languages)
    {
        var app = await AwardApp.StartAsync(settings: settings);
        var scene = await Scene.PlayAsync(app, Stage.Decided, (played, db) =>
        {
            if (languages.Length == 0) return;
            db.ChangeTracker.Entries<Decision>().Single().State = EntityState.Detached;
            db.Add(played.Decision(languages));
        });
        await (await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year")).SubmitAsync("publish-decision", ("publish-decision-sure", "yes"));
        return (app, scene);
    }

    public static async Task<Visit> StartAsync(AwardApp app, Scene scene, string kind = "Clerical")
    {
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        await secretary.SubmitAsync("correction-start", ("kind", kind), ("reason", "Luku on väärin"));
        Assert.Empty(secretary.Refusal);
        return secretary;
    }

    public static async Task WriteAsync(AwardApp app, Scene scene)
    {
        var secretary = await StartAsync(app, scene);
        await secretary.SubmitAsync("correction-statement", ("what.fi", "Luku sivulla yksi"), ("what.sv", "Talet på sidan ett"), ("heard", "Unnecessary"), ("hearing", "Ei tarpeen"));
        Assert.Empty(secretary.Refusal);
        await secretary.SubmitAsync("decision-texts", ("text-fi-grounds", "Perustelu on korjattu."), ("text-sv-grounds", "Motiveringen har rättats."));
        Assert.Empty(secretary.Refusal);
    }

    public static async Task CorrectAsync(AwardApp app, Scene scene)
    {
        await WriteAsync(app, scene);
        await FinishAsync(app, scene);
    }

    public static async Task FinishAsync(AwardApp app, Scene scene, params string[] onRecord)
    {
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(Page);
        await secretary.SubmitAsync("check-fi", ("check-fi-sure", "yes"));
        await secretary.SubmitAsync("check-sv", ("check-sv-sure", "yes"));
        Assert.Empty(secretary.Refusal);
        Account[] others = [scene.Cast.Secretary, scene.Cast.Clear];
        foreach (var other in others) Assert.DoesNotContain("correction-approve", (await app.VisitAs(other).GoAsync(Page)).Page.Source.Text, StringComparison.Ordinal);
        var chair = await app.VisitAs(scene.Cast.Chair).GoAsync(Page);
        await chair.SubmitAsync("correction-approve", ("correction-approve-sure", "yes"));
        Assert.Empty(chair.Refusal);
        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish/year/correction");
        Assert.All(onRecord, words => Assert.All([chair, publisher], page => Assert.Contains(words, page.Words, StringComparison.Ordinal)));
        await publisher.SubmitAsync("publish-correction", ("publish-correction-sure", "yes"));
        Assert.Equal(("", "/competitions/year/decision"), (publisher.Refusal, publisher.Path));
    }
}
