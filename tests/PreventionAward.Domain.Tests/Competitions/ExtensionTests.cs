using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class ExtensionTests
{
    private static readonly DateTimeOffset Later = An.ClosingTime.AddDays(2);
    private static readonly LocalizedText Reason = An.Text("A fault");

    [Fact]
    public void An_extension_moves_the_closing_time_for_everybody_and_is_kept_with_its_reason()
    {
        var competition = An.Competition(Stage.Open);

        Assert.Null(competition.Extend(Later, Reason, An.Spring));
        Assert.Null(competition.Extend(Later.AddHours(1), Reason, An.Spring.AddDays(1)));

        Assert.Equal([new(An.ClosingTime, Later, Reason, An.Spring), new(Later, Later.AddHours(1), Reason, An.Spring.AddDays(1))], competition.Timetable.Extensions!);
        Assert.True(competition.AcceptsEntries(Later));
        Assert.False(competition.AcceptsEntries(Later.AddHours(1)));
    }

    [Fact]
    public void After_the_old_deadline_a_call_that_is_still_open_takes_entries_again()
    {
        var competition = An.Competition(Stage.Open);
        var late = An.ClosingTime.AddHours(3);
        Assert.False(competition.AcceptsEntries(late));

        Assert.Null(competition.Extend(Later, Reason, late));

        Assert.True(competition.AcceptsEntries(late));
        Assert.Empty(competition.Milestones);
    }

    [Fact]
    public void A_closed_call_opens_again()
    {
        var competition = An.Competition(Stage.Closed);
        var late = An.ClosingTime.AddHours(3);

        Assert.Null(competition.Extend(Later, Reason, late));

        Assert.Equal(Stage.Open, competition.Stage);
        Assert.Equal([new(MilestoneKind.Reopened, late)], competition.Milestones);
    }

    [Fact]
    public void Once_entries_have_been_opened_or_before_the_call_there_is_nothing_to_extend()
    {
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage is not (Stage.Open or Stage.Closed)))
            Assert.Equal("extension.not-now", An.Competition(stage).Extend(Later, Reason, An.Spring)?.Code);
    }

    [Fact]
    public void The_new_time_is_later_than_the_old_and_still_to_come()
    {
        var competition = An.Competition(Stage.Open);

        Assert.Equal("extension.not-later", competition.Extend(An.ClosingTime, Reason, An.Spring)?.Code);
        Assert.Equal("extension.not-later", competition.Extend(An.ClosingTime.AddDays(-1), Reason, An.Spring)?.Code);
        Assert.Equal("extension.passed", competition.Extend(Later, Reason, Later)?.Code);
        Assert.Equal(An.ClosingTime, competition.Timetable.ClosesAt);
    }

    [Fact]
    public void The_reason_is_given_in_both_national_languages() =>
        Assert.Equal("extension.reason-missing", An.Competition(Stage.Open).Extend(Later, new("Vika", "", "A fault"), An.Spring)?.Code);

    [Fact]
    public void Without_an_extension_a_closed_call_does_not_open_again() =>
        Assert.Equal("competitions.deadline-passed", An.Competition(Stage.Closed).Advance(Stage.Open, new(), An.ClosingTime)?.Code);
}
