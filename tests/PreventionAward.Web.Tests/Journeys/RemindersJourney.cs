using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Features.Entries;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class RemindersJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    private DateTimeOffset Closes => scene.Competition.Timetable.ClosesAt!.Value;

    // North has changed its entry after submitting it; South has not.
    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open, (s, _) =>
        {
            s.North.Join(s.Cast.South.Id, TeamRole.Submitter);
            s.North.Join(s.Cast.Publisher.Id, TeamRole.Editor);
            s.North.Save(s.North.Draft.With([KeyValuePair.Create("title", "Ändrad " + Scene.NorthMarker)]), Language.Swedish, Scene.Closed);
        });
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Who_may_submit_is_reminded_once_of_each_kind_in_the_language_of_the_entry()
    {
        foreach (var before in new[] { 8 * 24, 7 * 24, 6 * 24, 24, 20, 2, 1 })
        {
            app.Clock.Now = Closes.AddHours(-before);
            await RemindAsync();
            await RemindAsync();
        }

        var mails = await MailsAsync();
        Assert.Equal(6, mails.Count);
        Assert.Equal([scene.Cast.North.Mail, scene.Cast.South.Mail], mails.Select(m => m.To).Distinct().Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Equal((Language.Swedish, true, true), (mail.Language, mail.Body.Contains("29.6.2027 kl.\u00a016.15", StringComparison.Ordinal), mail.Body.Contains($"/sv/entries/{scene.North.Id.Value}/check", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Several_instances_at_once_send_one_mail_to_each()
    {
        app.Clock.Now = Closes.AddHours(-1);

        // The application's own worker is among them.
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RemindAsync()));

        Assert.Equal(2, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task Who_has_left_gets_none_and_after_submitting_nobody_does()
    {
        app.Clock.Now = Closes.AddDays(-7);
        await using (var db = app.Db())
        {
            (await db.Entries.Include(e => e.Team).SingleAsync(e => e.Id == scene.North.Id)).Leave(scene.Cast.South.Id);
            await db.CommitAsync();
        }

        await RemindAsync();
        Assert.Equal(scene.Cast.North.Mail, Assert.Single(await MailsAsync()).To);
        var team = await app.VisitAs(scene.Cast.North).GoAsync($"/entries/{scene.North.Id.Value}/check");
        await team.SubmitAsync("submit");
        app.Clock.Now = Closes.AddDays(-1);
        await RemindAsync();

        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task The_team_sees_what_waits_on_the_home_page_and_among_its_entries()
    {
        foreach (var page in new[] { "/", "/entries" })
        {
            var team = await app.VisitAs(scene.Cast.North).GoAsync(page);
            Assert.Contains("Ändrad " + Scene.NorthMarker + ": Muutettu lähettämisen jälkeen", team.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("odottaa lähettämistä", (await app.VisitAs(scene.Cast.Secretary).GoAsync("/")).Words, StringComparison.Ordinal);
        }

        await using var db = app.Db();
        (await db.Competitions.SingleAsync()).Advance(Stage.Cancelled, new(), Closes);
        await db.CommitAsync();
        Assert.DoesNotContain("odottaa lähettämistä", (await app.VisitAs(scene.Cast.North).GoAsync("/entries")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_number_state_and_contact_of_entries_begun_and_no_content()
    {
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/begun");

        Assert.Contains("1 Muutettu lähettämisen jälkeen", staff.Words, StringComparison.Ordinal);
        Assert.Contains("2 Lähetetty", staff.Words, StringComparison.Ordinal);
        Assert.Contains(scene.Cast.North.Mail, staff.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.NorthMarker, staff.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Scene.SouthMarker, staff.Page.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        foreach (var other in new[] { scene.Cast.North, scene.Cast.Chair, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(other).GoAsync("/staff/year/begun")).Status);
    }

    private Task<int> RemindAsync() => app.InScopeAsync(services => services.GetRequiredService<RemindTeams>().RunAsync());

    private async Task<List<OutboxMail>> MailsAsync()
    {
        await using var db = app.Db();
        return await db.Set<OutboxMail>().Where(m => m.Template == "entry-reminder").ToListAsync();
    }
}
