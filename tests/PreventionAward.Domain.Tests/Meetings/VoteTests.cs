using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Domain.Tests.Scoring;

namespace PreventionAward.Domain.Tests.Meetings;

public sealed class VoteTests
{
    [Fact]
    public void Only_members_who_are_there_and_in_the_room_vote_and_the_last_word_counts()
    {
        var scene = new AMeeting().Handling();
        var vote = Put(scene);

        Assert.Equal("meeting.vote-open", scene.Meeting.PutToVote(Guid.NewGuid(), "another?", [], scene.Table, AMeeting.Noon)?.Code);
        Assert.Equal("meeting.vote-open", scene.Meeting.MoveTo(2, scene.Table, AMeeting.Noon)?.Code);
        Assert.Equal("meeting.no-vote", Cast(scene, vote, scene.Jurors[3], Stance.For)?.Code);
        Assert.Equal("meeting.no-vote", Cast(scene, vote, scene.Secretary, Stance.For)?.Code);
        Assert.Equal("meeting.not-of-the-table", Cast(scene, vote, An.Person(), Stance.For)?.Code);
        Assert.Null(Cast(scene, vote, scene.Jurors[0], Stance.Against));
        Assert.Null(Cast(scene, vote, scene.Jurors[0], Stance.For));
        scene.Meeting.Leave(scene.Jurors[1], scene.Table, AMeeting.Noon);
        Assert.Equal("meeting.vote-when-there", Cast(scene, vote, scene.Jurors[1], Stance.For)?.Code);

        Assert.Null(scene.Meeting.Count(vote, TieEnd.Vote, scene.Table, AMeeting.Noon, [scene.Chair]));
        Assert.Equal((1, 0), (scene.Meeting.Votes[0].Result!.For, scene.Meeting.Votes[0].Result!.Against));
        Assert.Equal("meeting.no-open-vote", Cast(scene, vote, scene.Jurors[0], Stance.For)?.Code);
    }

    [Theory]
    [InlineData(TieEnd.Vote, true, true)]
    [InlineData(TieEnd.ChairDecides, true, true)]
    [InlineData(TieEnd.Shared, false, false)]
    public void An_even_count_is_decided_by_the_chair_where_the_rule_says_so(TieEnd rule, bool carried, bool byCastingVote)
    {
        var scene = new AMeeting().Handling();
        var vote = Put(scene);
        Cast(scene, vote, scene.Chair, Stance.For);
        Cast(scene, vote, scene.Jurors[0], Stance.Against);
        Cast(scene, vote, scene.Jurors[1], Stance.Abstain);

        Assert.Null(scene.Meeting.Count(vote, rule, scene.Table, AMeeting.Noon));

        Assert.Equal((carried, byCastingVote), (scene.Meeting.Votes[0].Result!.Carried, scene.Meeting.Votes[0].Result!.ByCastingVote));
    }

    [Fact]
    public void A_tie_is_settled_by_criteria_then_by_the_vote_that_was_held_on_exactly_those_entries()
    {
        EntryId a = ExampleSheets.Entry(), b = ExampleSheets.Entry(), c = ExampleSheets.Entry();
        var byCriterion = Ranked(TieRule.Default, (a, [3, 4, 3, 3, 3]), (b, [4, 3, 3, 3, 3]), (c, [1, 1, 1, 1, 1]));
        Assert.Equal((TieStep.Criteria, (EntryId?)a, "C2"), TieOf(byCriterion, TieRule.Default) is { } settled ? (settled.Step, settled.First, settled.Criterion) : default);

        var even = Ranked(TieRule.Default, (a, [3, 3, 3, 3, 3]), (b, [3, 3, 3, 3, 3]), (c, [1, 1, 1, 1, 1]));
        Assert.True(TieOf(even, TieRule.Default)!.AwaitsVote);
        Assert.Equal(b, TieOf(even, TieRule.Default, Voted(b, false, a, b))!.First);
        Assert.Equal(TieStep.CastingVote, TieOf(even, TieRule.Default, Voted(b, true, a, b))!.Step);
        Assert.True(TieOf(even, TieRule.Default, Voted(c, false, a, b, c))!.AwaitsVote);
        Assert.Equal(TieStep.Shared, TieOf(even, new([], TieEnd.Shared))!.Step);
        Assert.Null(TieOf(Ranked(TieRule.Default, (a, [3, 3, 3, 3, 3]), (c, [1, 1, 1, 1, 1])), TieRule.Default));
    }

