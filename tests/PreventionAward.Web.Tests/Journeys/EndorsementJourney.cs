using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

public sealed partial class EndorsementJourney : IAsyncLifetime
{
    private const string Endorser = "endorser@example.org";

    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;

    private string EntryPage => $"/entries/{scene.North.Id.Value}";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open, (s, _) => s.North.Save(
            s.North.Draft.With(
            [
                new("nomination", "third-party"), new("nominatorName", "En granne"), new("organisationConsent", "asked"),
                new("consentGivenBy", "Ordföranden"), new("endorserMail", "Endorser@example.org"),
            ]), Language.Swedish, Scene.Closed));
        team = app.VisitAs(scene.Cast.North);
        await team.GoAsync(EntryPage + "/check");
        await team.SubmitAsync("submit");
        Assert.EndsWith("/receipt", team.Path, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_organisation_endorses_by_its_own_link_once_and_everybody_sees_it()
    {
        var link = await LinkAsync();
        await using var db = app.Db();
        var token = link.Split("token=")[1];
        Assert.DoesNotContain(token, (await db.Entries.SingleAsync(e => e.Id == scene.North.Id)).Endorsement!.TokenHash, StringComparison.Ordinal);
        Assert.Contains("pyydetty", (await team.GoAsync(EntryPage)).Words, StringComparison.Ordinal);
        var guest = await app.Visit().GoAsync(link);
        Assert.Contains(Scene.NorthMarker + " title", guest.Words, StringComparison.Ordinal);
        Assert.Contains("En granne", guest.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.NorthMarker + " problem", guest.Words, StringComparison.Ordinal);

        await guest.SubmitAsync("endorse", ("answer", "Endorsed"), ("by", ""), ("remark", "Gärna"));
        Assert.NotEqual("", guest.Refusal);
        Assert.Equal("Gärna", guest.Page.GetElementsByName("remark")[0].TextContent.Trim());
        await guest.SubmitAsync("endorse", ("answer", "Endorsed"), ("by", "Ordföranden"), ("remark", "Gärna"));

        Assert.Contains($"samtycker till att projektet ”{Scene.NorthMarker} title”", guest.Words, StringComparison.Ordinal);
        var again = await app.Visit().GoAsync(link);
        Assert.Contains("samtycker till att projektet", again.Words, StringComparison.Ordinal);
        Assert.Contains("Ordföranden", again.Words, StringComparison.Ordinal);
        Assert.Null(again.Page.QuerySelector("main form"));
        var confirmed = await db.Set<OutboxMail>().SingleAsync(m => m.Template == "endorsement-confirmed");
        Assert.Equal(Endorser, confirmed.To);
        Assert.Contains(link, confirmed.Body, StringComparison.Ordinal);
        await team.GoAsync(EntryPage);
        Assert.Contains("Ordföranden", team.Words, StringComparison.Ordinal);
        Assert.Equal(scene.Cast.North.Mail, (await db.Set<OutboxMail>().SingleAsync(m => m.Template == "endorsement-answered")).To);
        Assert.True(await db.Set<AuditLine>().AnyAsync(l => l.Action == "endorsement-given"));
    }

    [Fact]
    public async Task A_wrong_link_tells_nothing_and_looking_answers_nothing()
    {
        var link = await LinkAsync();
        foreach (var wrong in new[] { link[..^1], $"/endorsement/{scene.South.Id.Value}?{link.Split('?')[1]}", $"/endorsement/{scene.North.Id.Value}", link.Replace("token=", "token=x", StringComparison.Ordinal) })
        {
            var guest = await app.Visit().GoAsync(wrong);
            Assert.DoesNotContain(Scene.NorthMarker, guest.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Null(guest.Page.QuerySelector("main form"));
        }

        await app.Visit().GoAsync(link);
        await using var db = app.Db();
        Assert.Null((await db.Entries.SingleAsync(e => e.Id == scene.North.Id)).Endorsement!.Answer);
    }

    [Fact]
    public async Task The_team_sends_the_request_again_and_the_earlier_link_is_void()
    {
        var first = await LinkAsync();
        await team.GoAsync(EntryPage);
        await team.SubmitAsync("ask-again");
        Assert.NotEqual("", team.Refusal);

        app.Clock.Now = app.Clock.Now.AddHours(1);
        await team.GoAsync(EntryPage);
        await team.SubmitAsync("ask-again");

        Assert.Equal("", team.Refusal);
        Assert.Null((await app.Visit().GoAsync(first)).Page.QuerySelector("main form"));
        Assert.NotNull((await app.Visit().GoAsync(await LinkAsync())).Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_further_version_does_not_ask_again()
    {
        await team.GoAsync(EntryPage + "/parts/description");
        await team.SubmitAsync("part", ("summary", "Ny sammanfattning"), ("do", "save"));
        await team.GoAsync(EntryPage + "/check");
        await team.SubmitAsync("submit");

        await using var db = app.Db();
        Assert.Equal(1, await db.Set<OutboxMail>().CountAsync(m => m.Template == "endorsement-request"));
        Assert.Equal(3, await db.Set<SubmittedVersion>().CountAsync(v => v.EntryId == scene.North.Id));
    }

    [Fact]
    public async Task Without_an_answer_staff_decide_with_a_reason_and_after_that_it_is_too_late()
    {
        var link = await LinkAsync();
        app.Clock.Now = scene.Competition.Timetable.ClosesAt!.Value.AddMinutes(1);
        var staff = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/screening");
        await staff.SubmitAsync("open-entries", ("open-entries-sure", "on"));
        Assert.Contains("Suostumus: pyydetty", staff.Words, StringComparison.Ordinal);
        await staff.GoAsync($"/staff/year/entries/{scene.North.Id.Value}");
        Assert.Contains(Endorser, staff.Words, StringComparison.Ordinal);

        await staff.SubmitAsync("screen", ("verdict-choice", "eligible"), ("reason", ""));
        Assert.Contains("ei ole antanut suostumustaan", staff.Refusal, StringComparison.Ordinal);
        await staff.SubmitAsync("screen", ("verdict-choice", "eligible"), ("reason", "Godkänt per telefon"));
        await staff.GoAsync($"/staff/year/entries/{scene.South.Id.Value}");
        await staff.SubmitAsync("screen", ("verdict-choice", "eligible"));
        await staff.GoAsync("/staff/year/screening");
        await staff.SubmitAsync("start-scoring");

        Assert.Equal(HttpStatusCode.OK, staff.Status);
        await using var db = app.Db();
        var entry = await db.Entries.SingleAsync(e => e.Id == scene.North.Id);
        Assert.Equal((EntryStatus.Eligible, EndorsementState.AcceptedWithout, "Godkänt per telefon"), (entry.Status, entry.Endorsement!.State, entry.Endorsement.AcceptedWithout));
        var guest = await app.Visit().GoAsync(link);
        await guest.SubmitAsync("endorse", ("answer", "Declined"), ("by", "Ordföranden"));
        Assert.NotEqual("", guest.Refusal);
    }

    [Fact]
    public async Task An_entry_mails_five_addresses_and_no_sixth()
    {
        for (var n = 2; n <= 6; n++)
        {
            await team.GoAsync(EntryPage + "/parts/" + scene.Competition.Form.Parts.First(p => p.Fields.Any(f => f.Key == "endorserMail")).Key);
            await team.SubmitAsync("part", ("endorserMail", $"asked-{n}@example.org"), ("do", "save"));
            await team.GoAsync(EntryPage + "/check");
            await team.SubmitAsync("submit");
        }

        Assert.Contains("5 eri osoitteesta", team.Refusal, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(5, await db.Set<OutboxMail>().Where(m => m.Template == "endorsement-request").Select(m => m.To).Distinct().CountAsync());
    }

    private async Task<string> LinkAsync()
    {
        await using var db = app.Db();
        var mail = (await db.Set<OutboxMail>().Where(m => m.Template == "endorsement-request").OrderByDescending(m => m.CreatedAt).ToListAsync())[0];
        Assert.Equal((Endorser, Language.Swedish), (mail.To, mail.Language));
        return Link().Match(mail.Body).Groups[1].Value;
    }

    [GeneratedRegex(@"http://localhost(/\S+)")]
    private static partial Regex Link();
}
