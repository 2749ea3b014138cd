using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>What is secret in an entry, and what the jury does not see of it.</summary>
public sealed class MarksJourney : IAsyncLifetime
{
    private static readonly byte[] Pdf = "%PDF-1.7 a plan"u8.ToArray();
    private readonly AttachmentId plan = new(Guid.NewGuid());
    private readonly AttachmentId poster = new(Guid.NewGuid());

    private AwardApp app = null!;
    private Scene scene = null!;

    private string Entry => $"/entries/{scene.North.Id.Value}";

    private string Staff => $"/staff/year/entries/{scene.North.Id.Value}";

    private string Jury => $"/jury/year/entries/{scene.North.Id.Value}";

    public async Task InitializeAsync() => app = await AwardApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_team_marks_answers_and_files_and_they_count_once_submitted()
    {
        await PlayAsync(Stage.Open, submittedFiles: false);
        var team = app.VisitAs(scene.Cast.North);
        await team.GoAsync(Entry + "/marks");
        Assert.Null(team.Page.QuerySelector("[name=secret-title]"));

        await team.SubmitAsync("marks", ("secret-costs", "20"), ($"secret-{plan.Value}", "5"), ($"not-judged-{poster.Value}", "yes"));
        Assert.Contains("tallennettu", team.Words, StringComparison.Ordinal);
        await team.GoAsync(Entry + "/check");
        Assert.Contains("JulkL 24 § 1 mom. 20 k.", team.Words, StringComparison.Ordinal);
        await team.SubmitAsync("submit");

        await using var db = app.Db();
        var version = (await db.Entries.Include(e => e.Versions).FirstAsync(e => e.Id == scene.North.Id)).Submitted!;
        Assert.Equal((2, SecrecyGround.TradeSecret), (version.Version, version.Answers.SecretOf("costs")));
        Assert.Equal((SecrecyGround.PoliceMethods, false), Marks(version, plan));
        Assert.Equal((null, true), Marks(version, poster));
        Assert.Equal(version.Answers.Digest(version.Files), version.Sha256);
        Assert.Equal(2, await db.Set<AuditLine>().CountAsync(line => line.Action == "file-marked"));
    }

    [Fact]
    public async Task A_mark_changed_by_somebody_else_meanwhile_is_not_overwritten()
    {
        await PlayAsync(Stage.Open, submittedFiles: false);
        var (one, other) = (app.VisitAs(scene.Cast.North), app.VisitAs(scene.Cast.North));
        await one.GoAsync(Entry + "/marks");
        await other.GoAsync(Entry + "/marks");
        await one.SubmitAsync("marks", ("secret-costs", "20"));

        await other.SubmitAsync("marks", ("secret-costs", "7"), ("secret-description", "5"));

        Assert.NotEmpty(other.Refusal);
        await using var db = app.Db();
        var draft = (await db.Entries.FirstAsync(e => e.Id == scene.North.Id)).Draft;
        Assert.Equal((SecrecyGround.TradeSecret, SecrecyGround.PoliceMethods), (draft.SecretOf("costs"), draft.SecretOf("description")));
    }

    [Fact]
    public async Task What_is_not_used_in_judging_is_neither_shown_nor_given_to_the_jury()
    {
        await PlayAsync(Stage.Scoring);
        var juror = app.VisitAs(scene.Cast.Clear);
        await juror.GoAsync(Jury);

        Assert.Contains("plan.pdf", juror.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("poster.pdf", juror.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(juror, plan));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(juror, poster));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.VisitAs(scene.Cast.North), poster));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app.VisitAs(scene.Cast.Secretary), poster));
    }

    [Fact]
    public async Task Staff_decide_on_marks_at_screening_and_what_was_submitted_stays()
    {
        await PlayAsync(Stage.Screening);
        var before = scene.North.Submitted!;
        var secretary = app.VisitAs(scene.Cast.Secretary);
        await secretary.GoAsync(Staff + "/marks");
        Assert.Contains("Hakijan merkintä: Ei käytetä arvioinnissa", secretary.Words, StringComparison.Ordinal);

        await secretary.SubmitAsync("marks", ("secret-costs", "20"), ($"not-judged-{poster.Value}", null), ($"not-judged-{plan.Value}", "yes"));

        await secretary.GoAsync(Staff);
        Assert.Contains("Salassa pidettävä: Liikesalaisuus", secretary.Words, StringComparison.Ordinal);
        await using var db = app.Db();
        var entry = await db.Entries.Include(e => e.Versions).FirstAsync(e => e.Id == scene.North.Id);
        Assert.Equal([poster], entry.JudgedFiles.Select(f => f.Id));
        Assert.Equal((before.Answers, before.Sha256), (entry.Submitted!.Answers, entry.Submitted.Sha256));
        Assert.Equal(3, await db.Set<AuditLine>().CountAsync(line => line.Action == "mark-ruled"));
    }

    [Theory]
    [InlineData(Stage.Closed)]
    [InlineData(Stage.Scoring)]
    public async Task Staff_decide_on_marks_at_no_other_stage(Stage stage)
    {
        await PlayAsync(stage);
        var secretary = app.VisitAs(scene.Cast.Secretary);

        await secretary.GoAsync(Staff + "/marks");

        Assert.Equal(HttpStatusCode.NotFound, secretary.Status);
    }

    [Fact]
    public async Task Nobody_marks_another_teams_entry()
    {
        await PlayAsync(Stage.Open);
        foreach (var page in new[] { "/marks", "/translations", "/translations/fi", "/entry.pdf" })
        {
            var stranger = app.VisitAs(scene.Cast.South);
            await stranger.GoAsync(Entry + page);
            Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        }
    }

    private static (SecrecyGround?, bool) Marks(SubmittedVersion version, AttachmentId file) => version.Files.First(f => f.Id == file) is var f ? (f.Secret, f.NotJudged) : default;

    private async Task<HttpStatusCode> StatusAsync(Visit visit, AttachmentId file)
    {
        using var answer = await visit.FetchAsync($"{Entry}/files/{file.Value}");
        return answer.StatusCode;
    }

    private async Task PlayAsync(Stage stage, bool submittedFiles = true)
    {
        SubmittedFile[] files = [Attached(default, plan, "plan.pdf", false).AsSubmitted(), Attached(default, poster, "poster.pdf", true).AsSubmitted()];
        scene = await Scene.PlayAsync(app, stage, (it, db) =>
        {
            db.AddRange(Attached(it.North.Id, plan, "plan.pdf", false), Attached(it.North.Id, poster, "poster.pdf", submittedFiles));
            db.AddRange(new AttachmentContent(plan, Bytes(plan)), new AttachmentContent(poster, Bytes(poster)));
        }, files: submittedFiles ? files : []);
    }

    private static byte[] Bytes(AttachmentId id) => [.. Pdf, .. id.Value.ToByteArray()];

    private static Attachment Attached(EntryId entry, AttachmentId id, string name, bool notJudged) => new()
    {
        Id = id,
        EntryId = entry,
        Name = name,
        ContentType = "application/pdf",
        Size = Bytes(id).Length,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes(id))),
        AddedAt = Scene.Closed.AddDays(-2),
        NotJudged = notJudged,
    };
}
