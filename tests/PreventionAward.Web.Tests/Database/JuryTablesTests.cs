using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Deliberation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Database;

public sealed class JuryTablesTests
{
    [Theory]
    [InlineData("update score_sheets set counted = 'C1=1' where handed_in_at is not null", true)]
    [InlineData("update score_sheets set handed_in_at = null", true)]
    [InlineData("delete from declarations", true)]
    [InlineData("update declarations set found_recused = true", true)]
    [InlineData("update jury_members set place = place + 10", true)]
    [InlineData("update entries set number = number + 10 where status = 'Eligible'", true)]
    [InlineData("update entries set status = 'Withdrawn' where status = 'Eligible'", true)]
    [InlineData("update entry_versions set language = 'sv'", true)]
    [InlineData("update accounts set mail = 'x' || mail", false)]
    [InlineData("update score_sheets set saved_at = now() where handed_in_at is null", false)]
    public async Task The_database_itself_notes_every_change_of_what_a_table_is_made_of(string change, bool isPartOfIt)
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);
        await using var db = app.Db();
        var before = await db.JuryTableStampAsync(scene.Competition);

        Assert.True(await db.Database.ExecuteSqlRawAsync(change) > 0 || !isPartOfIt, "Nothing was there to be changed.");

        Assert.Equal(isPartOfIt, await db.JuryTableStampAsync(scene.Competition) != before);
    }

    [Fact]
    public async Task A_table_is_read_once_shared_by_all_who_look_and_read_anew_at_once_when_a_sheet_has_changed()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);
        var tables = app.Services.GetRequiredService<JuryTables>();
        await using var db = app.Db();
        var competition = (await db.CompetitionAsync(scene.Name))!;
        var chair = (await db.PersonAsync(scene.Cast.Chair.Id)).Person;

        var first = await tables.ForAsync(competition, chair);
        var again = await tables.ForAsync(competition, chair);
        Assert.Same(first.Entries[0].Ranked, again.Entries[0].Ranked);

        await db.Database.ExecuteSqlRawAsync("update score_sheets set counted = regexp_replace(counted, '=[0-9]', '=5', 'g')");

        var after = await tables.ForAsync(competition, chair);
        Assert.All(after.Sheets, sheet => Assert.All(sheet.Points.OfType<int>(), points => Assert.Equal(5, points)));
        Assert.NotSame(first.Entries[0].Ranked, after.Entries[0].Ranked);
    }

    [Fact]
    public async Task Out_of_the_shared_table_nobody_gets_anything_of_an_entry_from_which_the_person_stays_out()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation);
        var tables = app.Services.GetRequiredService<JuryTables>();
        await using var db = app.Db();
        var competition = (await db.CompetitionAsync(scene.Name))!;

        var whole = await tables.ForAsync(competition, (await db.PersonAsync(scene.Cast.Chair.Id)).Person);
        var part = await tables.ForAsync(competition, (await db.PersonAsync(scene.Cast.Recused.Id)).Person);

        var withheld = Assert.Single(part.Withheld).Entry.Id;
        Assert.NotEmpty(whole.SheetsOf(withheld));
        Assert.Empty(part.SheetsOf(withheld));
        Assert.DoesNotContain(part.Sheets, sheet => sheet.EntryId == withheld);
        Assert.DoesNotContain(part.Ranking, ranked => ranked.Id == withheld);
        Assert.All(scene.Cast.Jury, juror => Assert.False(part.Counts(withheld, juror.Id) || part.IsRecused(withheld, juror.Id)));
    }
}
