using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Meetings;

public sealed class MeetingTests
{
    [Theory]
    [InlineData(5, QuorumShare.MoreThanHalf, 3)]
    [InlineData(6, QuorumShare.MoreThanHalf, 4)]
    [InlineData(6, QuorumShare.AtLeastHalf, 3)]
    [InlineData(5, QuorumShare.AtLeastHalf, 3)]
    public void The_rule_says_how_many_are_needed(int members, QuorumShare share, int needed) => Assert.Equal(needed, new QuorumRule(share, true).Needed(members));

    [Fact]
    public void A_meeting_opens_once_while_the_jury_deliberates_and_has_a_place()
    {
        var scene = new AMeeting();

        Assert.Equal("meeting.not-now", Opened(An.Competition(Stage.Scoring), null, "Helsinki"));
        Assert.Equal("meeting.is-open", Opened(An.Competition(Stage.Deliberation), scene.Meeting, "Helsinki"));
        Assert.Equal("meeting.place-missing", Opened(An.Competition(Stage.Deliberation), null, " "));
        Assert.Equal([ItemKind.Opening, ItemKind.Entry, ItemKind.Entry, ItemKind.Decision, ItemKind.Closing], scene.Meeting.Agenda.Select(i => i.Kind));
        Assert.Equal([scene.Secretary], scene.Meeting.Present);

        static string? Opened(Competition competition, Meeting? last, string place) => Meeting.Open(competition, last, [], place, An.Person(), Guid.NewGuid(), AMeeting.Noon).Refusal?.Code;
    }

    [Fact]
    public void Nothing_is_taken_up_before_enough_members_with_a_chair_are_there()
    {
        var scene = new AMeeting();
        scene.With(scene.Jurors[0], scene.Jurors[1]);
        Assert.Equal("meeting.no-quorum", scene.Meeting.MoveTo(1, scene.Table, AMeeting.Noon)?.Code);

        scene.With(scene.Jurors[2]);
        Assert.Equal("meeting.no-chair", scene.Meeting.MoveTo(1, scene.Table, AMeeting.Noon)?.Code);

        scene.With(scene.Chair);
        Assert.Null(scene.Meeting.MoveTo(1, scene.Table, AMeeting.Noon));
    }

    [Fact]
    public void Who_is_recused_or_in_doubt_must_leave_and_counts_for_nothing_in_that_item()
    {
        var scene = new AMeeting().AtFirst();

        Assert.Equal([scene.Jurors[2], scene.Jurors[3]], scene.Meeting.MustLeave(scene.Table).Select(o => o.Person));
        Assert.Equal(RecusalGround.Employment, scene.Meeting.MustLeave(scene.Table)[1].Ground);
        Assert.Equal(new Quorum(3, 2, 3, false), scene.Meeting.QuorumNow(scene.Table));
        Assert.Equal("meeting.somebody-must-leave", scene.Meeting.WhyNotHandled(scene.Table)?.Code);

        foreach (var person in new[] { scene.Jurors[2], scene.Jurors[3] }) Assert.Null(scene.Meeting.StepOut(person, scene.Table, AMeeting.Noon.AddMinutes(6)));
        Assert.Null(scene.Meeting.WhyNotHandled(scene.Table));
        Assert.Equal("meeting.need-not-leave", scene.Meeting.StepOut(scene.Chair, scene.Table, AMeeting.Noon)?.Code);
    }

    [Fact]
    public void A_doubt_that_comes_up_during_the_item_sends_its_member_out_too()
    {
        var scene = new AMeeting().Handling();

        scene.Declare(scene.First, scene.Jurors[0], InterestAnswer.Unsure);

        Assert.Equal([scene.Jurors[0]], scene.Meeting.MustLeave(scene.Table).Select(o => o.Person));
    }

    [Fact]
    public void Who_stays_out_of_one_entry_stays_out_of_the_decision_and_may_come_back_for_the_next_entry()
    {
        var scene = new AMeeting().Handling();

        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddMinutes(20));
        Assert.Empty(scene.Meeting.MustLeave(scene.Table));
        var turn = scene.Meeting.Turns[1];
        Assert.Equal([OutReason.InDoubt, OutReason.Recused], turn.Out.Select(o => o.Reason));
        Assert.All(turn.Out, o => Assert.Equal(AMeeting.Noon.AddMinutes(6), o.LeftAt));
        Assert.Equal(3, turn.Present.Count);
        Assert.True(turn.Quorum!.IsMet);

