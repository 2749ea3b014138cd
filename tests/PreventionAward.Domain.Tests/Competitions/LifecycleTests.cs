using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class LifecycleTests
{
    /// <summary>A record with which every guard is content.</summary>
    private static readonly Standing Ready = new(Eligible: 2, Jurors: 3, HasChair: true, SheetsHandedIn: 0, DecisionRecorded: true, DecisionApproved: true);

    [Fact]
    public void A_move_that_is_not_in_the_table_is_refused_and_changes_nothing()
    {
        foreach (var from in Enum.GetValues<Stage>())
            foreach (var to in Enum.GetValues<Stage>().Where(to => !Lifecycle.Moves.Contains((from, to))))
            {
                var competition = An.Competition(from);

                Assert.Equal("competitions.no-such-move", competition.Advance(to, Ready, An.ClosingTime)?.Code);
                Assert.Equal(from, competition.Stage);
                Assert.Empty(competition.Milestones);
            }
    }

    [Fact]
    public void The_year_goes_from_draft_to_archive_and_each_step_is_dated()
    {
        var competition = An.Competition(Stage.Draft);
        Assert.Null(competition.Advance(Stage.Open, Ready, An.Spring));

        var at = An.ClosingTime;
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage is > Stage.Open and < Stage.Cancelled))
            Assert.Null(competition.Advance(stage, Ready, at = at.AddDays(1)));

        Assert.Equal(Stage.Archived, competition.Stage);
        Assert.Equal(
            [
                MilestoneKind.Opened, MilestoneKind.Closed, MilestoneKind.EntriesOpened, MilestoneKind.ScoringOpened,
                MilestoneKind.ScoringClosed, MilestoneKind.Decided, MilestoneKind.Published, MilestoneKind.Archived,
            ],
            competition.Milestones.Select(m => m.Kind));
        Assert.Equal(An.Spring, competition.At(MilestoneKind.Opened));
        Assert.Equal(at, competition.At(MilestoneKind.Archived));
    }

    [Fact]
    public void Entries_stay_open_until_the_closing_instant()
    {
        var competition = An.Competition(Stage.Open);

        Assert.Equal("entries.still-open", competition.Advance(Stage.Closed, Ready, An.ClosingTime.AddTicks(-1))?.Code);
        Assert.Null(competition.Advance(Stage.Closed, Ready, An.ClosingTime));
    }

    [Theory]
    [InlineData(Stage.Screening, Stage.Scoring, "screening.not-finished")]
    [InlineData(Stage.Scoring, Stage.Deliberation, "scoring.sheets-missing")]
    [InlineData(Stage.Scoring, Stage.Screening, "scoring.already-handed-in")]
    [InlineData(Stage.Deliberation, Stage.Decided, "decisions.not-recorded")]
    [InlineData(Stage.Decided, Stage.Published, "decisions.texts-missing")]
    public void Each_guard_says_what_is_missing(Stage from, Stage to, string why)
    {
        var nothing = new Standing(Unscreened: 1, SheetsHandedIn: 1, SheetsMissing: 4, TextsMissing: 2);
        var competition = An.Competition(from);

        Assert.Equal(why, competition.Advance(to, nothing, An.ClosingTime)?.Code);
        Assert.Equal(from, competition.Stage);
    }

    [Fact]
    public void Scoring_needs_an_eligible_entry_and_a_chair()
    {
        var competition = An.Competition(Stage.Screening);

        Assert.Equal("screening.none-eligible", competition.Advance(Stage.Scoring, Ready with { Eligible = 0 }, An.ClosingTime)?.Code);
        Assert.Equal("jury.no-chair", competition.Advance(Stage.Scoring, Ready with { HasChair = false }, An.ClosingTime)?.Code);
    }

    [Fact]
    public void The_chair_may_close_scoring_knowingly_without_the_missing_sheets() =>
        Assert.Null(An.Competition(Stage.Scoring).Advance(Stage.Deliberation, Ready with { SheetsMissing = 3, MissingAccepted = true }, An.ClosingTime));

    [Fact]
    public void An_approved_decision_is_neither_returned_to_the_table_nor_published_before_it_is_approved()
    {
        Assert.Equal("decisions.already-approved", An.Competition(Stage.Decided).Advance(Stage.Deliberation, Ready, An.ClosingTime)?.Code);
        Assert.Equal("decisions.not-approved", An.Competition(Stage.Decided).Advance(Stage.Published, Ready with { DecisionApproved = false }, An.ClosingTime)?.Code);
    }

    [Fact]
    public void A_call_says_everything_it_lacks_before_it_can_open()
    {
        var bare = new Competition(new(Guid.NewGuid()), "bare", Provenance.Real);

        var missing = Lifecycle.MissingToOpen(bare, An.Spring).Select(refusal => refusal.Code);

        Assert.Equal(["competitions.theme-not-in-both-languages", "competitions.no-deadline", "criteria.weights-not-100", "competitions.no-form"], missing);
    }

    [Fact]
    public void A_call_does_not_open_with_a_theme_in_one_national_language_or_a_deadline_that_has_passed()
    {
        var plan = An.Plan();
        var finnishOnly = plan with { Theme = plan.Theme with { Title = new("Teema") } };
        var scopedInFinnish = plan with { Theme = plan.Theme with { InScope = new("Asukastoiminta") } };

        Assert.Equal("competitions.theme-not-in-both-languages", An.Competition(Stage.Draft, finnishOnly).Advance(Stage.Open, Ready, An.Spring)?.Code);
        Assert.Equal("competitions.theme-not-in-both-languages", An.Competition(Stage.Draft, scopedInFinnish).Advance(Stage.Open, Ready, An.Spring)?.Code);
        Assert.Equal("competitions.deadline-passed", An.Competition(Stage.Draft).Advance(Stage.Open, Ready, An.ClosingTime)?.Code);
    }

    [Fact]
    public void What_the_call_promises_is_frozen_when_it_opens()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var competition = An.Competition(stage);
            var refusal = competition.SetUp(An.Plan(An.ClosingTime.AddDays(1)));

            Assert.Equal(stage == Stage.Draft ? null : "competitions.frozen", refusal?.Code);
            Assert.Equal(stage == Stage.Draft ? An.ClosingTime.AddDays(1) : An.ClosingTime, competition.Timetable.ClosesAt);
        }
    }

    [Fact]
    public void Neither_the_call_nor_the_decision_goes_out_with_a_fact_in_one_national_language_only()
    {
        var lacking = new Refusal("jury.organisation-lacks-language", "Juror 1", Language.Swedish);

        Assert.Equal(lacking.Code, An.Competition(Stage.Draft).Advance(Stage.Open, Ready with { FactsMissing = lacking }, An.Spring)?.Code);
        Assert.Equal(lacking.Code, An.Competition(Stage.Decided).Advance(Stage.Published, Ready with { FactsMissing = lacking }, An.Spring)?.Code);
    }
}
