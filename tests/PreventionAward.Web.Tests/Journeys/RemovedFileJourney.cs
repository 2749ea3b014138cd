using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>A file that is taken off is gone, unless something that was sent names it.</summary>
public sealed class RemovedFileJourney : IAsyncLifetime
{
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;
    private string entry = "";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open);
        team = app.VisitAs(scene.Cast.North);
        entry = $"/entries/{scene.North.Id.Value}";
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_bytes_of_a_file_that_was_never_sent_go_with_it()
    {
        var (address, file) = await AttachAsync();

        await RemoveAsync(file);

        Assert.Equal((0, 0), await OnRecordAsync());
        using var gone = await team.FetchAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_submitted_version_names_is_kept()
    {
        var (address, file) = await AttachAsync();
        await using (var db = app.Db())
        {
            var (north, attached) = (await db.Entries.Include(e => e.Versions).SingleAsync(e => e.Id == scene.North.Id), await db.Attachments.SingleAsync());
            Assert.Null(north.Submit((await db.Competitions.SingleAsync()), [attached.AsSubmitted()], scene.Cast.North.Id, 9, app.Clock.Now));
            await db.CommitAsync();
        }

        await RemoveAsync(file);

        Assert.Equal((1, 1), await OnRecordAsync());
        using var kept = await team.FetchAsync(address);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_late_attempt_names_is_kept()
    {
        var (_, file) = await AttachAsync();
        await using (var db = app.Db())
        {
            var attached = await db.Attachments.SingleAsync();
            db.Add(new LateAttempt(Guid.NewGuid(), scene.North.Id, scene.Competition.Id, Answers.None, "", scene.Cast.North.Id, app.Clock.Now) { Files = [attached.AsSubmitted()] });
            await db.CommitAsync();
        }

        await RemoveAsync(file);

        Assert.Equal((1, 1), await OnRecordAsync());
    }

    private async Task<(string Address, string File)> AttachAsync()
    {
        await team.GoAsync(entry + "/parts/confirmations");
        await team.SubmitAsync("part", [("do", "upload")], [("attachments", "plan.pdf", "%PDF-1.7"u8.ToArray())]);
        var address = ((IHtmlAnchorElement)team.Page.QuerySelector(".attached a")!).GetAttribute("href")!;
        return ("/" + address.TrimStart('/'), address.Split('/')[^1]);
    }

    private async Task RemoveAsync(string file)
    {
        await team.SubmitAsync("part", ("do", $"remove-file:{file}"));
        Assert.Empty(team.Refusal);
        Assert.Null(team.Page.QuerySelector(".attached a"));
    }

    private async Task<(int Files, int Contents)> OnRecordAsync()
    {
        await using var db = app.Db();
        return (await db.Attachments.CountAsync(), await db.Set<AttachmentContent>().CountAsync());
    }
}
