using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Domain.Tests.Meetings;

public sealed class MeetingMovesTests
{
    [Fact]
    public void Whoever_moves_from_an_item_that_the_meeting_has_left_moves_nothing()
    {
        var scene = new AMeeting().Handling();
        var seen = scene.Meeting.Turns.Count;
        Assert.Null(scene.Meeting.MoveTo(2, scene.Table, At(10), seen));

        Assert.Equal("meeting.moved-already", scene.Meeting.MoveTo(3, scene.Table, At(10), seen)?.Code);
        Assert.Equal("meeting.moved-already", scene.Meeting.MoveTo(2, scene.Table, At(10), seen)?.Code);
        Assert.Equal(AgendaItem.Of(scene.Second), scene.Meeting.Current);
    }

    [Theory]
    [InlineData(2, false, ItemState.Handled)]
    [InlineData(3, false, ItemState.NotHandled)]
    [InlineData(3, true, ItemState.Handled)]
    public void An_item_left_for_another_than_the_next_one_counts_as_handled_only_where_whoever_leads_says_so(int place, bool isDone, ItemState state)
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(place, scene.Table, At(10), isDone: isDone);

        Assert.Equal(state, scene.Meeting.StateOf(AgendaItem.Of(scene.First)));
        Assert.Equal(state == ItemState.Handled, scene.Meeting.HasHandled(AgendaItem.Of(scene.First), At(60)));
    }

    [Fact]
    public void An_item_under_which_something_is_on_record_was_handled_wherever_the_meeting_goes_next()
    {
        var scene = new AMeeting().Handling();
        Assert.Null(scene.Meeting.Agree(new(scene.First, "C1", "agreed", Language.Finnish, scene.Chair, At(8)), "", scene.Table));
        scene.Meeting.MoveTo(3, scene.Table, At(10));

        Assert.Equal(ItemState.Handled, scene.Meeting.StateOf(AgendaItem.Of(scene.First)));
    }

    [Fact]
    public void An_item_that_was_taken_up_again_is_handled_by_the_later_turn()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(3, scene.Table, At(10));
        scene.Meeting.MoveTo(1, scene.Table, At(11));
        scene.Meeting.MoveTo(2, scene.Table, At(12));

        Assert.Equal([ItemState.Handled, ItemState.Handled, ItemState.Now, ItemState.NotHandled, ItemState.Ahead], scene.Meeting.Agenda.Select(scene.Meeting.StateOf));
    }

    [Fact]
    public void An_item_that_ended_without_a_quorum_is_not_finished()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.Leave(scene.Chair, scene.Table, At(8));
        scene.Meeting.MoveTo(2, scene.Table, At(10));

        Assert.Equal(ItemState.Unfinished, scene.Meeting.StateOf(AgendaItem.Of(scene.First)));
    }

    [Fact]
    public void Closing_tells_what_it_leaves_and_an_entry_with_nothing_on_record_is_left()
    {
        var scene = new AMeeting().Handling();
        Assert.Equal([AgendaItem.Of(scene.First), AgendaItem.Of(scene.Second), AgendaItem.Decision], scene.Meeting.LeftByClosing(scene.Table));
        scene.Meeting.Agree(new(scene.First, "C1", "agreed", Language.Finnish, scene.Chair, At(8)), "", scene.Table);
        Assert.Equal([AgendaItem.Of(scene.Second), AgendaItem.Decision], scene.Meeting.LeftByClosing(scene.Table));

        scene.Meeting.MoveTo(2, scene.Table, At(10));
        scene.Meeting.Close(scene.Chair, scene.Table, At(11));
        Assert.Equal([ItemState.Handled, ItemState.NotHandled, ItemState.Ahead], scene.Meeting.Agenda.Skip(1).Take(3).Select(scene.Meeting.StateOf));
    }

    [Fact]
    public void A_chair_who_is_not_there_does_not_lead_and_the_secretary_leads_on()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.Leave(scene.Chair, scene.Table, At(8));

        Assert.Equal("meeting.lead-when-there", scene.Meeting.WhyNotLedBy(scene.Chair, staysOut: false, scene.Table)?.Code);
        Assert.Null(scene.Meeting.WhyNotLedBy(scene.Secretary, staysOut: false, scene.Table));
        Assert.Null(scene.Meeting.Arrive(scene.Chair, scene.Table, At(9)));
        Assert.Null(scene.Meeting.WhyNotLedBy(scene.Chair, staysOut: false, scene.Table));
    }

    [Fact]
    public void Who_stays_out_of_the_item_leads_on_only_where_nobody_else_could()
    {
        var scene = new AMeeting();
        scene.Declare(scene.First, scene.Chair, Domain.Scoring.InterestAnswer.Ground);
        scene.Handling();

        Assert.Equal("meeting.you-are-out", scene.Meeting.WhyNotLedBy(scene.Chair, staysOut: true, scene.Table)?.Code);
        scene.Meeting.Leave(scene.Secretary, scene.Table, At(8));
        Assert.Null(scene.Meeting.WhyNotLedBy(scene.Chair, staysOut: true, scene.Table));
    }

    [Theory]
    [InlineData(false, false, "meeting.no-chair")]
    [InlineData(true, false, "meeting.no-presider")]
    [InlineData(true, true, "meeting.no-vice-chair")]
    public void Where_only_somebody_to_preside_is_lacking_it_says_who_is_waited_for(bool hasVice, bool isChairOut, string waitedFor)
    {
        var scene = new AMeeting();
        if (hasVice) scene.People = [.. scene.People.Select(p => p.Id == scene.Jurors[3] ? p with { Role = SeatRole.ViceChair } : p)];
        if (isChairOut) scene.Declare(scene.Second, scene.Chair, Domain.Scoring.InterestAnswer.Ground);
        var item = AgendaItem.Of(scene.Second);

        var quorum = scene.Table.QuorumOf(item, scene.Jurors.Take(3));

        Assert.True(quorum is { LacksChair: true, Present: 3, Needed: 3 });
        Assert.Equal(waitedFor, quorum.WhyNot(scene.Table.Presiders(item))?.Code);
    }

    private static DateTimeOffset At(int minutes) => AMeeting.Noon.AddMinutes(minutes);
}
