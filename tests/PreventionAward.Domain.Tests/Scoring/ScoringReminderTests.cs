using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class ScoringReminderTests
{
    private static readonly DateTimeOffset Due = new(2027, 9, 10, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-73, null)]
    [InlineData(-72, ScoringReminderKind.ThreeDays)]
    [InlineData(-25, ScoringReminderKind.ThreeDays)]
    [InlineData(-24, ScoringReminderKind.OneDay)]
    [InlineData(-1, ScoringReminderKind.OneDay)]
    [InlineData(0, null)]
    public void Three_days_and_one_day_before_sheets_are_due(int hours, ScoringReminderKind? kind) =>
        Assert.Equal(kind, ScoringReminder.DueIn(At(Stage.Scoring, Due.AddDays(-20)), Due.AddHours(hours)));

    [Fact]
    public void Not_where_scoring_opened_only_after_it_would_have_gone_out() =>
        Assert.Null(ScoringReminder.DueIn(At(Stage.Scoring, Due.AddDays(-2)), Due.AddDays(-2)));

    [Fact]
    public void Not_once_scoring_is_closed() => Assert.Null(ScoringReminder.DueIn(At(Stage.Deliberation, Due.AddDays(-20)), Due.AddHours(-1)));

    private static Competition At(Stage stage, DateTimeOffset opened)
    {
        var empty = new Competition(new(Guid.NewGuid()), "year", Provenance.Real).Plan;
        return Competition.Restore(new(Guid.NewGuid()), "year", Provenance.Real, empty with { Timetable = new(ScoringDue: Due) }, stage, [new(MilestoneKind.ScoringOpened, opened)], null);
    }
}
