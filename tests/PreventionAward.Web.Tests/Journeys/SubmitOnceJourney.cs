using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>However often and by however many a submission is sent, it is one submission with one receipt.</summary>
public sealed class SubmitOnceJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;
    private string check = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open, (s, _) =>
        {
            s.North.Join(s.Cast.South.Id, TeamRole.Submitter);
            Change(s.North, "Changed");
        });
        check = $"/entries/{scene.North.Id.Value}/check";
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Twenty_presses_at_once_are_one_submission()
    {
        var team = await app.VisitAs(scene.Cast.North).GoAsync(check);
        var form = team.Fields("submit");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => team.PostAsync(form)));

        Assert.All(answers, answer => Assert.EndsWith("/receipt", answer.Path, StringComparison.Ordinal));
        await OneMoreVersionAsync("Changed");
    }

    [Fact]
    public async Task Two_members_who_submit_at_once_make_one_submission()
    {
        var visits = new List<Visit> { await app.VisitAs(scene.Cast.North).GoAsync(check), await app.VisitAs(scene.Cast.South).GoAsync(check) };
        Assert.Equal(2, visits.Select(visit => visit.Fields("submit").Single(field => field.Key == "key").Value).Distinct().Count());

        var answers = await Task.WhenAll(visits.SelectMany(visit => Enumerable.Repeat(visit, 8)).Select(visit => visit.PostAsync(visit.Fields("submit"))));

        Assert.All(answers, answer => Assert.EndsWith("/receipt", answer.Path, StringComparison.Ordinal));
        await OneMoreVersionAsync("Changed");
    }

    [Fact]
    public async Task A_request_sent_again_after_a_time_out_is_the_same_submission_even_after_the_deadline_and_another_change()
    {
        var team = await app.VisitAs(scene.Cast.North).GoAsync(check);
        var form = team.Fields("submit");
        await team.PostAsync(form);
        await using (var db = app.Db())
        {
            Change(await db.Entries.SingleAsync(e => e.Id == scene.North.Id), "Changed again");
            await db.CommitAsync();
        }

        app.Clock.Now = scene.Competition.Timetable.ClosesAt!.Value.AddMinutes(1);
        var again = await team.PostAsync(form);

        Assert.EndsWith("/receipt", again.Path, StringComparison.Ordinal);
        await OneMoreVersionAsync("Changed");
        await using var after = app.Db();
        Assert.False(await after.LateAttempts.AnyAsync());
    }

    [Fact]
    public async Task A_changed_entry_submitted_again_from_a_new_page_is_a_new_submission()
    {
        var team = await app.VisitAs(scene.Cast.North).GoAsync(check);
        await team.SubmitAsync("submit");
        await using (var db = app.Db())
        {
            Change(await db.Entries.SingleAsync(e => e.Id == scene.North.Id), "Changed again");
            await db.CommitAsync();
        }

        await team.GoAsync(check);
        await team.SubmitAsync("submit");

        await using var after = app.Db();
        Assert.Equal(3, await after.Set<SubmittedVersion>().CountAsync(v => v.EntryId == scene.North.Id));
    }

    [Fact]
    public async Task Twenty_presses_after_the_deadline_are_one_late_attempt()
    {
        var team = await app.VisitAs(scene.Cast.North).GoAsync(check);
        var form = team.Fields("submit");
        app.Clock.Now = scene.Competition.Timetable.ClosesAt!.Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => team.PostAsync(form)));

        Assert.All(answers, answer => Assert.Contains("contact@example.fi", answer.Body, StringComparison.Ordinal));
        await using var db = app.Db();
        Assert.Equal(app.Clock.Now, (await db.LateAttempts.SingleAsync()).At);
        Assert.False(await db.Set<SubmittedVersion>().AnyAsync(v => v.Version > 1));
        Assert.Equal(await db.Set<OutboxMail>().CountAsync(), await db.Set<OutboxMail>().Where(m => m.Template == "entry-late-changes").Select(m => m.To).Distinct().CountAsync());
    }

    private static void Change(Entry entry, string title) =>
        entry.Save(entry.Draft.With([KeyValuePair.Create("title", title)]), Language.Swedish, Scene.Closed);

    private async Task OneMoreVersionAsync(string title)
    {
        await using var db = app.Db();
        var versions = await db.Set<SubmittedVersion>().Where(v => v.EntryId == scene.North.Id).OrderBy(v => v.Version).ToListAsync();
        Assert.Equal([1, 2], versions.Select(v => v.Version));
        Assert.Equal(title, versions[1].Answers["title"]);
        Assert.NotNull(versions[1].Key);
        var mails = await db.Set<OutboxMail>().Where(m => m.Template == "entry-received").Select(m => m.To).ToListAsync();
        Assert.Equal(["revontulimerkki@example.fi", scene.Cast.North.Mail, scene.Cast.South.Mail], mails.Order(StringComparer.Ordinal));
    }
}
