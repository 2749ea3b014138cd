using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Features.Dossiers;
using PreventionAward.Web.Features.Entries.Files;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Features.Entries;

/// <summary>Attached files before a real clamd.</summary>
public sealed class ScannerTests : IAsyncLifetime
{
    private static readonly byte[] Clean = "%PDF-1.7 a plan"u8.ToArray();
    private static readonly byte[] Infected = Encoding.ASCII.GetBytes($"%PDF-1.7 {Clamd.Marker}");

    private readonly Clamd clamd = Clamd.Absent();
    private AwardApp app = null!;
    private Scene scene = null!;
    private Visit team = null!;

    private string Part => $"/entries/{scene.North.Id.Value}/parts/confirmations";

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync(settings: new() { ["Clamav:Address"] = clamd.Address, ["Clamav:PauseSeconds"] = "3600" });
        scene = await Scene.PlayAsync(app, Stage.Open);
        team = app.VisitAs(scene.Cast.North);
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await clamd.DisposeAsync();
    }

    [Fact]
    public async Task A_clean_file_is_attached_and_an_infected_one_is_refused_in_words_and_its_bytes_are_not_kept()
    {
        await clamd.StartAsync();

        await AttachAsync(("clean.pdf", Clean), ("bad.pdf", Infected));

        Assert.Contains("”bad.pdf” on haittaohjelma (Award.Test.Marker", team.Refusal, StringComparison.Ordinal);
        Assert.Contains("Haittaohjelmatarkistus: ei löydöksiä", team.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var file = await db.Attachments.SingleAsync();
        Assert.Equal(("clean.pdf", ScanState.Clean, app.Clock.Now), (file.Name, file.Scan, file.ScannedAt));
        Assert.Equal(Clean, (await db.Set<AttachmentContent>().SingleAsync()).Bytes);
        Assert.Equal(1, await db.Set<AuditLine>().CountAsync(line => line.Action == "file-infected"));
    }

    [Fact]
    public async Task A_file_that_the_scanner_did_not_answer_for_waits_and_is_scanned_when_it_does()
    {
        await AttachAsync(("clean.pdf", Clean));
        Assert.Contains("tarkistuspalvelu ei vastannut", team.Words, StringComparison.Ordinal);
        await ScanAllAsync();

        await clamd.StartAsync();
        await ScanAllAsync(); // Too early: it has just been asked.
        Assert.Equal(ScanState.Waiting, await StateAsync());
        app.Clock.Now += Attachment.ScanPause + Attachment.ScanPause;
        await ScanAllAsync();

        Assert.Equal(ScanState.Clean, await StateAsync());
    }

    [Fact]
    public async Task What_is_found_later_in_a_draft_is_taken_off_and_told_and_its_bytes_go()
    {
        await AttachAsync(("bad.pdf", Infected));

        await clamd.StartAsync();
        app.Clock.Now += Attachment.ScanPause;
        await ScanAllAsync();

        await team.GoAsync(Part);
        Assert.Contains("Tiedostosta ”bad.pdf” löytyi haittaohjelma", team.Words, StringComparison.Ordinal);
        Assert.Empty(team.Page.QuerySelectorAll(".attached > li"));
        await using var db = app.Db();
        Assert.Equal(ScanState.Infected, (await db.Attachments.SingleAsync()).Scan);
        Assert.False(await db.Set<AttachmentContent>().AnyAsync());
        var folder = Directory.CreateTempSubdirectory("award-dossier-");
        Assert.Null(await app.InScopeAsync(services => services.GetRequiredService<ExportDossier>().RunAsync("year", folder.FullName)));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_found_later_in_a_submitted_entry_stays_on_record_and_nobody_gets_it()
    {
        await AttachAsync(("bad.pdf", Infected));
        await team.GoAsync($"/entries/{scene.North.Id.Value}/check");
        await team.SubmitAsync("submit");
        Assert.EndsWith("/receipt", team.Path, StringComparison.Ordinal);

        await clamd.StartAsync();
        app.Clock.Now += Attachment.ScanPause;
        await ScanAllAsync();

        await using var db = app.Db();
        var file = await db.Attachments.SingleAsync();
        Assert.Equal(Infected, (await db.Set<AttachmentContent>().SingleAsync()).Bytes);
        using var answer = await team.FetchAsync($"/entries/{scene.North.Id.Value}/files/{file.Id.Value}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("clamd:port")]
    public void A_wrong_address_stops_the_start(string address) =>
        Assert.Contains(address, Assert.Throws<InvalidOperationException>(() => new ClamavSettings { Address = address }.Target).Message, StringComparison.Ordinal);

    private async Task AttachAsync(params (string Name, byte[] Bytes)[] files)
    {
        await team.GoAsync(Part);
        await team.SubmitAsync("part", [("do", "upload")], [.. files.Select(file => ("attachments", file.Name, file.Bytes))]);
    }

    private async Task ScanAllAsync()
    {
        while (await app.FileWorker().ScanOneAsync(default)) { }
    }

    private async Task<ScanState> StateAsync()
    {
        await using var db = app.Db();
        return (await db.Attachments.SingleAsync()).Scan;
    }
}