    [Fact]
    public void The_decision_follows_the_rule_or_says_why_not_and_only_a_shared_rule_shares()
    {
        EntryId a = ExampleSheets.Entry(), b = ExampleSheets.Entry();
        var even = Ranked(TieRule.Default, (a, [3, 3, 3, 3, 3]), (b, [3, 3, 3, 3, 3]));

        Assert.Equal("decisions.tie-needs-vote", Record(new(a, [], ""), TieOf(even, TieRule.Default)).Refusal?.Code);
        Assert.Equal("decisions.not-first-needs-reason", Record(new(a, [], ""), TieOf(even, TieRule.Default, Voted(b, false, a, b))).Refusal?.Code);
        Assert.Null(Record(new(a, [], "why"), TieOf(even, TieRule.Default, Voted(b, false, a, b))).Refusal);
        Assert.Equal(TieStep.Vote, Record(new(b, [], ""), TieOf(even, TieRule.Default, Voted(b, false, a, b))).Decision.Tie?.Step);
        Assert.Equal("decisions.not-shared", Record(new(a, [], "why") { SharedWith = [b] }, TieOf(even, TieRule.Default)).Refusal?.Code);

        var shared = TieOf(even, new([], TieEnd.Shared));
        Assert.Equal([b], Record(new(a, [], "") { SharedWith = [b] }, shared).Decision.SharedWith);
        Assert.Equal("decisions.not-first-needs-reason", Record(new(a, [], ""), shared).Refusal?.Code);

        (Decision Decision, Refusal? Refusal) Record(Outcome outcome, TieAtTop? tie)
        {
            var decision = new Decision(ExampleSheets.Competition);
            return (decision, decision.Record(outcome, even, An.Person(), AMeeting.Noon, tie));
        }
    }

    [Fact]
    public void Scoring_anew_keeps_the_marks_from_before_and_counts_the_new_ones()
    {
        var sheet = ExampleSheets.Sheet(ExampleSheets.Entry(), 3, 3, 3, 3, 3);
        var anew = ExampleSheets.Criteria.ToDictionary(c => c.Key, _ => new Mark(4));

        Assert.Equal("scoring.incomplete", sheet.Rescore(ExampleSheets.Criteria, anew.Take(4).ToDictionary(), AMeeting.Noon)?.Code);
        Assert.Equal(3, sheet.Marks["C1"].Points);
        Assert.Null(sheet.Rescore(ExampleSheets.Criteria, anew, AMeeting.Noon.AddHours(1)));

        Assert.Equal(4, sheet.Marks["C1"].Points);
        Assert.Equal(3, Assert.Single(sheet.Earlier).Marks["C1"].Points);
        Assert.True(sheet.IsHandedIn);
    }

    private static Guid Put(AMeeting scene)
    {
        var id = Guid.NewGuid();
        Assert.Null(scene.Meeting.PutToVote(id, "Is it worthy?", [], scene.Table, AMeeting.Noon));
        return id;
    }

    private static Refusal? Cast(AMeeting scene, Guid vote, PersonId member, Stance stance) => scene.Meeting.Cast(vote, member, stance, null, member, scene.Table);

    private static IReadOnlyList<RankedEntry> Ranked(TieRule rule, params (EntryId Entry, int?[] Points)[] entries) =>
        Ranking.Of(entries.Select(e => e.Entry), [.. entries.Select(e => ExampleSheets.Sheet(e.Entry, e.Points))], ExampleSheets.Criteria, rule);

    private static TieAtTop? TieOf(IReadOnlyList<RankedEntry> ranking, TieRule rule, params Vote[] votes) => TieAtTop.Of(ranking, rule, votes);

    private static Vote Voted(EntryId chosen, bool byCastingVote, params EntryId[] tied) =>
        new(Guid.NewGuid(), AgendaItem.Decision, "Which?", tied, AMeeting.Noon, [], new(3, 0, 0, true, chosen, byCastingVote, null, AMeeting.Noon));
}