        Assert.Null(scene.Meeting.Arrive(scene.Jurors[3], scene.Table, AMeeting.Noon.AddMinutes(21)));
        scene.Meeting.MoveTo(3, scene.Table, AMeeting.Noon.AddMinutes(30));
        Assert.Equal([scene.Jurors[3]], scene.Meeting.MustLeave(scene.Table).Select(o => o.Person));
    }

    [Fact]
    public void Who_has_not_declared_must_leave_but_counts_among_all()
    {
        var scene = new AMeeting().AtFirst();
        scene.Declarations.Remove((scene.First, scene.Jurors[0]));

        Assert.Equal(OutReason.Undeclared, scene.Table.WhyOut(scene.Meeting.Current, scene.Jurors[0]));
        Assert.Equal(new Quorum(2, 2, 3, false), scene.Meeting.QuorumNow(scene.Table));
        Assert.Null(scene.Table.WhyOut(scene.Meeting.Current, scene.Secretary));
    }

    [Fact]
    public void Where_everybody_is_recused_nothing_can_be_handled_and_where_only_the_chair_is_the_others_can()
    {
        var scene = new AMeeting().Handling();
        scene.Declare(scene.First, scene.Chair, InterestAnswer.Ground);
        scene.Meeting.StepOut(scene.Chair, scene.Table, AMeeting.Noon);
        Assert.Null(scene.Meeting.WhyNotHandled(scene.Table));
        Assert.Null(scene.Meeting.Presiding(scene.Meeting.Current, scene.Table));

        foreach (var juror in scene.Jurors)
        {
            scene.Declare(scene.First, juror, InterestAnswer.Ground);
            scene.Meeting.StepOut(juror, scene.Table, AMeeting.Noon);
        }

        Assert.Equal("meeting.nobody-left", scene.Meeting.WhyNotHandled(scene.Table)?.Code);
    }

    [Fact]
    public void A_closed_meeting_is_locked()
    {
        var scene = new AMeeting().Handling();
        Assert.Null(scene.Meeting.Close(scene.Chair, scene.Table, AMeeting.Noon.AddHours(1)));

        Assert.Empty(scene.Meeting.Present);
        Assert.All(scene.Meeting.Turns, t => Assert.NotNull(t.To));
        Assert.Equal("meeting.is-closed", scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon)?.Code);
        Assert.Equal("meeting.is-closed", scene.Meeting.Arrive(scene.Chair, scene.Table, AMeeting.Noon)?.Code);
        Assert.Equal("meeting.is-closed", scene.Meeting.Agree(new(scene.First, "C1", "x", Language.Finnish, scene.Chair, AMeeting.Noon), "", scene.Table)?.Code);
        Assert.Equal("meeting.is-closed", scene.Meeting.PutToVote(Guid.NewGuid(), "?", [], scene.Table, AMeeting.Noon)?.Code);
    }

    [Fact]
    public void The_second_writer_of_a_consensus_is_told_and_overwrites_nothing()
    {
        var scene = new AMeeting().Handling();

        Assert.Null(Agree("first", ""));
        Assert.Equal("ui.saved-by-someone-else", Agree("second", "")?.Code);
        Assert.Null(Agree("", ""));
        Assert.Equal("first", scene.Meeting.ConsensusOn(scene.First, "C1"));
        Assert.Null(Agree("second", "first"));
        Assert.Equal("second", scene.Meeting.ConsensusOn(scene.First, "C1"));

        Refusal? Agree(string text, string basedOn) => scene.Meeting.Agree(new(scene.First, "C1", text, Language.Finnish, scene.Secretary, AMeeting.Noon), basedOn, scene.Table);
    }

    [Fact]
    public void A_dissenting_opinion_is_of_a_member_who_took_part_in_the_item()
    {
        var scene = new AMeeting().Handling();

        Assert.Null(Dissent(scene.Jurors[0], AgendaItem.Of(scene.First)));
        Assert.Null(Dissent(scene.Jurors[0], AgendaItem.Of(scene.First), "other words"));
        Assert.Equal("other words", Assert.Single(scene.Meeting.Dissents).Text);
        Assert.Equal("meeting.no-vote", Dissent(scene.Jurors[3], AgendaItem.Of(scene.First))?.Code);
        Assert.Equal("meeting.no-vote", Dissent(scene.Secretary, AgendaItem.Of(scene.First))?.Code);
        Assert.Equal("meeting.item-not-opened", Dissent(scene.Jurors[0], AgendaItem.Of(scene.Second))?.Code);
        Assert.Equal("meeting.dissent-missing", Dissent(scene.Jurors[0], AgendaItem.Of(scene.First), " ")?.Code);

        Refusal? Dissent(PersonId by, AgendaItem item, string text = "words") => scene.Meeting.Dissent(new(item, by, text, Language.Finnish, AMeeting.Noon), scene.Table);
    }

    [Fact]
    public void Re_scoring_is_opened_for_the_entry_at_hand_with_a_reason_and_ends_with_its_item()
    {
        var scene = new AMeeting().Handling();

        Assert.Equal("meeting.rescoring-reason-missing", scene.Meeting.OpenRescoringOf(scene.First, "", scene.Chair, scene.Table, AMeeting.Noon)?.Code);
        Assert.Equal("meeting.not-at-this-entry", scene.Meeting.OpenRescoringOf(scene.Second, "why", scene.Chair, scene.Table, AMeeting.Noon)?.Code);
        Assert.Null(scene.Meeting.OpenRescoringOf(scene.First, "why", scene.Chair, scene.Table, AMeeting.Noon));
        Assert.Null(scene.Meeting.WhyNotRescored(scene.First, scene.Jurors[0], scene.Table));
        Assert.NotNull(scene.Meeting.WhyNotRescored(scene.First, scene.Jurors[3], scene.Table));
        scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon.AddHours(1));
        Assert.NotNull(scene.Meeting.WhyNotRescored(scene.First, scene.Jurors[0], scene.Table));
    }
}
