using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Access;

public sealed class TermTests
{
    // The last day is 30 June 2027; Finnish summer time.
    private static readonly DateTimeOffset End = new(2027, 6, 30, 21, 0, 0, TimeSpan.Zero);
    private static readonly Can[] OfAMember = [Can.SeeEntryTitle, Can.SeeEntryHead, Can.ReadEntry, Can.ScoreEntry, Can.DeclareInterest];
    private static readonly Can[] OfTheChair = [Can.SeeProgress, Can.CloseScoring, Can.ReopenSheet, Can.ConfirmDeclaration];

    public static TheoryData<Can> WhileScoring { get; } = [.. OfAMember, .. OfTheChair];

    public static TheoryData<Can> Later { get; } = [Can.Deliberate, Can.SeeScores, Can.RecordDecision, Can.LeadMeeting, Can.VoteInMeeting, Can.OpenRescoring];

    [Theory, MemberData(nameof(WhileScoring))]
    public void What_a_seat_gives_while_scoring_it_gives_until_the_last_millisecond_of_the_term(Can can) => Ends(can, Stage.Scoring);

    [Theory, MemberData(nameof(Later))]
    public void What_a_seat_gives_at_the_table_it_gives_until_the_last_millisecond_of_the_term(Can can) => Ends(can, Stage.Deliberation);

    [Fact]
    public void A_seat_without_an_end_ends_never() => Assert.True(Chair(DateTimeOffset.MaxValue, null).May(Can.Deliberate, Persons.At(Stage.Deliberation)));

    [Fact]
    public void Whoever_has_sat_on_the_jury_does_not_act_as_staff_after_its_term()
    {
        var person = Chair(End.AddDays(1), End) with { Staff = StaffRoles.Secretary | StaffRoles.Publisher };

        foreach (var can in new[] { Can.ManageCompetition, Can.ReadEntry, Can.RecordDecision, Can.CloseScoring, Can.PublishDecision, Can.ExportDossier })
            foreach (var stage in Enum.GetValues<Stage>())
                Assert.False(person.May(can, Persons.At(stage)));
    }

    private static void Ends(Can can, Stage stage)
    {
        Assert.True(Chair(End.AddMilliseconds(-1), End).May(can, Persons.At(stage)));
        Assert.False(Chair(End, End).May(can, Persons.At(stage)));
    }

    private static Person Chair(DateTimeOffset now, DateTimeOffset? end) =>
        new(new(Guid.NewGuid()), StaffRoles.None, [new(Persons.Competition, SeatRole.Chair) { HasAcknowledged = true, EndsAt = end }],
            new Dictionary<EntryId, TeamRole>(), new Dictionary<EntryId, Interest> { [Persons.Entry] = Interest.Clear })
        { At = now };
}
