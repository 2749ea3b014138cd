using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class EntryTests
{
    [Theory]
    [InlineData("full", true)]
    [InlineData("summary", true)]
    [InlineData("none", false)]
    [InlineData("", false)]
    public void The_abstract_is_published_only_where_the_team_lets_it(string permission, bool isLet)
    {
        var entry = An.Entry(An.Competition(Stage.Open));
        entry.Save(An.Answers(("title", "A project"), ("publishPermission", permission)), Language.Finnish, An.Spring);

        Assert.Equal(isLet, entry.LetsSummaryBePublished());
    }

    private static readonly PersonId Applicant = An.Person();

    /// <summary>Deadlines in Helsinki time: an ordinary one, and the hours that the clock skips and repeats.</summary>
    public static TheoryData<string> Deadlines { get; } =
    [
        "2027-09-01T16:15:00+03:00",
        "2027-03-28T02:59:59.999+02:00", "2027-03-28T04:00:00+03:00",
        "2027-10-31T03:30:00+03:00", "2027-10-31T03:30:00+02:00", "2027-10-31T04:00:00+02:00",
    ];

    [Theory]
    [MemberData(nameof(Deadlines))]
    public void The_last_instant_before_the_deadline_is_in_time_and_the_deadline_itself_is_late(string helsinki)
    {
        var deadline = DateTimeOffset.Parse(helsinki, System.Globalization.CultureInfo.InvariantCulture);
        var competition = An.Competition(Stage.Open, An.Plan(deadline));

        Assert.Null(Submit(competition, deadline.AddMilliseconds(-1)));
        Assert.Null(Submit(competition, deadline.AddTicks(-1)));
        Assert.Equal("entries.closed", Submit(competition, deadline)?.Code);
        Assert.Equal("entries.closed", Submit(competition, deadline.AddMilliseconds(1))?.Code);
        Assert.Null(Submit(competition, deadline.AddTicks(-1).ToUniversalTime()));
    }

    [Fact]
    public void The_hour_that_autumn_repeats_counts_by_the_instant_and_not_by_the_clock_on_the_wall()
    {
        var competition = An.Competition(Stage.Open, An.Plan(new(2027, 10, 31, 3, 30, 0, TimeSpan.FromHours(3))));

        Assert.Null(Submit(competition, new(2027, 10, 31, 3, 29, 59, TimeSpan.FromHours(3))));
        Assert.Equal("entries.closed", Submit(competition, new(2027, 10, 31, 3, 29, 59, TimeSpan.FromHours(2)))?.Code);
    }

    [Theory]
    [InlineData(Stage.Draft, "entries.not-open-yet")]
    [InlineData(Stage.Closed, "entries.closed")]
    [InlineData(Stage.Screening, "entries.closed")]
    [InlineData(Stage.Cancelled, "entries.closed")]
    public void Only_an_open_call_takes_entries(Stage stage, string why) =>
        Assert.Equal(why, Submit(An.Competition(stage), An.Spring)?.Code);

    [Fact]
    public void Submitting_keeps_exactly_what_the_draft_said()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        var file = An.File();

        Assert.Null(entry.Submit(competition, [file], Applicant, 7, An.Spring));

        var version = Assert.Single(entry.Versions);
        Assert.Equal((1, entry.Draft, Applicant, An.Spring), (version.Version, version.Answers, version.By, version.At));
        Assert.Equal(entry.Draft.Digest([file]), version.Sha256);
        Assert.Equal((7, EntryStatus.Submitted), (entry.Number, entry.Status));
    }

    [Fact]
    public void Editing_afterwards_never_unsubmits()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        entry.Submit(competition, [], Applicant, 1, An.Spring);
        var first = entry.Submitted;

        entry.Save(An.Answers(("title", "Another name")), Language.Swedish, An.ClosingTime.AddDays(1));

        Assert.Same(first, entry.Submitted);
        Assert.Equal("A project", entry.Content["title"]);
        Assert.Equal(EntryStatus.Submitted, entry.Status);
        Assert.True(entry.HasUnsubmittedChanges([]));
    }

    [Fact]
    public void A_further_submission_is_a_further_version_under_the_same_number()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        entry.Submit(competition, [], Applicant, 3, An.Spring);
        entry.Save(An.Answers(("title", "Another name")), Language.Finnish, An.Spring);

        Assert.Null(entry.Submit(competition, [], Applicant, 9, An.Spring.AddDays(1)));

        Assert.Equal([1, 2], entry.Versions.Select(v => v.Version));
        Assert.Equal(3, entry.Number);
        Assert.Equal("Another name", entry.Content["title"]);
        Assert.False(entry.HasUnsubmittedChanges([]));
        Assert.True(entry.HasUnsubmittedChanges([An.File()]));
    }

    [Fact]
    public void A_draft_is_saved_whatever_is_missing_but_not_submitted()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        entry.Save(Answers.None, Language.Finnish, An.Spring);

        Assert.Equal("entries.incomplete", entry.Submit(competition, [], Applicant, 1, An.Spring)?.Code);
        Assert.Null(entry.Submitted);
        Assert.Null(entry.Number);
    }

    [Fact]
    public void An_entry_is_taken_back_until_the_entries_are_opened_and_then_stays_back()
    {
        var entry = An.Entry(An.Competition(Stage.Open));
        Assert.Equal("entries.too-late-to-withdraw", entry.Withdraw(An.Competition(Stage.Screening))?.Code);

        Assert.Null(entry.Withdraw(An.Competition(Stage.Closed)));
        Assert.Equal("entries.withdrawn", entry.Submit(An.Competition(Stage.Open), [], Applicant, 1, An.Spring)?.Code);
    }

    [Fact]
    public void Screening_says_why_where_it_says_no()
    {
        var open = An.Competition(Stage.Open);
        var screening = An.Competition(Stage.Screening);
        var entry = An.Entry(open);
        Assert.Equal("screening.not-submitted", entry.Screen(screening, true, null, An.Spring)?.Code);
        entry.Submit(open, [], Applicant, 1, An.Spring);

        Assert.Equal("screening.not-now", entry.Screen(open, true, null, An.Spring)?.Code);
        Assert.Equal("screening.reason-missing", entry.Screen(screening, false, "  ", An.Spring)?.Code);
        Assert.Null(entry.Screen(screening, false, "Not within the theme", An.Spring));
        Assert.Equal((EntryStatus.Ineligible, "Not within the theme"), (entry.Status, entry.IneligibleReason));

        Assert.Null(entry.Screen(screening, true, null, An.Spring));
        Assert.Equal((EntryStatus.Eligible, null), (entry.Status, entry.IneligibleReason));
    }

    private static Refusal? Submit(Competition competition, DateTimeOffset now) =>
        An.Entry(competition).Submit(competition, [], Applicant, 1, now);

    [Fact]
    public void Changes_that_come_late_say_which_version_counts()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        Assert.Equal("entries.closed", entry.WhyClosed(competition, An.ClosingTime)!.Code);
        Assert.Null(entry.Submit(competition, [], An.Person(), 1, An.ClosingTime.AddHours(-1)));
        entry.Save(An.Answers(("title", "Changed")), Language.Finnish, An.ClosingTime);

        var refusal = entry.Submit(competition, [], An.Person(), 2, An.ClosingTime.AddSeconds(1))!;

        Assert.Equal("entries.changes-late", refusal.Code);
        Assert.Equal([An.ClosingTime, An.ClosingTime.AddSeconds(1), 1, An.ClosingTime.AddHours(-1), "contact@example.fi"], refusal.Args);
        Assert.Equal("A project", entry.Submitted!.Answers["title"]);
    }

    [Theory]
    [InlineData(Stage.Closed, null)]
    [InlineData(Stage.Screening, "entries.too-late-to-withdraw")]
    public void Whether_it_can_be_taken_back_is_told_before_anybody_tries(Stage stage, string? code)
    {
        var competition = An.Competition(stage);

        Assert.Equal(code, An.Entry(competition).WhyNotWithdraw(competition)?.Code);
    }
}
