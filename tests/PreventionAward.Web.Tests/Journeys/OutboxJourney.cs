using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class OutboxJourney
{
    [Fact]
    public async Task A_mail_that_was_given_up_on_is_seen_by_staff_and_sent_again_by_a_button()
    {
        await using var app = await AwardApp.StartAsync();
        app.Post.Mood = PostBoxMood.Refuses;
        var scene = await Scene.PlayAsync(app, Stage.Open, (s, db) => db.Add(GivenUp(s, app.Clock.Now)));
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/outbox");
        Assert.Contains("no such mailbox", secretary.Words, StringComparison.Ordinal);
        Assert.Contains(scene.Cast.North.Mail, secretary.Words, StringComparison.Ordinal);

        app.Post.Mood = PostBoxMood.Accepts;
        await using var db = app.Db();
        var id = (await db.Set<OutboxMail>().SingleAsync()).Id;
        await secretary.SubmitAsync("again", ("mail", $"{id}"));

        for (var waited = 0; app.Post.Mails.Count == 0 && waited < 200; waited++) await Task.Delay(50);
        Assert.Equal([scene.Cast.North.Mail], Assert.Single(app.Post.Mails).To);
    }

    [Fact]
    public async Task Nobody_else_reads_the_mails()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);

        foreach (var account in scene.Cast.All.Where(account => account != scene.Cast.Secretary))
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync("/staff/outbox")).Status);
    }

    private static OutboxMail GivenUp(Scene scene, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        To = scene.Cast.North.Mail,
        Language = Language.Swedish,
        Template = "entry-received",
        Subject = "Ämne",
        Body = "Text",
        CreatedAt = now,
        NextAttemptAt = null,
        Attempts = OutboxMail.MostAttempts,
        LastError = "no such mailbox",
    };
}
