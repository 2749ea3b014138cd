using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Features.Scoring;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class RemindJurorsJourney : IAsyncLifetime
{
    private static readonly DateTimeOffset Due = Scene.Closed.AddDays(20);

    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Scoring);
        await using var db = app.Db();
        var due = Due.UtcDateTime.ToString("O");
        await db.Database.ExecuteSqlAsync($"update competitions set timetable = jsonb_set(timetable, '{{scoringDue}}', to_jsonb({due}::text)) where name = 'year'");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Staff_remind_whoever_owes_something_once_a_day_and_no_mail_names_an_entry()
    {
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/jury/year/progress");
        await secretary.SubmitAsync("remind-jurors");
        Assert.Equal("/jury/year/progress?reminded=1", secretary.Path);

        var mails = await MailsAsync();
        Assert.Equal(scene.Cast.Jury.Select(j => j.Mail).Order(StringComparer.Ordinal), mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotContain(Scene.NorthMarker, mail.Subject + mail.Body, StringComparison.Ordinal));
        Assert.Contains("1 arviointilomake", mails.Single(m => m.To == scene.Cast.Recused.Mail).Body, StringComparison.Ordinal);
        Assert.Contains("2 esteellisyysilmoitusta", mails.Single(m => m.To == scene.Cast.Undeclared.Mail).Body, StringComparison.Ordinal);

        app.Clock.Now = app.Clock.Now.AddHours(8);
        await secretary.SubmitAsync("remind-jurors");
        Assert.Contains("jo muistutettu tänään", secretary.Refusal, StringComparison.Ordinal);
        Assert.Equal(5, (await MailsAsync()).Count);

        app.Clock.Now = app.Clock.Now.AddHours(8);
        await secretary.SubmitAsync("remind-jurors");
        Assert.Equal(10, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task The_chair_may_too_and_who_owes_nothing_gets_no_mail()
    {
        await using (var db = app.Db())
        {
            foreach (var entry in new[] { scene.North, scene.South })
                db.Add(ScoreSheet.Restore(scene.Competition.Id, entry.Id, scene.Cast.Clear.Id, scene.Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Mark(3))), Scene.Closed, Scene.Closed));
            await db.CommitAsync();
        }

        await (await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/progress")).SubmitAsync("remind-jurors");

        var to = (await MailsAsync()).Select(m => m.To).ToList();
        Assert.DoesNotContain(scene.Cast.Clear.Mail, to);
        Assert.DoesNotContain(scene.Cast.Chair.Mail, to);
        Assert.Contains(scene.Cast.Undeclared.Mail, to);
    }

    [Fact]
    public async Task Three_days_and_one_day_before_everybody_concerned_is_reminded_once_by_however_many_instances()
    {
        foreach (var before in new[] { 80, 72, 50, 24, 1, -1 })
        {
            app.Clock.Now = Due.AddHours(-before);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.InScopeAsync(services => services.GetRequiredService<RemindOfScoring>().RunAsync())));
        }

        var mails = await MailsAsync();
        Assert.Equal(2 * scene.Cast.Jury.Count, mails.Count);
        Assert.All(mails.GroupBy(m => m.To), mine => Assert.Equal(2, mine.Count()));
        Assert.All(mails, mail => Assert.DoesNotContain(Scene.NorthMarker, mail.Subject + mail.Body, StringComparison.Ordinal));
    }

    private async Task<List<OutboxMail>> MailsAsync()
    {
        await using var db = app.Db();
        return await db.Set<OutboxMail>().AsNoTracking().Where(m => m.Template == "scoring-reminder").ToListAsync();
    }
}
