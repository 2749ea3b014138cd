using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Who appointed the jury, when its names become public, and what its members acknowledge before anything opens.</summary>
public sealed class JuryMandateJourney
{
    [Fact]
    public async Task The_public_page_says_when_the_names_will_be_published_and_names_them_then()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Open);
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/setup/jury/mandate");
        await secretary.SubmitAsync("mandate", ("appointed-by.fi", "Oikeusministeriö"), ("decided", "3.5.2027"));
        Assert.NotEmpty(secretary.Refusal);
        Assert.Equal("Oikeusministeriö", secretary.Page.QuerySelector("input[name='appointed-by.fi']")!.GetAttribute("value"));
        await secretary.SubmitAsync("mandate", ("appointed-by.sv", "Justitieministeriet"), ("reference", "VN/1/2027"), ("from", "3.5.2027"), ("until", "31.12.2027"), ("names.date", "1.6.2099"), ("names.time", "9.00"));
        Assert.StartsWith("/staff/year/setup/jury", secretary.Path, StringComparison.Ordinal);
        Assert.Contains("VN/1/2027", secretary.Words, StringComparison.Ordinal);

        var visitor = await app.VisitAs(scene.Cast.South).GoAsync("/sv/competitions/year");
        Assert.Contains("publiceras 1.6.2099", visitor.Words, StringComparison.Ordinal);
        Assert.Contains("Justitieministeriet", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(scene.Cast.Clear.Name.Fi!, visitor.Words, StringComparison.Ordinal);

        await secretary.GoAsync("/staff/year/setup/jury/mandate");
        await secretary.SubmitAsync("mandate", ("names.date", ""), ("names.time", ""));
        Assert.Contains(scene.Cast.Clear.Name.Fi!, (await visitor.GoAsync("/competitions/year")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_entry_opens_before_the_member_has_acknowledged_that_the_matter_is_secret()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, db) =>
            db.ChangeTracker.Entries<JuryMember>().Single(m => m.Entity.PersonId == s.Cast.Clear.Id).Entity.AcknowledgedAt = null);
        var entry = $"/jury/year/entries/{scene.North.Id.Value}";
        var juror = await app.VisitAs(scene.Cast.Clear).GoAsync(entry);
        Assert.Contains("Vahvista ensin", juror.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Scene.NorthMarker + " organisation", juror.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GoAsync($"/entries/{scene.North.Id.Value}/entry.pdf")).Status);

        await juror.GoAsync("/jury/year");
        await juror.SubmitAsync("secrecy");
        Assert.NotEmpty(juror.Refusal);
        await juror.SubmitAsync("secrecy", ("secrecy-sure", "yes"));
        await juror.GoAsync(entry);

        Assert.Contains(Scene.NorthMarker + " innovation", juror.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        Assert.Equal(app.Clock.Now, (await db.JuryMembers.SingleAsync(m => m.PersonId == scene.Cast.Clear.Id)).AcknowledgedAt);
    }
}
