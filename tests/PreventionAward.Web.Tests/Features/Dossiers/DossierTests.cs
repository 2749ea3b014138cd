using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Questions;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Features.Dossiers;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Features.Dossiers;

public sealed class DossierTests : IDisposable
{
    private static readonly byte[] Attached = "%PDF-1.7 an attachment"u8.ToArray();
    private static readonly byte[] Published = "%PDF-1.7 a decision"u8.ToArray();
    private static readonly byte[] Corrected = "%PDF-1.7 a corrected decision"u8.ToArray();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("award-dossier-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_dossier_that_went_out_came_in_and_went_out_again_is_the_same_byte_for_byte()
    {
        await using var here = await AwardApp.StartAsync();
        await Scene.PlayAsync(here, Stage.Published, WithFiles);
        await using var there = await AwardApp.StartAsync(demo: false);

        Assert.Null(await ExportAsync(here, "out"));
        Assert.Empty(await ImportAsync(there, "out"));
        Assert.Null(await ExportAsync(there, "again"));

        var first = Files("out");
        Assert.Equal(first, Files("again"));
        Assert.Superset(new HashSet<string> { "competition.json", "entries.csv", "scores.csv", "ranking.csv", "SHA256SUMS" }, first.Keys.ToHashSet());
        Assert.Contains(Convert.ToHexString(Attached), first.Values);
        Assert.Contains(Convert.ToHexString(Published), first.Values);
        Assert.Contains(Convert.ToHexString(Corrected), first.Values);
    }

    [Fact]
    public async Task Every_demo_competition_survives_the_journey()
    {
        await using var here = await AwardApp.StartAsync();
        await using var there = await AwardApp.StartAsync(demo: false);
        Assert.Empty(await here.InScopeAsync(services => services.GetRequiredService<LoadDemo>().RunAsync()));

        await using var db = here.Db();
        foreach (var name in await db.Competitions.Select(c => c.Name).ToListAsync())
        {
            Assert.Null(await ExportAsync(here, $"{name}-out", name));
            Assert.Equal([], (await ImportAsync(there, $"{name}-out")).Select(fault => $"{name}: {fault}"));
            Assert.Null(await ExportAsync(there, $"{name}-again", name));
            Assert.Equal(Files($"{name}-out"), Files($"{name}-again"));
        }
    }

    [Theory]
    [InlineData("$.stage", "\"scored\"")]
    [InlineData("$.entries[1].language", "\"de\"")]
    [InlineData("$.entries[0].team[0].mail", "\"nobody@example.fi\"")]
    [InlineData("$.entries[0].versions[0].sha256", "\"00\"")]
    [InlineData("$.entries[0].sheets[0].marks.C1.points", "9")]
    [InlineData("$.decision.winner", "\"00000000-0000-0000-0000-000000000001\"")]
    [InlineData("$.name", "\"../name\"")]
    public async Task A_wrong_field_is_named_by_its_path_and_nothing_is_changed(string path, string value)
    {
        await using var app = await AwardApp.StartAsync();
        await Scene.PlayAsync(app, Stage.Decided);
        await ExportAsync(app, "out");
        Spoil(path, JsonNode.Parse(value)!);
        await using var empty = await AwardApp.StartAsync(demo: false);

        var faults = await ImportAsync(empty, "out");

        Assert.Equal(path, Assert.Single(faults).Path);
        await using var db = empty.Db();
        Assert.False(await db.Competitions.AnyAsync() || await db.Accounts.AnyAsync() || await db.Entries.AnyAsync());
    }

    [Fact]
    public async Task A_missing_file_is_a_fault_of_the_dossier()
    {
        await using var app = await AwardApp.StartAsync();
        await Scene.PlayAsync(app, Stage.Published, WithFiles);
        await ExportAsync(app, "out");
        File.Delete(Directory.EnumerateFiles(Where("out"), "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First());
        await using var empty = await AwardApp.StartAsync(demo: false);

        Assert.EndsWith(".file", Assert.Single(await ImportAsync(empty, "out")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_competition_that_is_here_already_is_not_taken_in_twice()
    {
        await using var app = await AwardApp.StartAsync();
        await Scene.PlayAsync(app, Stage.Open);
        await ExportAsync(app, "out");

        Assert.Equal("$.name", Assert.Single(await ImportAsync(app, "out")).Path);
    }

    [Fact]
    public void The_schema_in_the_repository_describes_what_is_read() =>
        Assert.Equal(DossierJson.Schema(), File.ReadAllText(Path.Combine(SourceTree.Root, "templates", "schema", "competition.schema.json")));

    private static void WithFiles(Scene scene, Web.Database.AwardDb db)
    {
        var file = new AttachmentId(Guid.NewGuid());
        db.Add(new Attachment
        {
            Id = file,
            EntryId = scene.North.Id,
            Name = "liite ä.pdf",
            ContentType = "application/pdf",
            Size = Attached.Length,
            Sha256 = DossierFiles.Sha256(Attached),
            AddedAt = Scene.Closed.AddDays(-1),
            Scan = ScanState.Clean,
            ScannedAt = Scene.Closed.AddDays(-1),
            Secret = SecrecyGround.TradeSecret,
            NotJudged = true,
        });
        db.Add(new AttachmentContent(file, Attached));
        db.Add(new Attachment
        {
            Id = new(Guid.NewGuid()),
            EntryId = scene.North.Id,
            Name = "bad.pdf",
            ContentType = "application/pdf",
            Size = 9,
            Sha256 = new('b', 64),
            AddedAt = Scene.Closed.AddDays(-2),
            RemovedAt = Scene.Closed.AddDays(-1),
            Scan = ScanState.Infected,
            Found = "Award.Test.Marker",
        });
        Assert.Null(scene.North.Rule(scene.Competition.Form, new("costs", SecrecyGround.PoliceMethods, false, scene.Cast.Secretary.Id, Scene.Closed.AddDays(1))));
        Assert.Null(scene.North.Rule(scene.Competition.Form, new("theme", SecrecyGround.VictimOrSuspect, false, scene.Cast.Secretary.Id, Scene.Closed.AddDays(1))));
        Assert.Null(scene.North.Translate(scene.Competition.Form, new(Language.English, Answers.Of([new("title", "In English")]), scene.Cast.Secretary.Id, Scene.Closed.AddDays(1))));
        Assert.Null(scene.North.Translate(scene.Competition.Form, new(Language.Finnish, Answers.Of([new("title", "Suomeksi")]), scene.Cast.Secretary.Id, Scene.Closed.AddDays(1))));
        scene.North.Save(scene.North.Draft.With([new("costs@secret", "20"), new("title@fi", "Oma käännös")]), scene.North.Language, Scene.Closed.AddDays(-1));
        db.Add(new LateAttempt(Guid.NewGuid(), scene.South.Id, scene.Competition.Id, scene.South.Draft, scene.South.Draft.Digest([]), scene.Cast.South.Id, Scene.Closed));
        db.Add(CallQuestion.Restore(
            Guid.NewGuid(), scene.Competition.Id, "asker@example.fi", Language.Swedish, "Får en stad delta?", Scene.Closed.AddDays(-9), new("Kaupunki?", "En stad?"), new("Kyllä.", "Ja."), scene.Cast.Secretary.Id, Scene.Closed.AddDays(-8), null));
        db.Add(CallQuestion.Restore(Guid.NewGuid(), scene.Competition.Id, "asker@example.fi", Language.English, "?", Scene.Closed.AddDays(-7), LocalizedText.Empty, LocalizedText.Empty, null, null, Scene.Closed.AddDays(-6)));
        db.Entry(scene.North).Property(e => e.Endorsement).CurrentValue = new("Yhdistys", "endorser@example.org", Scene.Closed)
        {
            Answer = EndorsementAnswer.Declined,
            By = "Puheenjohtaja",
            AnsweredAt = Scene.Closed.AddHours(1),
            AcceptedWithout = "Hyväksytty puhelimitse",
        };
        db.Add(SupplementRequest.Restore(
            Guid.NewGuid(), scene.South.Id, ["summary"], "Mitä puuttuu?", Scene.Closed.AddDays(1), scene.Cast.Secretary.Id, Scene.Closed.AddHours(1),
            Answers.Of([new("summary", "Uusi")]), Scene.Closed.AddHours(2), 1, Scene.Closed.AddHours(3), null));
        db.Entry(scene.Competition).Property(c => c.Mandate).CurrentValue =
            new(new("Ministeriö", "Ministeriet"), new(2027, 5, 3), "VN/1/2027", new(2027, 5, 3), new(2027, 12, 31), new("Sihteeri", "Sekreterare"), Scene.Closed);
        var juror = db.ChangeTracker.Entries<JuryMember>().First(m => m.Entity.PersonId == scene.Cast.Clear.Id).Entity;
        juror.Expertise = new("Nuorisotyö", "Ungdomsarbete");
        db.Add(JuryChange.Of(juror, JuryChangeKind.RoleChanged, JuryChangeReason.Other, "Sovittu", false, scene.Cast.Secretary.Id, Scene.Closed.AddDays(2)));
        db.Add(new JuryChange(Guid.NewGuid(), scene.Competition.Id, scene.Cast.Publisher.Id, JuryChangeKind.Resigned, new("Entinen", "Tidigare"), SeatRole.ViceChair, JuryChangeReason.Personal, "", true, scene.Cast.Publisher.Id, Scene.Closed.AddDays(3)));
        db.Add(AMeeting.Of(scene));
        var decision = db.ChangeTracker.Entries<Decision>().First().Entity;
        var correction = Correction.Open(decision, 2, CorrectionKind.Clerical, "Luku oli väärin", scene.Cast.Secretary.Id, Scene.Closed.AddDays(12)).Correction!;
        var scope = DecisionScope.Of(scene.Competition, [scene.North.Id, scene.South.Id]);
        Assert.Null(correction.Write([new("grounds", Language.Finnish, "Korjattu."), new("grounds", Language.Swedish, "Rättat.")]));
        Assert.Null(correction.Describe(new(new("Luku", "Talet"), "Ei tarpeen", IsToDetriment: true, "Ei kohtuuton", new(null, null, true, DetrimentBasis.NotUnreasonable, null))));
        foreach (var language in new[] { Language.Finnish, Language.Swedish }) Assert.Null(correction.CheckLanguage(scope, language, scene.Cast.Clear.Id, Scene.Closed.AddDays(12)));
        Assert.Null(correction.Approve(scope, scene.Cast.Chair.Id, Scene.Closed.AddDays(13)));
        Assert.Null(correction.Publish(scope, scene.Cast.Publisher.Id, Scene.Closed.AddDays(14)));
        decision.Correct(correction);
        db.Add(correction);
        var next = Correction.Open(decision, 3, CorrectionKind.Fact, "Uusi selvitys", scene.Cast.Secretary.Id, Scene.Closed.AddDays(15)).Correction!;
        var anew = new DecidedAnew(DecidingWay.Writing, new(2027, 10, 5), [scene.Cast.Chair.Id, scene.Cast.Clear.Id]);
        Assert.Null(next.Describe(new(new("Selvitys", "Utredningen"), "Kuultu", IsToDetriment: true, "Suostui", new(FactError.Law, anew, false, DetrimentBasis.Consent, new(2027, 10, 4)) { NotHeard = NotHeardBecause.PurposeOrDelay })));
        db.Add(next);
        db.Add(new PublishedDocument(scene.Competition.Id, "decision", Language.Swedish, 2, Corrected, DossierFiles.Sha256(Corrected), Scene.Closed.AddDays(14)));
        db.Add(new PublishedDocument(scene.Competition.Id, "decision", Language.Swedish, 1, Published, DossierFiles.Sha256(Published), Scene.Closed.AddDays(11)));
    }

    private void Spoil(string path, JsonNode value)
    {
        var file = Path.Combine(Where("out"), DossierFiles.Main);
        var root = JsonNode.Parse(File.ReadAllText(file))!;
        var steps = path.Split('.')[1..];
        var node = steps[..^1].Aggregate(root, (at, step) => Of(at, step)!);
        node[steps[^1]] = value;
        File.WriteAllText(file, root.ToJsonString());

        static JsonNode? Of(JsonNode at, string step) => step.Split('[', ']') is [var name, var index, _] ? at[name]![int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)] : at[step];
    }

    private Task<string?> ExportAsync(AwardApp app, string to, string name = "year") =>
        app.InScopeAsync(services => services.GetRequiredService<ExportDossier>().RunAsync(name, Where(to)));

    private Task<IReadOnlyList<DossierFault>> ImportAsync(AwardApp app, string from) =>
        app.InScopeAsync(services => services.GetRequiredService<ImportDossier>().RunAsync(Where(from)));

    private SortedDictionary<string, string> Files(string name) => new(
        Directory.EnumerateFiles(Where(name), "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Where(name), file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private string Where(string name) => Path.Combine(folder.FullName, name);
}
