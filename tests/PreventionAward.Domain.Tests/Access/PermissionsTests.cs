using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Access;

public sealed class PermissionsTests
{
    public static TheoryData<Can> Everything { get; } = [.. Enum.GetValues<Can>()];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Exactly_what_the_table_says_is_allowed(Can can)
    {
        var differences =
            from name in Persons.Names
            from stage in Enum.GetValues<Stage>()
            let expected = PermissionTable.Allowed.Contains((can.ToString(), name, stage))
            where Persons.Named(name).May(can, Persons.At(stage)) != expected
            select $"{name} at {stage}: should be {(expected ? "allowed" : "refused")}";

        Assert.Equal([], differences);
    }

    [Fact]
    public void The_table_names_only_permissions_that_exist_and_leaves_none_out() =>
        Assert.Equal(Enum.GetNames<Can>().Order(), PermissionTable.Allowed.Select(cell => cell.Can).Distinct().Order());

    [Theory]
    [InlineData(EntryStatus.Draft, "applicant")]
    [InlineData(EntryStatus.Submitted, "applicant, secretary")]
    [InlineData(EntryStatus.Eligible, "applicant, secretary, juror-clear")]
    [InlineData(EntryStatus.Ineligible, "applicant, secretary")]
    [InlineData(EntryStatus.Withdrawn, "applicant")]
    public void Only_what_was_submitted_is_read_and_only_what_is_eligible_reaches_the_jury(EntryStatus status, string readers)
    {
        string[] names = ["anyone", "applicant", "other-applicant", "secretary", "juror-undeclared", "juror-clear", "publisher"];

        var found = names.Where(name => Persons.Named(name).May(Can.ReadEntry, Persons.At(Stage.Scoring, status)));

        Assert.Equal(readers.Split(", "), found);
    }

    [Theory]
    [InlineData(Can.EditEntry)]
    [InlineData(Can.SubmitEntry)]
    [InlineData(Can.SupplementEntry)]
    [InlineData(Can.WithdrawEntry)]
    [InlineData(Can.ManageTeam)]
    public void A_withdrawn_entry_is_not_worked_on_any_more(Can can) =>
        Assert.False(Persons.Named("applicant").May(can, Persons.At(can == Can.SupplementEntry ? Stage.Screening : Stage.Open, EntryStatus.Withdrawn)));

    [Fact]
    public void Whoever_takes_part_in_a_competition_is_no_secretary_of_it_for_any_entry_nor_for_the_whole()
    {
        var competitor = Persons.Named("secretary-on-team");
        var whole = new Matter(Persons.Competition, Stage.Screening);
        var another = Persons.At(Stage.Screening) with { Entry = new(Guid.NewGuid()) };

        Assert.False(competitor.May(Can.ManageCompetition, whole));
        Assert.False(competitor.May(Can.AdvanceStage, whole));
        Assert.False(competitor.May(Can.ReadEntry, another));
        Assert.False(competitor.May(Can.ScreenEntry, another));
        Assert.True(competitor.May(Can.ManageCompetition, whole with { Competition = new(Guid.NewGuid()) }));
    }

    [Fact]
    public void Without_a_competition_nothing_of_one_is_allowed() =>
        Assert.Equal([Can.CreateCompetition, Can.KeepOutages, Can.ManagePeople, Can.SeeOutbox], Enum.GetValues<Can>().Where(can => Persons.Named("secretary").May(can)).OrderBy(can => can.ToString()));
}
