using System.Globalization;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class ReminderTests
{
    private static readonly PersonId Owner = An.Person();

    /// <summary>Closing times in Helsinki: an ordinary one, and those in the nights when the clock is moved.</summary>
    public static TheoryData<string> ClosingTimes { get; } =
        ["2027-09-01T16:15:00+03:00", "2027-03-28T04:00:00+03:00", "2027-03-28T16:15:00+03:00", "2027-10-31T03:30:00+03:00", "2027-10-31T03:30:00+02:00", "2027-10-31T16:15:00+02:00"];

    [Theory]
    [MemberData(nameof(ClosingTimes))]
    public void Each_kind_begins_and_ends_on_its_millisecond(string closingTime)
    {
        var closes = At(closingTime);
        var (week, day, hours) = (closes.AddDays(-7), closes.AddDays(-1), closes.AddHours(-2));
        (DateTimeOffset At, ReminderKind? Kind)[] expected =
        [
            (week.AddMilliseconds(-1), null), (week, ReminderKind.SevenDays), (day.AddMilliseconds(-1), ReminderKind.SevenDays), (day, ReminderKind.OneDay),
            (hours.AddMilliseconds(-1), ReminderKind.OneDay), (hours, ReminderKind.TwoHours), (closes.AddMilliseconds(-1), ReminderKind.TwoHours), (closes, null),
        ];

        Assert.Equal(expected, expected.Select(e => (e.At, Due(Call(closes), Begun(closes.AddDays(-30)), e.At))));
    }

    [Theory]
    [InlineData("2027-03-28T04:00:00+03:00", "2027-03-28T01:00:00+02:00")]
    [InlineData("2027-03-28T05:30:00+03:00", "2027-03-28T02:30:00+02:00")]
    [InlineData("2027-10-31T03:30:00+02:00", "2027-10-31T02:30:00+03:00")]
    [InlineData("2027-10-31T04:30:00+02:00", "2027-10-31T03:30:00+03:00")]
    public void In_the_nights_when_the_clock_is_moved_two_hours_are_still_two_hours(string closingTime, string first)
    {
        var closes = At(closingTime);

        Assert.Equal(ReminderKind.OneDay, Due(Call(closes), Begun(closes.AddDays(-30)), At(first).AddMilliseconds(-1)));
        Assert.Equal(ReminderKind.TwoHours, Due(Call(closes), Begun(closes.AddDays(-30)), At(first)));
    }

    [Fact]
    public void Who_starts_later_is_not_reminded_of_what_was_due_before()
    {
        var start = An.ClosingTime.AddDays(-3);
        var entry = Begun(start);

        Assert.Null(Due(Call(), entry, start.AddMinutes(1)));
        Assert.Equal(ReminderKind.OneDay, Due(Call(), entry, An.ClosingTime.AddDays(-1)));
        Assert.Null(Due(Call(), Begun(An.ClosingTime.AddHours(-1)), An.ClosingTime.AddMinutes(-30)));
        Assert.Null(Due(Call(), Begun(An.ClosingTime.AddDays(-1)), An.ClosingTime.AddDays(-1).AddHours(1)));
    }

    [Fact]
    public void After_an_extension_the_times_count_from_the_new_deadline_and_what_it_has_passed_over_is_not_sent()
    {
        var call = Call();
        var extended = An.ClosingTime.AddHours(-3);
        call.Extend(An.ClosingTime.AddHours(20), An.Text("A fault"), extended);
        var entry = Begun(An.Spring);

        // Seventeen hours and a day are left: the mail about the extension has just said so.
        Assert.Null(Due(call, entry, extended.AddMinutes(1)));
        Assert.Null(Due(call, entry, An.ClosingTime.AddHours(-2)));
        Assert.Null(Due(call, entry, An.ClosingTime));
        Assert.Equal(ReminderKind.TwoHours, Due(call, entry, An.ClosingTime.AddHours(18)));
    }

    [Fact]
    public void After_a_long_extension_every_kind_comes_again()
    {
        var call = Call();
        call.Extend(An.ClosingTime.AddDays(14), An.Text("A fault"), An.ClosingTime.AddHours(-1));

        Assert.Equal([null, ReminderKind.SevenDays, ReminderKind.OneDay], new[] { 0, 7, 13 }.Select(days => Due(call, Begun(An.Spring), An.ClosingTime.AddDays(days))));
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_submitted_as_it_stands_until_it_is_changed()
    {
        var entry = Begun(An.Spring);
        entry.Submit(Call(), [], Owner, 1, An.Spring.AddDays(1));
        var lastDay = An.ClosingTime.AddHours(-20);
        Assert.Null(Due(Call(), entry, lastDay));

        entry.Save(An.Answers(("title", "Another name")), Language.Finnish, An.Spring.AddDays(2));

        Assert.Equal(ReminderKind.OneDay, Due(Call(), entry, lastDay));
        Assert.Equal(ReminderKind.OneDay, Reminder.Due(Call(), entry, [An.File()], lastDay));
    }

    [Fact]
    public void An_entry_taken_back_or_a_call_that_takes_none_is_left_alone()
    {
        var entry = Begun(An.Spring);
        foreach (var stage in Enum.GetValues<Stage>().Where(stage => stage != Stage.Open))
            Assert.Null(Due(An.Competition(stage), entry, An.ClosingTime.AddHours(-1)));

        entry.Withdraw(Call());

        Assert.Null(Due(Call(), entry, An.ClosingTime.AddHours(-1)));
    }

    [Fact]
    public void An_entry_begun_is_incomplete_complete_submitted_or_changed_since()
    {
        var call = Call();
        var entry = new Entry(new(Guid.NewGuid()), call.Id, Language.Finnish, Owner, An.Spring);
        List<Readiness> seen = [entry.ReadinessIn(call, [])];
        entry.Save(An.Answers(("title", "A project")), Language.Finnish, An.Spring);
        seen.Add(entry.ReadinessIn(call, []));
        entry.Submit(call, [], Owner, 1, An.Spring);
        seen.Add(entry.ReadinessIn(call, []));
        seen.Add(entry.ReadinessIn(call, [An.File()]));
        entry.Withdraw(call);
        seen.Add(entry.ReadinessIn(call, []));

        Assert.Equal([Readiness.Incomplete, Readiness.Complete, Readiness.Submitted, Readiness.ChangedSince, Readiness.Withdrawn], seen);
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    private static Competition Call(DateTimeOffset? closes = null) => An.Competition(Stage.Open, An.Plan(closes));

    private static ReminderKind? Due(Competition call, Entry entry, DateTimeOffset now) => Reminder.Due(call, entry, [], now);

    private static Entry Begun(DateTimeOffset at)
    {
        var entry = new Entry(new(Guid.NewGuid()), new(Guid.NewGuid()), Language.Finnish, Owner, at);
        entry.Save(An.Answers(("title", "A project")), Language.Finnish, at);
        return entry;
    }
}
