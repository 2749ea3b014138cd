using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>An entry has arrived when its whole request is there (law 13/2003, 10 §): to the millisecond, on every night of the year, however slow line or portal are.</summary>
public sealed class ArrivalJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;

    private DateTimeOffset Closes => scene.Competition.Timetable.ClosesAt!.Value;

    private string Check => $"/entries/{scene.North.Id.Value}/check";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync(listens: true);
        scene = await Scene.PlayAsync(app, Stage.Open, (s, _) => s.North.Save(s.North.Draft.With([KeyValuePair.Create("title", "Ändrad")]), Language.Swedish, Scene.Closed));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_request_whose_body_is_still_arriving_at_the_deadline_is_late_and_kept_on_record()
    {
        app.Clock.Now = Closes.AddMilliseconds(-1);
        using var request = await RawRequest.OfAsync(app, scene.Cast.North, Check, "submit");
        await request.FirstHalfAsync();
        await Task.Delay(300);
        app.Clock.Now = Closes;
        await request.SecondHalfAsync();

        var answer = await request.AnswerAsync();

        Assert.Contains("contact@example.fi", answer, StringComparison.Ordinal);
        await using var db = app.Db();
        var late = await db.LateAttempts.SingleAsync();
        Assert.Equal((Closes, "Ändrad"), (late.At, late.Answers["title"]));
        Assert.Equal(1, await db.Set<SubmittedVersion>().CountAsync(v => v.EntryId == scene.North.Id));
    }

    [Fact]
    public async Task A_request_that_arrives_slowly_but_whole_in_the_last_millisecond_is_in_time()
    {
        app.Clock.Now = Closes.AddMinutes(-5);
        using var request = await RawRequest.OfAsync(app, scene.Cast.North, Check, "submit");
        await request.FirstHalfAsync();
        await Task.Delay(300);
        app.Clock.Now = Closes.AddMilliseconds(-1);
        await request.SecondHalfAsync();

        await InTimeAsync(await request.AnswerAsync());
    }

    [Fact]
    public async Task A_request_that_was_whole_in_time_is_in_time_although_the_portal_only_answers_after_the_deadline()
    {
        app.Clock.Now = Closes.AddMilliseconds(-1);
        using var request = await RawRequest.OfAsync(app, scene.Cast.North, Check, "submit");
        await using var db = app.Db();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // The database is slow: whoever wants to read an entry waits for us.
            await db.Database.ExecuteSqlRawAsync("lock table entries in access exclusive mode");
            await request.FirstHalfAsync();
            await request.SecondHalfAsync();
            await SomebodyWaitsAsync();
            app.Clock.Now = Closes.AddMinutes(2);
            await transaction.CommitAsync();
        }

        await InTimeAsync(await request.AnswerAsync());
    }

    [Theory]
    [InlineData("31.10.2027", "3.30", "2027-10-31T01:30:00Z")]
    [InlineData("28.3.2027", "4.00", "2027-03-28T01:00:00Z")]
    [InlineData("28.3.2027", "2.59", "2027-03-28T00:59:00Z")]
    [InlineData("1.9.2027", "16.15", "2027-09-01T13:15:00Z")]
    public async Task A_closing_time_typed_in_Finnish_time_holds_to_the_millisecond(string date, string time, string closes)
    {
        var instant = DateTimeOffset.Parse(closes, System.Globalization.CultureInfo.InvariantCulture);
        app.Clock.Now = instant.AddDays(-40);
        await CloseAtAsync(instant.AddDays(-30));
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/extend");
        await staff.SubmitAsync("extend", ("closes.date", date), ("closes.time", time), ("reason.fi", "Vika"), ("reason.sv", "Fel"), ("reason.en", "Fault"));
        Assert.Equal("", staff.Refusal);
        var team = await app.VisitAs(scene.Cast.North).GoAsync(Check);
        var form = team.Fields("submit");

        app.Clock.Now = instant.AddMilliseconds(1);
        Assert.EndsWith("/check", (await team.PostAsync(form)).Path, StringComparison.Ordinal);
        app.Clock.Now = instant;
        Assert.EndsWith("/check", (await team.PostAsync([.. form.Where(f => f.Key != "key")])).Path, StringComparison.Ordinal);
        app.Clock.Now = instant.AddMilliseconds(-1);
        Assert.EndsWith("/receipt", (await team.PostAsync(form)).Path, StringComparison.Ordinal);

        await using var db = app.Db();
        Assert.Equal([instant, instant.AddMilliseconds(1)], await db.LateAttempts.OrderBy(a => a.At).Select(a => a.At).ToListAsync());
        Assert.Equal(instant.AddMilliseconds(-1), (await db.Set<SubmittedVersion>().SingleAsync(v => v.EntryId == scene.North.Id && v.Version == 2)).At);
    }

    [Fact]
    public async Task An_hour_that_spring_skips_is_no_closing_time()
    {
        app.Clock.Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await CloseAtAsync(app.Clock.Now.AddDays(2));
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/extend");

        await staff.SubmitAsync("extend", ("closes.date", "28.3.2027"), ("closes.time", "3.30"), ("reason.fi", "Vika"), ("reason.sv", "Fel"), ("reason.en", "Fault"));

        Assert.NotNull(staff.Page.QuerySelector("#closes-error"));
        await using var db = app.Db();
        Assert.Equal(app.Clock.Now.AddDays(2), (await db.Competitions.SingleAsync()).Timetable.ClosesAt);
    }

    private async Task CloseAtAsync(DateTimeOffset at)
    {
        await using var db = app.Db();
        await db.Database.ExecuteSqlAsync($"update competitions set timetable = jsonb_set(timetable, '{{closesAt}}', to_jsonb({at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")}))");
    }

    private async Task InTimeAsync(string answer)
    {
        Assert.StartsWith("HTTP/1.1 302", answer, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(Closes.AddMilliseconds(-1), (await db.Set<SubmittedVersion>().SingleAsync(v => v.EntryId == scene.North.Id && v.Version == 2)).At);
        Assert.False(await db.LateAttempts.AnyAsync());
    }

    private async Task SomebodyWaitsAsync()
    {
        await using var db = app.Db();
        while (await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_locks where not granted and relation = 'entries'::regclass").SingleAsync() == 0) await Task.Delay(20);
    }
}
