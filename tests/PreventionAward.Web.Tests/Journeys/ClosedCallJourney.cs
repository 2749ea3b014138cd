using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What a team with an entry in time is told once the time is out, before and after staff have closed the call.</summary>
public sealed class ClosedCallJourney : IAsyncLifetime
{
    private const string AsSubmitted = Scene.NorthMarker + " summary";

    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;

    private string EntryPage => $"/entries/{scene.North.Id.Value}";

    private DateTimeOffset Closes => scene.Competition.Timetable.ClosesAt!.Value;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open);
        team = app.VisitAs(scene.Cast.North);
        await team.GoAsync(EntryPage + "/parts/description");
        await team.SubmitAsync("part", ("summary", "Skrivet senare"), ("do", "save"));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Changes_that_come_late_leave_the_version_in_force_and_page_and_mail_say_so()
    {
        await team.GoAsync(EntryPage + "/check");
        app.Clock.Now = Closes.AddSeconds(20);

        await team.SubmitAsync("submit");

        Assert.Contains("voimassa on versio 1", team.Refusal, StringComparison.Ordinal);
        Assert.Contains("16.15.00", team.Refusal, StringComparison.Ordinal);
        Assert.Contains("16.15.20", team.Refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("ei voida ottaa mukaan", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var mail = await db.Set<OutboxMail>().FirstAsync(m => m.Template == "entry-late-changes");
        Assert.Contains("version 1, som togs emot 30.4.2027", mail.Body, StringComparison.Ordinal);
        Assert.Contains("16.15.20", mail.Body, StringComparison.Ordinal);
        Assert.False(await db.Set<OutboxMail>().AnyAsync(m => m.Template == "entry-late"));
    }

    [Fact]
    public async Task Nothing_is_offered_any_more_as_soon_as_the_clock_says_so()
    {
        Assert.NotNull((await app.Visit().GoAsync("/")).Page.QuerySelector("a[href$='/enter']"));
        app.Clock.Now = Closes;

        foreach (var page in new[] { "/", "/competitions/year" })
        {
            var anyone = await app.Visit().GoAsync(page);
            Assert.Null(anyone.Page.QuerySelector("a[href$='/enter']"));
            Assert.DoesNotContain(anyone.Page.QuerySelectorAll("main .tag, main [aria-current=step]"), tag => tag.TextContent.Trim() == "Haku käynnissä");
        }

        await team.GoAsync("/competitions/year/enter");
        Assert.Contains("29.6.2027 klo 16.15", team.Words, StringComparison.Ordinal);
        Assert.NotNull(team.Page.QuerySelector("main a[href$='competitions/year']"));
    }

    [Fact]
    public async Task The_entry_shows_what_was_submitted_and_the_draft_stays_a_link_away()
    {
        app.Clock.Now = Closes;

        await team.GoAsync(EntryPage);
        Assert.Contains(AsSubmitted, Submitted(), StringComparison.Ordinal);
        Assert.DoesNotContain("Skrivet senare", team.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tarkista ja lähetä", team.Words, StringComparison.Ordinal);
        await team.GoAsync(EntryPage + "/parts/description");
        Assert.Contains("Hakuaika on päättynyt", team.Words, StringComparison.Ordinal);
        await team.GoAsync(EntryPage + "/check");
        Assert.Contains("Skrivet senare", team.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("kunnes haku päättyy", team.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_entry_shows_what_was_submitted_and_not_a_draft()
    {
        await team.GoAsync(EntryPage + "/withdraw");
        await team.SubmitAsync("withdraw");

        Assert.Contains(AsSubmitted, Submitted(), StringComparison.Ordinal);
        Assert.DoesNotContain("Skrivet senare", team.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_entries_are_opened_withdrawing_is_refused_before_the_press()
    {
        var opened = await Scene.PlayAsync(app, Stage.Screening, name: "opened", suffix: "-opened");
        var late = await app.VisitAs(opened.Cast.North).GoAsync($"/entries/{opened.North.Id.Value}/withdraw");

        Assert.Contains("Ehdotukset on jo avattu", late.Words, StringComparison.Ordinal);
        Assert.Null(late.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task After_publication_the_entry_tells_the_outcome_and_leads_to_the_decision()
    {
        var decided = await Scene.PlayAsync(app, Stage.Published, name: "decided", suffix: "-decided");

        Assert.Contains("valittu kilpailun voittajaksi", (await app.VisitAs(decided.Cast.South).GoAsync($"/entries/{decided.South.Id.Value}")).Words, StringComparison.Ordinal);
        var other = await app.VisitAs(decided.Cast.North).GoAsync($"/entries/{decided.North.Id.Value}");
        Assert.Contains("Raati on arvioinut ehdotuksen", other.Words, StringComparison.Ordinal);
        Assert.NotNull(other.Page.QuerySelector("main a[href$='competitions/decided/decision']"));
    }

    private string Submitted() => team.Page.QuerySelector("#submitted")!.ParentElement!.TextContent;
}
