using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed class ExtendDeadlineJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Closed, (s, db) => db.Add(new TeamMember(s.North.Id, s.Cast.Clear.Id, TeamRole.Editor)));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_secretary_extends_the_deadline_and_everybody_is_told()
    {
        app.Clock.Now = Scene.Closed.AddHours(1);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/extend");

        await secretary.SubmitAsync("extend", ("closes.date", "5.5.2027"), ("closes.time", "12.00"), ("reason.fi", "Palvelu oli poissa"), ("reason.sv", "Tjänsten låg nere"));

        Assert.Equal("", secretary.Refusal);
        await using var db = app.Db();
        var competition = await db.Competitions.SingleAsync();
        Assert.Equal((Stage.Open, new DateTimeOffset(2027, 5, 5, 9, 0, 0, TimeSpan.Zero)), (competition.Stage, competition.Timetable.ClosesAt));
        var mails = await db.Set<OutboxMail>().Where(m => m.Template == "deadline-extended").OrderBy(m => m.To).ToListAsync();
        Assert.Equal(["team-north@example.fi", "team-south@example.fi"], mails.Select(m => m.To));
        Assert.Contains("Tjänsten låg nere", mails[0].Body, StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/competitions/year" })
        {
            var anybody = await app.Visit().GoAsync(page);
            Assert.Contains("5.5.2027 klo 12.00", anybody.Words, StringComparison.Ordinal);
            Assert.Contains("Palvelu oli poissa", anybody.Words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("30.4.2027", "16.15", "myöhemmin")]
    [InlineData("1.5.2027", "12.00", "mennyt")]
    [InlineData("31.6.2027", "12.00", "")]
    public async Task A_time_that_will_not_do_is_refused_and_what_was_typed_stays(string day, string time, string why)
    {
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/extend");

        await secretary.SubmitAsync("extend", ("closes.date", day), ("closes.time", time), ("reason.fi", "Vika"), ("reason.sv", "Fel"));

        Assert.Contains(why, secretary.Refusal, StringComparison.Ordinal);
        Assert.NotEqual("", secretary.Refusal);
        Assert.Equal(day, secretary.Page.GetElementsByName("closes.date")[0].GetAttribute("value"));
        await using var db = app.Db();
        Assert.Null((await db.Competitions.SingleAsync()).Timetable.Extensions);
    }

    [Fact]
    public async Task Nobody_but_the_secretary_finds_the_page()
    {
        foreach (var account in new[] { scene.Cast.North, scene.Cast.Chair, scene.Cast.Publisher })
            Assert.Equal(HttpStatusCode.NotFound, (await app.VisitAs(account).GoAsync("/staff/year/extend")).Status);
    }
}
