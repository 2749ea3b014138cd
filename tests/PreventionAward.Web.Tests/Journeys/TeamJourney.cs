using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class TeamJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit owner = null!;
    private string entry = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open);
        owner = app.VisitAs(scene.Cast.North);
        entry = $"/entries/{scene.North.Id.Value}";
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Somebody_is_invited_by_mail_and_joins_by_accepting()
    {
        await InviteAsync("team-south@example.fi", TeamRole.Editor);
        var mail = await MailAsync("team-south@example.fi");
        Assert.Contains(Scene.NorthMarker, mail.Body, StringComparison.Ordinal);
        var guest = app.VisitAs(scene.Cast.South);
        await guest.GoAsync(entry);
        Assert.Equal(Link(mail), guest.Path);
        Assert.Contains("kun olet hyväksynyt kutsun", guest.Words, StringComparison.Ordinal);

        await guest.SubmitAsync("answer", ("answer", "yes"));

        Assert.Equal(entry, guest.Path);
        Assert.Equal([TeamRole.Owner, TeamRole.Editor], await RolesAsync());
        await guest.GoAsync(entry + "/check");
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        Assert.DoesNotContain(guest.Page.QuerySelectorAll("input[name=_handler]"), handler => handler.GetAttribute("value") == "submit");
        await guest.GoAsync(entry + "/withdraw");
        Assert.Equal(HttpStatusCode.NotFound, guest.Status);
    }

    [Fact]
    public async Task Nobody_else_accepts_an_invitation_and_a_declined_one_is_gone()
    {
        await InviteAsync("team-south@example.fi", TeamRole.Owner);
        var link = Link(await MailAsync("team-south@example.fi"));
        var other = await app.VisitAs(scene.Cast.Clear).GoAsync(link);
        Assert.DoesNotContain(Scene.NorthMarker, other.Words, StringComparison.Ordinal);

        var guest = await app.VisitAs(scene.Cast.South).GoAsync(link);
        await guest.SubmitAsync("answer", ("answer", "no"));

        Assert.Equal([TeamRole.Owner], await RolesAsync());
        await using var db = app.Db();
        Assert.False(await db.Set<TeamInvitation>().AnyAsync());
    }

    [Fact]
    public async Task An_invitation_sent_again_takes_the_place_of_the_first()
    {
        await InviteAsync("team-south@example.fi", TeamRole.Viewer);
        await InviteAsync("team-south@example.fi", TeamRole.Submitter);

        await using var db = app.Db();
        Assert.Equal(TeamRole.Submitter, (await db.Set<TeamInvitation>().SingleAsync()).Role);
    }

    [Fact]
    public async Task The_last_owner_stays_until_somebody_else_owns_the_entry()
    {
        await JoinAsync(scene.Cast.South, TeamRole.Editor);
        var (north, south) = ($"{scene.Cast.North.Id.Value}", $"{scene.Cast.South.Id.Value}");
        await owner.GoAsync(entry + "/team");

        await owner.SubmitAsync("team", ("remove", north));
        Assert.Contains("omistaja", owner.Refusal, StringComparison.Ordinal);

        await owner.SubmitAsync("team", ("change", south), ("role-" + south, "Owner"));
        await owner.SubmitAsync("team", ("remove", north));

        Assert.Equal("/entries", owner.Path);
        Assert.Equal([TeamRole.Owner], await RolesAsync());
        await owner.GoAsync(entry);
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);
    }

    [Fact]
    public async Task A_viewer_reads_changes_nothing_and_may_leave()
    {
        await JoinAsync(scene.Cast.South, TeamRole.Viewer);
        var viewer = app.VisitAs(scene.Cast.South);
        await viewer.GoAsync(entry + "/team");
        Assert.Null(viewer.Page.QuerySelector("button[name=change]"));

        await viewer.SubmitAsync("team", ("change", $"{scene.Cast.South.Id.Value}"), ($"role-{scene.Cast.South.Id.Value}", "Owner"));
        Assert.NotEmpty(viewer.Refusal);
        Assert.Equal([TeamRole.Owner, TeamRole.Viewer], await RolesAsync());
        await viewer.GoAsync(entry + "/check");
        Assert.Equal(HttpStatusCode.NotFound, viewer.Status);

        await viewer.GoAsync(entry + "/team");
        await viewer.SubmitAsync("team", ("remove", $"{scene.Cast.South.Id.Value}"));
        Assert.Equal([TeamRole.Owner], await RolesAsync());
    }

    [Fact]
    public async Task The_receipt_goes_to_every_member_and_to_the_contact_person()
    {
        await JoinAsync(scene.Cast.South, TeamRole.Viewer);
        await using (var change = app.Db())
        {
            var draft = await change.Entries.SingleAsync(e => e.Id == scene.North.Id);
            draft.Save(FilledForm.Of(scene.Competition.Form, "Uusi"), draft.Language, app.Clock.Now);
            await change.CommitAsync();
        }

        await owner.GoAsync(entry + "/check");
        await owner.SubmitAsync("submit");

        await using var db = app.Db();
        Assert.Equal(["team-north@example.fi", "team-south@example.fi", "uusi@example.fi"], await db.Set<OutboxMail>().Where(m => m.Template == "entry-received").Select(m => m.To).Order().ToListAsync());
    }

    private async Task InviteAsync(string mail, TeamRole role)
    {
        await owner.GoAsync(entry + "/team");
        await owner.SubmitAsync("invite", ("mail", mail), ("role", $"{role}"), ("language", "fi"));
        Assert.Equal("", owner.Refusal);
    }

    private async Task JoinAsync(Account account, TeamRole role)
    {
        await using var db = app.Db();
        db.Add(new TeamMember(scene.North.Id, account.Id, role));
        await db.CommitAsync();
    }

    private async Task<List<TeamRole>> RolesAsync()
    {
        await using var db = app.Db();
        return [.. (await db.Set<TeamMember>().Where(m => m.EntryId == scene.North.Id).ToListAsync()).Select(m => m.Role).Order()];
    }

    private async Task<OutboxMail> MailAsync(string to)
    {
        await using var db = app.Db();
        return await db.Set<OutboxMail>().SingleAsync(m => m.Template == "team-invitation" && m.To == to);
    }

    private static string Link(OutboxMail mail) => new Uri(mail.Body.Split('\n').First(line => line.StartsWith("http", StringComparison.Ordinal)).Trim()).AbsolutePath;
}
