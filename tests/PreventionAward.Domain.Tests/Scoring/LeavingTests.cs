using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class LeavingTests
{
    private static readonly EntryId One = new(Guid.NewGuid());
    private static readonly EntryId Two = new(Guid.NewGuid());
    private static readonly PersonId Juror = An.Person();

    [Fact]
    public void Who_has_scored_everything_leaves_the_scores_in_the_results() =>
        Assert.Equal(new(Due: 2, HandedIn: 2, Begun: 0, Stay: true), Leave(Stage.Scoring, Sheet(One, handedIn: true), Sheet(Two, handedIn: true)));

    [Fact]
    public void Who_has_scored_some_entries_only_takes_them_out_of_the_results() =>
        Assert.Equal(new(Due: 2, HandedIn: 1, Begun: 1, Stay: false), Leave(Stage.Scoring, Sheet(One, handedIn: true), Sheet(Two, handedIn: false)));

    [Fact]
    public void Once_scoring_is_closed_nobody_changes_the_results_by_leaving() =>
        Assert.Equal(new(Due: 2, HandedIn: 1, Begun: 1, Stay: true), Leave(Stage.Deliberation, Sheet(One, handedIn: true), Sheet(Two, handedIn: false)));

    [Fact]
    public void An_entry_from_which_the_member_is_recused_was_never_the_members_to_score() =>
        Assert.Equal(new(Due: 1, HandedIn: 1, Begun: 0, Stay: true), Leaving.Of(
            Stage.Scoring, [One, Two], new Dictionary<EntryId, Interest> { [One] = Interest.Clear, [Two] = Interest.Recused }, [Sheet(One, handedIn: true), Sheet(Two, handedIn: true)]));

    [Fact]
    public void Who_has_handed_in_nothing_leaves_nothing_behind() =>
        Assert.Equal(new(Due: 2, HandedIn: 0, Begun: 0, Stay: false), Leave(Stage.Deliberation));

    private static Leaving Leave(Stage stage, params ScoreSheet[] sheets) =>
        Leaving.Of(stage, [One, Two], new Dictionary<EntryId, Interest> { [One] = Interest.Clear, [Two] = Interest.Clear }, sheets);

    private static ScoreSheet Sheet(EntryId entry, bool handedIn) =>
        ScoreSheet.Restore(new(Guid.NewGuid()), entry, Juror, [KeyValuePair.Create("C1", new Mark(3))], An.Spring, handedIn ? An.Spring : null);
}
