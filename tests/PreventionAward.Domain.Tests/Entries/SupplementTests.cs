using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class SupplementTests
{
    private static readonly DateTimeOffset Asked = An.ClosingTime.AddDays(1);
    private static readonly DateTimeOffset Until = An.ClosingTime.AddDays(8);
    private static readonly PersonId Secretary = An.Person();
    private static readonly PersonId Applicant = An.Person();
    private readonly Competition competition = An.Competition(Stage.Screening, Plan());
    private readonly Guid id = Guid.NewGuid();
    private readonly Entry entry;

    public SupplementTests()
    {
        entry = An.Entry(competition, Applicant);
        entry.Save(An.Answers(("title", "A project"), ("remark", "Old"), ("partners.1.name", "One"), ("partners.2.name", "Two")), Language.Finnish, An.Spring);
        entry.Submit(An.Competition(Stage.Open, Plan()), [An.File("plan.pdf")], Applicant, 4, An.Spring);
    }

    [Fact]
    public void A_supplement_is_a_new_version_in_which_only_what_was_asked_for_differs()
    {
        Assert.Null(Ask("remark", "partners"));
        var request = entry.OpenSupplement(Asked)!;
        Assert.Equal(An.Answers(("remark", "Old"), ("partners.1.name", "One"), ("partners.2.name", "Two")), request.Draft);
        Assert.Null(request.Save(An.Answers(("remark", "New"), ("partners.2.name", "Two"), ("partners.3.name", "Three")), Asked));

        var report = An.File("report.pdf");
        Assert.Null(entry.HandInSupplement(competition, id, [report], Applicant, Until.AddTicks(-1)));

        var (before, after) = (entry.Versions[0], entry.Submitted!);
        Assert.Equal((2, id, 2, Until.AddTicks(-1)), (after.Version, after.Supplement, request.Version, request.HandedInAt));
        Assert.Equal(["partners.1.name", "partners.3.name", "remark"], after.Answers.DifferencesFrom(before.Answers));
        Assert.Equal([.. before.Files, report], after.Files);
        Assert.Equal(after.Answers.Digest(after.Files), after.Sha256);
        Assert.Equal("Old", before.Answers["remark"]);
        Assert.Null(entry.OpenSupplement(Asked));
    }

    [Fact]
    public void A_supplement_does_not_move_the_time_at_which_the_entry_arrived()
    {
        Ask("remark");
        entry.OpenSupplement(Asked)!.Save(An.Answers(("remark", "New")), Asked);
        Assert.Null(entry.HandInSupplement(competition, id, [], Applicant, Asked));

        Assert.Equal((1, An.Spring, 2), (entry.Arrived!.Version, entry.Arrived.At, entry.Submitted!.Version));
        Assert.Equal(entry.Arrived, entry.ArrivalOf(entry.Versions[0]));
        var steps = EntryJourney.Of(entry, competition);
        Assert.Equal(An.Spring, steps.Single(s => s.Point == JourneyPoint.Received).At);
        Assert.Equal(Asked, steps.Single(s => s.Point == JourneyPoint.Supplemented).At);
    }

    [Fact]
    public void An_answer_that_was_not_asked_for_is_refused_and_a_draft_that_went_on_does_not_slip_in()
    {
        entry.Save(entry.Draft.With([new("title", "Smuggled")]), Language.Finnish, Asked);
        Ask("remark");
        var request = entry.OpenSupplement(Asked)!;

        Assert.Equal("supplements.not-asked", request.Save(An.Answers(("remark", "New"), ("title", "Smuggled")), Asked)?.Code);
        Assert.Null(request.Save(An.Answers(("remark", "New")), Asked));
        Assert.Null(entry.HandInSupplement(competition, id, [], Applicant, Asked));

        Assert.Equal(("A project", "New"), (entry.Content["title"], entry.Content["remark"]));
        Assert.Equal(("Smuggled", "New"), (entry.Draft["title"], entry.Draft["remark"]));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "supplements.closed")]
    [InlineData(1, "supplements.closed")]
    public void It_is_open_to_the_last_millisecond_and_not_longer(int milliseconds, string? why)
    {
        Ask("remark");
        entry.OpenSupplement(Asked)!.Save(An.Answers(("remark", "New")), Asked);
        var at = Until.AddMilliseconds(milliseconds);

        Assert.Equal(why, entry.Supplements[0].Save(An.Answers(("remark", "Newer")), at)?.Code);
        Assert.Equal(why, entry.HandInSupplement(competition, id, [], Applicant, at)?.Code);
        Assert.Equal(why is null ? 2 : 1, entry.Versions.Count);
    }

    [Fact]
    public void Handed_in_twice_is_handed_in_once()
    {
        Ask("remark");
        entry.OpenSupplement(Asked)!.Save(An.Answers(("remark", "New")), Asked);

        Assert.Null(entry.HandInSupplement(competition, id, [], Applicant, Asked));
        Assert.Null(entry.HandInSupplement(competition, id, [], Applicant, Until.AddDays(1)));

        Assert.Equal(2, entry.Versions.Count);
        Assert.Equal("supplements.closed", entry.Supplements[0].Save(An.Answers(("remark", "Newer")), Asked)?.Code);
    }

    [Fact]
    public void Nothing_new_and_something_missing_are_refused()
    {
        Ask("title");
        Assert.Equal("supplements.nothing-changed", entry.HandInSupplement(competition, id, [], Applicant, Asked)?.Code);

        entry.OpenSupplement(Asked)!.Save(Answers.None, Asked);

        Assert.Equal("supplements.incomplete", entry.HandInSupplement(competition, id, [], Applicant, Asked)?.Code);
    }

    [Fact]
    public void A_supplemented_entry_is_screened_anew()
    {
        entry.Screen(competition, false, "No remark", Asked);
        Ask("remark");
        entry.OpenSupplement(Asked)!.Save(An.Answers(("remark", "New")), Asked);

        entry.HandInSupplement(competition, id, [], Applicant, Asked);

        Assert.Equal((EntryStatus.Submitted, null, null), (entry.Status, entry.IneligibleReason, entry.ScreenedAt));
    }

    [Fact]
    public void A_request_names_questions_gives_a_reason_and_time_and_is_the_only_one()
    {
        Assert.Equal("supplements.choose-questions", Ask()?.Code);
        Assert.Equal("supplements.choose-questions", Ask("remark", "unknown")?.Code);
        Assert.Equal("supplements.message-missing", entry.AskSupplement(competition, id, ["remark"], " ", Until, Secretary, Asked)?.Code);
        Assert.Equal("supplements.passed", entry.AskSupplement(competition, id, ["remark"], "Why?", Asked, Secretary, Asked)?.Code);
        Assert.Null(Ask("remark"));
        Assert.Equal("supplements.one-open", Ask("title")?.Code);

        Assert.Null(entry.Supplements[0].Withdraw(Asked));

        Assert.Null(Ask("title"));
    }

    [Fact]
    public void Only_during_screening_and_only_of_a_submitted_entry()
    {
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.Screening))
            Assert.Equal("supplements.not-now", entry.AskSupplement(An.Competition(stage, Plan()), id, ["remark"], "Why?", Until, Secretary, Asked)?.Code);
        Assert.Equal("screening.not-submitted", An.Entry(competition).AskSupplement(competition, id, ["remark"], "Why?", Until, Secretary, Asked)?.Code);

        Ask("remark");
        entry.OpenSupplement(Asked)!.Save(An.Answers(("remark", "New")), Asked);
        Assert.Equal("supplements.closed", entry.HandInSupplement(An.Competition(Stage.Scoring, Plan()), id, [], Applicant, Asked)?.Code);
    }

    [Fact]
    public void What_hangs_on_a_question_is_opened_with_it()
    {
        Ask("kind");

        Assert.Equal(["kind", "kindDetails"], entry.Supplements[0].Fields);
    }

    [Fact]
    public void Scoring_waits_for_a_supplement_until_its_time_is_over()
    {
        var standing = new Standing(Eligible: 1, Jurors: 1, HasChair: true, SupplementsUntil: Until);

        Assert.Equal("supplements.still-open", competition.Advance(Stage.Scoring, standing, Until.AddTicks(-1))?.Code);
        Assert.Null(competition.Advance(Stage.Scoring, standing, Until));
    }

    private Refusal? Ask(params string[] fields) => entry.AskSupplement(competition, id, fields, "What else?", Until, Secretary, Asked);

    private static CompetitionPlan Plan() => An.Plan() with
    {
        Form = new("1", LocalizedText.Empty,
        [
            new("first", An.Text("First"),
            [
                .. An.Form.Fields,
                new("partners", FieldKind.Rows, An.Text("Partners"), Fields: [new("name", FieldKind.Line, An.Text("Name"))]),
                new("kind", FieldKind.Choice, An.Text("Kind"), Options: [new("a", An.Text("A")), new("b", An.Text("B"))]),
                new("kindDetails", FieldKind.Line, An.Text("Details"), Required: true, ShowWhen: new("kind", ["b"])),
            ]),
        ]),
    };
}
