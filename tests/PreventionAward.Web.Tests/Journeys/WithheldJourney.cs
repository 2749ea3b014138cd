using System.Net;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What is kept from somebody by office or by recusal, on the pages of those who prepare and publish.</summary>
public sealed class WithheldJourney
{
    [Fact]
    public async Task A_chair_who_stays_out_of_one_entry_does_not_learn_who_won_before_everybody_does()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, db) =>
        {
            var declared = db.ChangeTracker.Entries<Declaration>().Single(d => d.Entity.PersonId == s.Cast.Chair.Id && d.Entity.EntryId == s.North.Id);
            declared.State = Microsoft.EntityFrameworkCore.EntityState.Detached;
            db.Add(Declaration.Restore(s.Competition.Id, s.North.Id, s.Cast.Chair.Id, InterestAnswer.Ground, RecusalGround.Employment, "", Scene.Closed.AddDays(2), null, null, null));
        });
        var chair = app.VisitAs(scene.Cast.Chair);

        foreach (var address in new[] { "/staff/year/decision", "/staff/year/decision/preview" })
        {
            await chair.GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, chair.Status);
            Assert.Contains("ennen päätöksen julkaisemista", chair.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("grounds (fi)", chair.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("assessment.", chair.Page.Source.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_publisher_who_sits_in_the_jury_neither_reads_nor_publishes()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Decided, (s, _) => s.Cast.Recused.Staff = StaffRoles.Publisher);

        var publisher = await app.VisitAs(scene.Cast.Recused).GoAsync("/publish/year");

        Assert.Equal(HttpStatusCode.NotFound, publisher.Status);
        await publisher.GoAsync("/staff/year/decision/preview");
        Assert.Equal(HttpStatusCode.NotFound, publisher.Status);
    }

    [Theory]
    [InlineData(Stage.Closed, false)]
    [InlineData(Stage.Screening, true)]
    public async Task The_outbox_shows_what_a_mail_says_only_once_the_entries_are_opened(Stage stage, bool isShown)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, stage, (s, db) => db.Add(new OutboxMail
        {
            Id = Guid.CreateVersion7(),
            To = s.Cast.North.Mail,
            Language = Language.Finnish,
            Template = "entry-received",
            Subject = "Aihe " + Scene.NorthMarker,
            Body = "Teksti " + Scene.NorthMarker,
            CompetitionId = s.Competition.Id,
            CreatedAt = app.Clock.Now,
        }));

        var secretary = await app.VisitAs(scene.Cast.Secretary).GoAsync("/staff/outbox?page=abc");

        Assert.Equal(HttpStatusCode.OK, secretary.Status);
        Assert.Equal(isShown, secretary.Page.Source.Text.Contains(Scene.NorthMarker, StringComparison.Ordinal));
    }
}
