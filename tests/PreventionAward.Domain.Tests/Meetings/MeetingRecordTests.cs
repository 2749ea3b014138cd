using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Domain.Tests.Scoring;

namespace PreventionAward.Domain.Tests.Meetings;

public sealed class MeetingRecordTests
{
    [Fact]
    public void The_vote_of_a_member_whose_doubt_comes_up_stops_counting_and_the_record_tells_until_when_the_member_took_part()
    {
        var scene = new AMeeting().Handling();
        var (vote, item) = (Put(scene), AgendaItem.Of(scene.First));
        Cast(scene, vote, scene.Chair, Stance.Against);
        Cast(scene, vote, scene.Jurors[0], Stance.For);

        Declare(scene, scene.Jurors[0], 15);

        Assert.Equal([scene.Chair], scene.Meeting.Votes[0].Ballots.Select(b => b.By));
        Assert.Equal(scene.Jurors[0], Assert.Single(scene.Meeting.Votes[0].Voided).Ballot.By);
        Assert.Equal("meeting.somebody-must-leave", scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(16), scene.Jurors.ToList())?.Code);
        Assert.Null(scene.Meeting.StepOut(scene.Jurors[0], scene.Table, At(17)));
        Assert.Equal("meeting.no-vote", Cast(scene, vote, scene.Jurors[0], Stance.For)?.Code);
        Assert.Null(scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(18), [scene.Jurors[1]]));
        Assert.Equal((0, 1), (scene.Meeting.Votes[0].Result!.For, scene.Meeting.Votes[0].Result!.Against));
        scene.Meeting.MoveTo(2, scene.Table, At(20));
        var absence = scene.Meeting.Turns[1].Out.Single(o => o.Person == scene.Jurors[0]);
        Assert.Equal((At(15), At(17)), (absence.ToldAt, absence.LeftAt));
        Assert.Contains((scene.Jurors[0], At(17)), scene.Meeting.TookPartUntil(item));
        Assert.DoesNotContain(scene.Jurors[3], scene.Meeting.TookPartUntil(item).Select(p => p.Person));
    }

    [Fact]
    public void A_counted_vote_is_counted_anew_without_a_member_who_turns_out_to_be_recused()
    {
        var scene = new AMeeting().Handling();
        var vote = Put(scene);
        Cast(scene, vote, scene.Chair, Stance.Against);
        Cast(scene, vote, scene.Jurors[0], Stance.For);
        Cast(scene, vote, scene.Jurors[1], Stance.For);
        scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(10));
        Assert.True(scene.Meeting.Votes[0].Result!.Carried);

        Declare(scene, scene.Jurors[0], 15);

        var result = scene.Meeting.Votes[0].Result!;
        Assert.Equal((1, 1, false, true, At(15)), (result.For, result.Against, result.Carried, result.ByCastingVote, result.RecountedAt));
    }

    [Fact]
    public void Nobody_changes_a_vote_that_the_member_gave_and_the_member_changes_one_that_was_written_down()
    {
        var scene = new AMeeting().Handling();
        var vote = Put(scene);
        Cast(scene, vote, scene.Jurors[0], Stance.For);

        Assert.Equal("meeting.vote-is-own", scene.Meeting.Cast(vote, scene.Jurors[0], Stance.Against, null, scene.Secretary, scene.Table)?.Code);
        Assert.Equal("meeting.no-vote-of-that-person", scene.Meeting.Cast(vote, scene.Jurors[3], Stance.Against, null, scene.Secretary, scene.Table)?.Code);
        Assert.Null(scene.Meeting.Cast(vote, scene.Jurors[1], Stance.Against, null, scene.Secretary, scene.Table));
        Assert.Null(Cast(scene, vote, scene.Jurors[1], Stance.For));

        Assert.All(scene.Meeting.Votes[0].Ballots, b => Assert.Equal((Stance.For, null), (b.Stance, b.RecordedBy)));
    }

    [Fact]
    public void A_vote_that_cannot_be_counted_is_ended_with_a_reason_that_stays_on_record()
    {
        var scene = new AMeeting().Handling();
        var vote = Put(scene);
        Assert.Equal("meeting.nobody-voted", scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(8))?.Code);
        Cast(scene, vote, scene.Chair, Stance.For);
        foreach (var person in new[] { scene.Jurors[0], scene.Jurors[1] }) scene.Meeting.Leave(person, scene.Table, At(10));
        Assert.Equal("meeting.no-quorum", scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(11))?.Code);

        Assert.Equal("meeting.lapse-reason-missing", scene.Meeting.LetLapse(vote, " ", scene.Chair, At(12))?.Code);
        Assert.Null(scene.Meeting.LetLapse(vote, "no quorum", scene.Chair, At(12)));

        Assert.Equal(new Lapse("no quorum", scene.Chair, At(12)), scene.Meeting.Votes[0].Lapsed);
        Assert.Null(scene.Meeting.Votes[0].Result);
        Assert.Null(scene.Meeting.MoveTo(2, scene.Table, At(13)));
    }

    [Fact]
    public void Times_without_a_quorum_are_on_record_also_when_it_is_back_in_the_end()
    {
        var scene = new AMeeting().Handling();
        foreach (var person in new[] { scene.Jurors[0], scene.Jurors[1] }) scene.Meeting.Leave(person, scene.Table, At(10));
        scene.Meeting.Arrive(scene.Jurors[0], scene.Table, At(14));
        scene.Meeting.Arrive(scene.Jurors[1], scene.Table, At(15));
        scene.Meeting.MoveTo(2, scene.Table, At(20));

        Assert.Equal([new Gap(At(10), At(14))], scene.Meeting.Turns[1].Gaps);
        Assert.True(scene.Meeting.Turns[1].Quorum!.IsMet);
        Assert.Empty(scene.Meeting.Turns[2].Gaps);
    }

    [Fact]
    public void Who_went_out_for_an_item_is_not_there_until_coming_back()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(2, scene.Table, At(20));

        Assert.DoesNotContain(scene.Jurors[3], scene.Meeting.Present);
        Assert.Equal(3, scene.Meeting.QuorumNow(scene.Table).Present);
        Assert.Equal("meeting.vote-when-there", Cast(scene, Put(scene), scene.Jurors[3], Stance.For)?.Code);
        Assert.Null(scene.Meeting.Arrive(scene.Jurors[3], scene.Table, At(21)));
        Assert.Equal(4, scene.Meeting.QuorumNow(scene.Table).Present);
    }

    [Fact]
    public void After_the_outcome_is_on_record_nothing_more_is_voted_on_at_the_decision()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(3, scene.Table, At(20));

        Assert.Equal("meeting.outcome-is-recorded", scene.Meeting.PutToVote(Guid.NewGuid(), "again?", [], scene.Table, At(21), isDecided: true)?.Code);
        Assert.Null(scene.Meeting.PutToVote(Guid.NewGuid(), "again?", [], scene.Table, At(21)));
    }

    [Fact]
    public void What_members_disagreed_on_is_recorded_only_with_a_reason_and_stays_in_the_meeting_as_it_was()
    {
        var scene = new AMeeting().Handling();
        scene.Meeting.MoveTo(3, scene.Table, At(20));
        var vote = Put(scene);
        Cast(scene, vote, scene.Chair, Stance.Against);
        foreach (var person in new[] { scene.Jurors[0], scene.Jurors[1] }) Cast(scene, vote, person, Stance.For);
        scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, At(21));
        var decision = new Decision(ExampleSheets.Competition);
        IReadOnlyList<RankedEntry> ranking = Ranking.Of([scene.First], [ExampleSheets.Sheet(scene.First, 3, 3, 3, 3, 3)], ExampleSheets.Criteria, TieRule.Default);
        var handling = Handling.Of([scene.Meeting], scene.Table, At(22)) with { NotHandled = [] };

        Assert.Equal("decisions.contested-needs-reason", decision.Record(new(scene.First, [], ""), ranking, scene.Chair, At(22), null, handling)?.Code);
        Assert.Null(decision.Record(new(scene.First, [], "first reason"), ranking, scene.Chair, At(22), null, handling));
        scene.Meeting.KeepOutcome(decision);
        scene.Meeting.Close(scene.Chair, scene.Table, At(30));
        decision.Record(new(null, [], "second reason"), ranking, scene.Chair, At(60), null, handling);
        scene.Meeting.KeepOutcome(decision);

        Assert.Equal((scene.First, "first reason", At(22)), Assert.Single(scene.Meeting.Outcomes) is { Winner: { } winner } kept ? (winner, kept.Reason, kept.At) : default);
    }

    private static DateTimeOffset At(int minutes) => AMeeting.Noon.AddMinutes(minutes);

    private static void Declare(AMeeting scene, PersonId who, int minutes)
    {
        scene.Declare(scene.First, who, InterestAnswer.Unsure);
        scene.Meeting.TakeDeclaration(who, scene.Table, TieEnd.Vote, At(minutes));
    }

    private static Guid Put(AMeeting scene)
    {
        var id = Guid.NewGuid();
        Assert.Null(scene.Meeting.PutToVote(id, "Is it worthy?", [], scene.Table, At(7)));
        return id;
    }

    private static Refusal? Cast(AMeeting scene, Guid vote, PersonId member, Stance stance) => scene.Meeting.Cast(vote, member, stance, null, member, scene.Table);
}
