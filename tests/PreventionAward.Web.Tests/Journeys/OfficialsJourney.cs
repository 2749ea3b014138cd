using System.Net;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Officials declare their interests too, and a recused one handles nothing of that entry; somebody else does.</summary>
public sealed class OfficialsJourney
{
    [Fact]
    public async Task A_secretary_works_on_before_declaring_and_screens_nothing_of_an_entry_from_which_the_secretary_is_recused()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Screening, (s, db) => db.Add(Another("another-secretary", StaffRoles.Secretary)));
        var entry = $"/staff/year/entries/{scene.North.Id.Value}";
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync(entry);
        Assert.Equal(HttpStatusCode.OK, secretary.Status);
        Assert.Contains("Ilmoita sidonnaisuutesi", (await secretary.GoAsync("/staff/year")).Words, StringComparison.Ordinal);

        await secretary.GoAsync($"/staff/year/interests/{scene.North.Id.Value}");
        await secretary.SubmitAsync("declare", ("answer", "Ground"), ("explanation", "Omat sanat"));
        Assert.NotEmpty(secretary.Refusal);
        Assert.Contains("Omat sanat", secretary.Page.QuerySelector("textarea[name=explanation]")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync("declare", ("answer", "Ground"), ("ground", "Employment"));

        Assert.StartsWith("/staff/year/interests", secretary.Path, StringComparison.Ordinal);
        Assert.Contains("another-secretary", secretary.Words, StringComparison.Ordinal);
        foreach (var path in new[] { entry, entry + "/marks", entry + "/translations/fi", entry + "/supplement", $"/entries/{scene.North.Id.Value}/entry.pdf", $"/entries/{scene.North.Id.Value}/history" })
            Assert.Equal(HttpStatusCode.NotFound, (await secretary.GoAsync(path)).Status);
        Assert.Contains("olet esteellinen", (await secretary.GoAsync("/staff/year/screening")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_secretary_decides_a_doubt_and_nobody_decides_on_oneself()
    {
        await using var app = await AwardApp.StartAsync();
        var another = Another("another-secretary", StaffRoles.Secretary);
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, db) =>
        {
            db.Add(another);
            db.Add(Declaration.Restore(s.Competition.Id, s.North.Id, s.Cast.Secretary.Id, InterestAnswer.Unsure, null, "Entinen työpaikka", Scene.Closed.AddDays(1), null, null, null));
        });
        var own = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/interests");
        Assert.DoesNotContain("official-0", own.Page.Source.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GoAsync($"/staff/year/entries/{scene.North.Id.Value}")).Status);

        var decider = await app.VisitAs(another).GoAsync("/staff/year/interests");
        Assert.Contains("Entinen työpaikka", decider.Words, StringComparison.Ordinal);
        await decider.SubmitAsync("official-0", ("recused", "no"), ("reason-official-0", "Ei enää siellä"));

        Assert.Equal(HttpStatusCode.OK, (await own.GoAsync($"/staff/year/entries/{scene.North.Id.Value}")).Status);
        await using var db = app.Db();
        Assert.Equal(another.Id, (await db.Declarations.SingleAsync(d => d.PersonId == scene.Cast.Secretary.Id)).ConfirmedBy);
    }

    [Fact]
    public async Task A_publisher_who_is_recused_from_an_entry_does_not_publish_the_decision_and_another_does()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) => db.Add(Another("another-publisher", StaffRoles.Publisher)));
        var publisher = await app.VisitAs(scene.Cast.Publisher).GoAsync("/publish");
        Assert.Contains("Ilmoita sidonnaisuutesi", publisher.Words, StringComparison.Ordinal);

        await publisher.GoAsync($"/staff/year/interests/{scene.North.Id.Value}");
        await publisher.SubmitAsync("declare", ("answer", "Ground"), ("ground", "Party"));
        Assert.Contains("another-publisher", publisher.Words, StringComparison.Ordinal);
        await publisher.GoAsync("/publish/year");

        Assert.Contains("Toinen julkaisija julkaisee", publisher.Words, StringComparison.Ordinal);
        Assert.Null(publisher.Page.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.GoAsync("/staff/year/decision/preview")).Status);
    }

    [Fact]
    public async Task A_recused_secretary_takes_no_dossier_and_reads_no_audit_line_of_that_entry()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) =>
        {
            Web.Database.AuditTrail.Audit(db, s.Cast.Secretary.Id, "entry-translated", Scene.Closed, s.Competition.Id, s.North.Id);
            db.Add(Declaration.Restore(s.Competition.Id, s.North.Id, s.Cast.Secretary.Id, InterestAnswer.Ground, RecusalGround.Party, "", Scene.Closed.AddDays(1), null, null, null));
        });
        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/year/dossier.zip");

        Assert.Equal(HttpStatusCode.NotFound, secretary.Status);
        Assert.Contains("Toinen sihteeri voi ladata", (await secretary.GoAsync("/staff/year")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("ehdotus 1", (await secretary.GoAsync("/staff/year/audit")).Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("ennen päätöksen julkaisemista", (await secretary.GoAsync("/staff/year/decision")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_and_whoever_decides_are_told_where_organisations_look_alike()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Scoring, (s, db) =>
        {
            foreach (var member in db.ChangeTracker.Entries<JuryMember>().Where(m => m.Entity.PersonId == s.Cast.Undeclared.Id || m.Entity.PersonId == s.Cast.Recused.Id))
                member.Entity.Organisation = LocalizedText.Name(s.North.Draft["organisation"].ToUpperInvariant() + " ry");
        });
        var juror = await app.VisitAs(scene.Cast.Undeclared).GoAsync($"/jury/year/entries/{scene.North.Id.Value}");
        Assert.Contains("Tarkista yhteys organisaatioosi", juror.Words, StringComparison.Ordinal);

        Assert.Contains("Samankaltaisia organisaatioita (2)", (await app.VisitAs(scene.Cast.Chair).GoAsync("/jury/year/declarations")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tarkista yhteys", (await app.VisitAs(scene.Cast.Recused).GoAsync($"/jury/year/entries/{scene.North.Id.Value}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Tarkista yhteys", (await app.VisitAs(scene.Cast.Clear).GoAsync($"/jury/year/entries/{scene.South.Id.Value}")).Words, StringComparison.Ordinal);
    }

    private static Account Another(string name, StaffRoles staff) => new()
    {
        Id = new(Guid.CreateVersion7()),
        Mail = name + "@example.fi",
        Name = LocalizedText.Name(name),
        Staff = staff,
    };
}
