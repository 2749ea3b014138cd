using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Templates;

namespace PreventionAward.Web.Tests.Support;

/// <summary>A competition at a stage, with its cast, two entries and everything that lies behind it on record.</summary>
internal sealed class Scene
{
    /// <summary>Every text of the entry of team North begins with it.</summary>
    public const string NorthMarker = "Revontulimerkki";

    public const string SouthMarker = "Eteläntuuli";

    public static readonly DateTimeOffset Closed = new(2027, 4, 30, 13, 15, 0, TimeSpan.Zero);

    public static readonly TemplateStore Templates = new(Path.Combine(SourceTree.Root, "templates"));

    private Scene(Stage stage, string name, string suffix, IReadOnlyList<SubmittedFile> files)
    {
        Cast = new(suffix);
        var plan = new CompetitionPlan(
            Three("Kilpailu", "Tävlingen", "Competition"), new(Three("Teema", "Tema", "Theme"), Three("Kuvaus", "Beskrivning", "Description"), LocalizedText.Empty, LocalizedText.Empty),
            Authority.Empty with { Name = Three("Viranomainen", "Myndigheten", "Authority"), ContactName = Three("Sihteeri", "Sekreteraren", "Secretary"), ContactMail = "contact@example.fi" },
            new(stage <= Stage.Open ? Closed.AddDays(60) : Closed), Templates.EntryForm, Templates.Criteria, TieRule.Default, Three("Asetettu", "Tillsatt", "Appointed"))
        { Appeal = Three("Vahvistettu lausuma", "Bekräftad uppgift", "Confirmed words") };
        Competition = Competition.Restore(new(Guid.CreateVersion7()), name, Provenance.Real, plan, stage, Milestones(stage), null);
        North = Entry(Cast.North, 1, NorthMarker, Language.Swedish, files);
        South = Entry(Cast.South, 2, SouthMarker, Language.Finnish, []);
    }

    public Cast Cast { get; }

    public Competition Competition { get; }

    /// <summary>From it juror 4 is recused, juror 3 is in doubt.</summary>
    public Entry North { get; }

    public Entry South { get; }

    public string Name => Competition.Name;

    /// <summary>Puts the scene into the database of the application.</summary>
    /// <param name="suffix">Ends the mail addresses of the cast, where several scenes play in one database.</param>
    /// <param name="files">What team North submitted with its entry; the attachments themselves are put in by <paramref name="change"/>.</param>
    public static async Task<Scene> PlayAsync(AwardApp app, Stage stage, Action<Scene, AwardDb>? change = null, string name = "year", string suffix = "", IReadOnlyList<SubmittedFile>? files = null)
    {
        var scene = new Scene(stage, name, suffix, files ?? []);
        await using var db = app.Db();
        db.AddRange(scene.Cast.All);
        db.Add(scene.Competition);
        db.AddRange(scene.Cast.Jury.Select(scene.Member));
        db.AddRange(scene.North, scene.South);
        if (stage >= Stage.Scoring) db.AddRange(scene.Declarations());
        if (stage >= Stage.Deliberation) db.AddRange(scene.Sheets());
        if (stage >= Stage.Decided) db.Add(scene.Decision(Language.Finnish, Language.Swedish));
        change?.Invoke(scene, db);
        Assert.Null(await db.CommitAsync());
        return scene;
    }

    /// <summary>The entry of team South has won; every section is written in these languages, read over and approved.</summary>
    public Decision Decision(params Language[] languages)
    {
        var texts = new[] { DecisionSection.Grounds, DecisionSection.Assessment(North.Id), DecisionSection.Remarks }.Concat(Competition.Criteria.Select(c => DecisionSection.Criterion(c.Key)))
            .Select(section => KeyValuePair.Create(section, languages.Aggregate(LocalizedText.Empty, (text, language) => text.With(language, $"{section} ({language})"))));
        var decision = Domain.Decisions.Decision.Restore(Competition.Id, new(South.Id, [], ""), texts, Cast.Chair.Id, Closed.AddDays(9), Cast.Chair.Id, Closed.AddDays(10));
        foreach (var language in languages) decision.CheckLanguage(DecisionScope.Of(Competition, [North.Id, South.Id]), language, Cast.Secretary.Id, Closed.AddDays(10));
        return decision;
    }

    public static LocalizedText Three(string fi, string sv, string en) => new(fi, sv, en);

    private Entry Entry(Account owner, int number, string marker, Language language, IReadOnlyList<SubmittedFile> files)
    {
        var id = new EntryId(Guid.CreateVersion7());
        var answers = FilledForm.Of(Competition.Form, marker);
        var submitted = Closed.AddHours(-number);
        return Domain.Entries.Entry.Restore(new(
            id, Competition.Id, number, language, Competition.Stage is >= Stage.Scoring and < Stage.Cancelled ? EntryStatus.Eligible : EntryStatus.Submitted,
            answers, submitted, null, Competition.Stage >= Stage.Scoring ? Closed.AddDays(1) : null,
            [new(id, 1, answers, language, files, answers.Digest(files), owner.Id, submitted)], [new(id, owner.Id, TeamRole.Owner)]));
    }

    private JuryMember Member(Account account, int place) => new()
    {
        CompetitionId = Competition.Id,
        PersonId = account.Id,
        Role = account == Cast.Chair ? SeatRole.Chair : SeatRole.Member,
        Name = account.Name,
        AcknowledgedAt = Closed.AddDays(1),
        Place = place + 1,
    };

    private IEnumerable<Declaration> Declarations()
    {
        foreach (var juror in new[] { Cast.Chair, Cast.Clear, Cast.InDoubt, Cast.Recused })
        {
            yield return Declared(South, juror, InterestAnswer.None);
            yield return juror == Cast.InDoubt ? Declared(North, juror, InterestAnswer.Unsure)
                : juror == Cast.Recused ? Declared(North, juror, InterestAnswer.Ground)
                : Declared(North, juror, InterestAnswer.None);
        }
    }

    private Declaration Declared(Entry entry, Account juror, InterestAnswer answer) => Declaration.Restore(
        Competition.Id, entry.Id, juror.Id, answer, answer == InterestAnswer.Ground ? RecusalGround.Employment : null, "", Closed.AddDays(2), null, null, null);

    private IEnumerable<ScoreSheet> Sheets() =>
        from juror in new[] { Cast.Chair, Cast.Clear }
        from entry in new[] { North, South }
        let points = entry == South ? 4 : 3
        select ScoreSheet.Restore(
            Competition.Id, entry.Id, juror.Id, Competition.Criteria.Select(c => KeyValuePair.Create(c.Key, new Mark(points, "Pistesana"))), Closed.AddDays(3), Closed.AddDays(4));

    private static IEnumerable<Milestone> Milestones(Stage stage) => new[]
    {
        (Stage.Open, MilestoneKind.Opened, -60), (Stage.Closed, MilestoneKind.Closed, 0), (Stage.Screening, MilestoneKind.EntriesOpened, 0),
        (Stage.Scoring, MilestoneKind.ScoringOpened, 1), (Stage.Deliberation, MilestoneKind.ScoringClosed, 5), (Stage.Decided, MilestoneKind.Decided, 9),
        (Stage.Published, MilestoneKind.Published, 11),
    }.Where(m => stage == Stage.Cancelled ? m.Item1 == Stage.Open : m.Item1 <= stage).Select(m => new Milestone(m.Item2, Closed.AddDays(m.Item3)));
}
