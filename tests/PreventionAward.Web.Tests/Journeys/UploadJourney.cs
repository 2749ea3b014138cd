using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>A file in chunks, as a page's script sends it.</summary>
public sealed class UploadJourney : IAsyncLifetime
{
    private const int Chunk = 20_000;
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 50_000).Select(i => (byte)i)];

    private AwardApp app = null!;
    private Scene scene = null!;
    private Uploader team = null!;

    public async Task InitializeAsync()
    {
        app = await AwardApp.StartAsync();
        scene = await Scene.PlayAsync(app, Stage.Open, (it, _) => it.North.Join(it.Cast.Publisher.Id, TeamRole.Editor));
        team = await UploaderAsync();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_file_in_chunks_is_attached_byte_for_byte()
    {
        var upload = (await team.StartAsync("../suunnitelma.exe", Pdf)).GetProperty("id").GetGuid();
        await team.SendAsync(upload, Pdf, 0, Pdf.Length);
        var told = await team.FinishAsync(upload);

        Assert.Equal("suunnitelma.exe.pdf", told.GetProperty("name").GetString());
        Assert.Equal("Tiedostoa ei ole tarkistettu haittaohjelmien varalta", told.GetProperty("scan").GetString());
        await using var db = app.Db();
        var file = await db.Attachments.SingleAsync();
        Assert.Equal((upload, Pdf.Length, ScanState.NotScanned), (file.Id.Value, (int)file.Size, file.Scan));
        Assert.Equal(Pdf, (await db.Set<AttachmentContent>().SingleAsync()).Bytes);
        Assert.False(await db.Uploads.AnyAsync() || await db.Set<UploadChunk>().AnyAsync());
        Assert.Equal(1, await db.Set<AuditLine>().CountAsync(line => line.Action == "file-attached"));
    }

    [Fact]
    public async Task After_a_break_the_server_says_where_to_go_on_and_finishing_twice_attaches_once()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf)).GetProperty("id").GetGuid();
        await team.SendAsync(upload, Pdf, 0, Chunk);

        var again = await team.StartAsync("a.pdf", Pdf);
        Assert.Equal((upload, Chunk), (again.GetProperty("id").GetGuid(), again.GetProperty("received").GetInt32()));
        Assert.Equal(Chunk, (await team.ListAsync())[0].GetProperty("received").GetInt32());
        await team.SendAsync(upload, Pdf, Chunk, Pdf.Length);
        await team.FinishAsync(upload);
        Assert.Equal(upload, (await team.FinishAsync(upload)).GetProperty("id").GetGuid());

        Assert.Equal("there", (await team.StartAsync("a.pdf", Pdf)).GetProperty("state").GetString());
        await using var db = app.Db();
        Assert.Equal(1, await db.Attachments.CountAsync());
    }

    [Fact]
    public async Task A_chunk_at_the_wrong_place_is_refused_and_told_the_right_one()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf)).GetProperty("id").GetGuid();
        await team.SendAsync(upload, Pdf, 0, Chunk);

        foreach (var offset in new[] { 0, Chunk - 1, Chunk + 1 })
        {
            var (status, told) = await team.ChunkAsync(upload, offset, Pdf[..Chunk]);
            Assert.Equal((HttpStatusCode.Conflict, "offset", Chunk), (status, told.GetProperty("state").GetString(), told.GetProperty("received").GetInt32()));
        }

        Assert.Equal("offset", (await team.FinishAsync(upload)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Another_persons_upload_is_not_there()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf)).GetProperty("id").GetGuid();
        var colleague = await UploaderAsync(scene.Cast.Publisher);
        var stranger = await UploaderAsync(scene.Cast.South, scene.South.Id.Value);

        foreach (var other in new[] { colleague, stranger.On(scene.North.Id.Value) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.ChunkAsync(upload, 0, Pdf[..Chunk])).Status);
            Assert.Equal("gone", (await other.FinishAsync(upload)).GetProperty("state").GetString());
            Assert.Empty(await other.ListAsync());
        }

        Assert.Equal("refused", (await stranger.On(scene.North.Id.Value).StartAsync("a.pdf", Pdf)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(0, "on tyhjä")]
    [InlineData(20 * 1024 * 1024 + 1, "20")]
    public async Task A_file_that_is_empty_or_too_large_does_not_begin(long size, string words)
    {
        var told = await team.StartAsync("a.pdf", size, new string('a', 64));

        Assert.Equal("refused", told.GetProperty("state").GetString());
        Assert.Contains(words, told.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunk_that_is_too_long_is_not_taken()
    {
        var large = new byte[3 * 1024 * 1024];
        var upload = (await team.StartAsync("a.pdf", large)).GetProperty("id").GetGuid();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await team.ChunkAsync(upload, 0, large)).Status);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_at_its_first_bytes_or_when_it_is_whole()
    {
        byte[] program = [.. "MZ"u8, .. new byte[60_000]];
        byte[] archive = [.. "PK\x03\x04"u8, .. new byte[60_000]];
        var first = (await team.StartAsync("a.pdf", program)).GetProperty("id").GetGuid();
        var second = (await team.StartAsync("b.docx", archive)).GetProperty("id").GetGuid();

        Assert.Equal("refused", (await team.ChunkAsync(first, 0, program[..Chunk])).Told.GetProperty("state").GetString());
        await team.SendAsync(second, archive, 0, archive.Length);
        Assert.Contains("b.docx", (await team.FinishAsync(second)).GetProperty("message").GetString(), StringComparison.Ordinal);

        await using var db = app.Db();
        Assert.False(await db.Uploads.AnyAsync() || await db.Attachments.AnyAsync());
    }

    [Fact]
    public async Task Other_bytes_than_were_told_are_not_attached()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf.Length, new string('a', 64))).GetProperty("id").GetGuid();
        await team.SendAsync(upload, Pdf, 0, Pdf.Length);

        Assert.Contains("ei tullut perille ehjänä", (await team.FinishAsync(upload)).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(await team.ListAsync());
    }

    [Fact]
    public async Task An_upload_that_does_not_go_on_for_a_day_is_gone_with_its_bytes()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf)).GetProperty("id").GetGuid();
        await team.SendAsync(upload, Pdf, 0, Chunk);
        app.Clock.Now += Upload.Lifetime;

        Assert.Equal(HttpStatusCode.NotFound, (await team.ChunkAsync(upload, Chunk, Pdf[Chunk..(2 * Chunk)])).Status);
        await app.FileWorker().SweepAsync(default);
        await using var db = app.Db();
        Assert.False(await db.Uploads.AnyAsync() || await db.Set<UploadChunk>().AnyAsync());
    }

    [Fact]
    public async Task Only_so_many_files_and_unfinished_uploads_are_taken()
    {
        for (var i = 0; i < Upload.MostOfOnePerson; i++) await team.StartAsync("a.pdf", 30_000 + i, new string((char)('a' + i), 64));

        Assert.Contains("Keskeneräisiä lähetyksiä on liikaa", (await team.StartAsync("b.pdf", Pdf)).GetProperty("message").GetString(), StringComparison.Ordinal);
        await team.DropAsync((await team.ListAsync())[0].GetProperty("id").GetGuid());
        Assert.NotEqual(Guid.Empty, (await team.StartAsync("b.pdf", Pdf)).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_withdrawn_entry_takes_no_bytes_and_neither_does_a_page_of_another_site()
    {
        var upload = (await team.StartAsync("a.pdf", Pdf)).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.BadRequest, (await team.WithToken("").ChunkAsync(upload, 0, Pdf[..Chunk])).Status);

        await using (var db = app.Db())
        {
            var entry = await db.Entries.FirstAsync(e => e.Id == scene.North.Id);
            entry.Withdraw(await db.Competitions.FirstAsync());
            await db.CommitAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, (await team.ChunkAsync(upload, 0, Pdf[..Chunk])).Status);
    }

    private async Task<Uploader> UploaderAsync(Domain.Access.Account? account = null, Guid? entry = null)
    {
        var visit = app.VisitAs(account ?? scene.Cast.North);
        await visit.GoAsync(account is null || entry is not null ? $"/entries/{entry ?? scene.North.Id.Value}/parts/confirmations" : "/entries");
        var token = visit.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new(visit, entry ?? scene.North.Id.Value, token);
    }

    private sealed record Uploader(Visit Visit, Guid Entry, string Token)
    {
        public Uploader On(Guid entry) => this with { Entry = entry };

        public Uploader WithToken(string token) => this with { Token = token };

        public Task<JsonElement> StartAsync(string name, byte[] bytes) => StartAsync(name, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

        public async Task<JsonElement> StartAsync(string name, long size, string sha256) =>
            (await PostAsync("", new FormUrlEncodedContent([new("name", name), new("size", $"{size}"), new("sha256", sha256)]))).Told;

        public Task<(HttpStatusCode Status, JsonElement Told)> ChunkAsync(Guid upload, long offset, byte[] bytes) =>
            PostAsync($"/{upload}?offset={offset}", new ByteArrayContent(bytes));

        /// <summary>Everything between two places, chunk by chunk.</summary>
        public async Task SendAsync(Guid upload, byte[] bytes, int from, int to)
        {
            for (var at = from; at < to; at += Chunk) Assert.Equal(HttpStatusCode.OK, (await ChunkAsync(upload, at, bytes[at..Math.Min(at + Chunk, to)])).Status);
        }

        public async Task<JsonElement> FinishAsync(Guid upload) => (await PostAsync($"/{upload}/finish", null)).Told;

        public Task DropAsync(Guid upload) => PostAsync($"/{upload}/drop", null);

        public async Task<IReadOnlyList<JsonElement>> ListAsync()
        {
            using var answer = await Visit.FetchAsync($"/entries/{Entry}/uploads");
            return [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("uploads").EnumerateArray()];
        }

        private async Task<(HttpStatusCode Status, JsonElement Told)> PostAsync(string path, HttpContent? content)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/entries/{Entry}/uploads{path}") { Content = content };
            request.Headers.Add("RequestVerificationToken", Token);
            using var answer = await Visit.SendAsync(request);
            return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
        }
    }
}
