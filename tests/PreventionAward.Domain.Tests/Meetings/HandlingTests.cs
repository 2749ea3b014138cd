using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Domain.Tests.Scoring;

namespace PreventionAward.Domain.Tests.Meetings;

public sealed class HandlingTests
{
    [Fact]
    public void An_item_begins_when_the_last_of_those_who_must_leave_has_left()
    {
        var scene = new AMeeting().AtFirst();
        Assert.True(scene.Meeting.Turns[^1].Waits);
        Assert.False(scene.Meeting.WasHandled(AgendaItem.Of(scene.First)));

        Assert.Null(scene.Meeting.StepOut(scene.Jurors[2], scene.Table, AMeeting.Noon.AddMinutes(7)));
        Assert.True(scene.Meeting.Turns[^1].Waits);
        Assert.Null(scene.Meeting.Leave(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(9)));

        Assert.Equal((AMeeting.Noon.AddMinutes(9), false), (scene.Meeting.Turns[^1].From, scene.Meeting.Turns[^1].Waits));
        Assert.True(scene.Meeting.WasHandled(AgendaItem.Of(scene.First)));
    }

    [Fact]
    public void A_recusal_is_minuted_only_where_it_was_decided_while_the_meeting_was_handling_that_entry()
    {
        var scene = new AMeeting().AtFirst();
        scene.Meeting.StepOut(scene.Jurors[2], scene.Table, AMeeting.Noon.AddMinutes(7));
        scene.Meeting.Leave(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(9));
        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));

        Assert.Equal([false, false, true, false],
            new[] { -60, 8, 15, 25 }.Select(minutes => scene.Meeting.WasHandling(scene.First, AMeeting.Noon.AddMinutes(minutes))));
    }

    [Fact]
    public void An_item_that_nobody_left_for_was_called_and_never_handled()
    {
        var scene = new AMeeting().AtFirst();
        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));

        Assert.True(scene.Meeting.Turns[1].Waits);
        Assert.False(scene.Meeting.HasHandled(AgendaItem.Of(scene.First), AMeeting.Noon.AddDays(1)));
        Assert.Equal([scene.Jurors[2], scene.Jurors[3]], scene.Meeting.WhoDidNotLeave(scene.Meeting.Turns[1]));
    }

    [Fact]
    public void Who_must_be_out_of_the_item_at_hand_cannot_be_marked_as_present_and_can_afterwards()
    {
        var scene = new AMeeting();
        scene.With([scene.Chair, scene.Jurors[0], scene.Jurors[1]]);
        scene.Meeting.MoveTo(1, scene.Table, AMeeting.Noon.AddMinutes(5));

        Assert.False(scene.Meeting.Turns[^1].Waits);
        Assert.Equal("meeting.arrives-after-item", scene.Meeting.Arrive(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(6))?.Code);
        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(10));
        Assert.Null(scene.Meeting.Arrive(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(11)));
    }

    [Fact]
    public void Who_is_out_of_two_items_in_a_row_stays_out_and_is_not_asked_to_leave_again()
    {
        var scene = new AMeeting();
        scene.Declare(scene.Second, scene.Jurors[3], InterestAnswer.Ground);
        scene.Handling();

        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));

        Assert.Empty(scene.Meeting.MustLeave(scene.Table));
        Assert.Equal((scene.Jurors[3], AMeeting.Noon.AddMinutes(6)), (scene.Meeting.Turns[^1].Out[0].Person, scene.Meeting.Turns[^1].Out[0].LeftAt!.Value));
    }

    [Fact]
    public void Presence_is_told_in_intervals_without_the_items_that_somebody_was_out_for()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));
        scene.Meeting.Arrive(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(22));
        scene.Meeting.Leave(scene.Jurors[0], scene.Table, AMeeting.Noon.AddMinutes(25));
        scene.Meeting.Arrive(scene.Jurors[0], scene.Table, AMeeting.Noon.AddMinutes(28));
        scene.Meeting.Close(scene.Chair, scene.Table, AMeeting.Noon.AddMinutes(30));

        Assert.Equal([(0, 6), (22, 30)], Minutes(scene, scene.Jurors[3]));
        Assert.Equal([(0, 6)], Minutes(scene, scene.Jurors[2]));
        Assert.Equal([(0, 25), (28, 30)], Minutes(scene, scene.Jurors[0]));
        Assert.Equal([(0, 30)], Minutes(scene, scene.Chair));
    }

    [Fact]
    public void A_vote_is_counted_without_somebody_in_the_room_only_knowingly_and_tells_who()
    {
        var scene = new AMeeting().Handling();
        var vote = Guid.NewGuid();
        scene.Meeting.PutToVote(vote, "worthy?", [], scene.Table, AMeeting.Noon);
        scene.Meeting.Cast(vote, scene.Chair, Stance.For, null, null, scene.Table);
        Assert.Equal("meeting.some-have-not-voted", scene.Meeting.Count(vote, Domain.Competitions.TieEnd.Vote, scene.Table, AMeeting.Noon, [scene.Jurors[0]])?.Code);
        Assert.Null(scene.Meeting.Count(vote, Domain.Competitions.TieEnd.Vote, scene.Table, AMeeting.Noon, [scene.Jurors[0], scene.Jurors[1]]));

        Assert.Equal(2, scene.Meeting.Votes[0].Result!.NotVoting);
        Assert.Equal([scene.Jurors[0], scene.Jurors[1]], scene.Meeting.Votes[0].Result!.Silent);
    }

    [Fact]
    public void The_record_tells_which_entries_no_meeting_has_handled_and_who_decided()
    {
        var scene = new AMeeting().Handling();
        Assert.Equal([scene.First, scene.Second], Handled(scene).NotHandled);
        Assert.False(Handled(scene).IsWhole);

        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));
        Assert.Equal([scene.Second], Handled(scene).NotHandled);

        scene.With(scene.Jurors[2], scene.Jurors[3]);
        scene.Meeting.MoveTo(3, scene.Table, AMeeting.Noon.AddMinutes(30));
        Assert.Null(Handled(scene).Deciding);
        foreach (var absence in scene.Meeting.MustLeave(scene.Table)) scene.Meeting.StepOut(absence.Person, scene.Table, AMeeting.Noon.AddMinutes(31));

        var whole = Handled(scene);
        Assert.True(whole.IsWhole);
        Assert.Equal([scene.Chair, scene.Jurors[0], scene.Jurors[1]], whole.Deciding!.TookPart);
        Assert.Equal([scene.Jurors[2], scene.Jurors[3]], whole.Deciding.Out.Select(o => o.Person));
        Assert.True(whole.Deciding.Quorum.IsMet);

        scene.Meeting.Close(scene.Chair, scene.Table, AMeeting.Noon.AddHours(1));
        Assert.Equal(whole.Deciding.TookPart, Handled(scene).Deciding!.TookPart);
    }

    [Fact]
    public void An_item_that_ended_without_a_quorum_was_not_handled()
    {
        var scene = new AMeeting().Handling();
        foreach (var person in new[] { scene.Jurors[0], scene.Jurors[1] }) scene.Meeting.Leave(person, scene.Table, AMeeting.Noon.AddMinutes(10));
        scene.Meeting.Close(scene.Chair, scene.Table, AMeeting.Noon.AddMinutes(20));

        Assert.Equal([scene.First, scene.Second], Handled(scene).NotHandled);
    }

    [Fact]
    public void What_no_meeting_has_handled_is_decided_on_only_with_a_reason_on_record()
    {
        var entry = ExampleSheets.Entry();
        var decision = new Decision(ExampleSheets.Competition);
        IReadOnlyList<RankedEntry> ranking = Ranking.Of([entry], new List<ScoreSheet>(), ExampleSheets.Criteria, Domain.Competitions.TieRule.Default);
        var nothing = new Handling([entry], null);

        Assert.Equal("decisions.not-handled-needs-reason", Record(new(entry, [], "why"), nothing));
        Assert.Equal("decisions.not-decided-in-meeting", Record(new(entry, [], "why"), nothing with { NotHandled = [] }));
        Assert.Equal("decisions.not-handled-needs-reason", Record(new(entry, [], "why") { HandlingReason = " " }, nothing));
        Assert.Null(Record(new(entry, [], "why") { HandlingReason = "met by telephone" }, nothing));
        Assert.Equal("met by telephone", decision.HandlingReason);

        var whole = new Handling([], new(1, [], [], new(3, 3, 5, false)));
        Assert.Null(Record(new(entry, [], "why") { HandlingReason = "left over" }, whole));
        Assert.Equal(("", 1), (decision.HandlingReason, decision.Deciding!.Meeting));

        string? Record(Outcome outcome, Handling handling) => decision.Record(outcome, ranking, An.Person(), AMeeting.Noon, null, handling)?.Code;
    }

    private static Handling Handled(AMeeting scene) => Handling.Of([scene.Meeting], scene.Table, AMeeting.Noon.AddDays(1));

    private static IEnumerable<(int From, int To)> Minutes(AMeeting scene, PersonId who) =>
        scene.Meeting.InTheRoom(who).Select(a => ((int)(a.From - AMeeting.Noon).TotalMinutes, (int)(a.To!.Value - AMeeting.Noon).TotalMinutes));
}
