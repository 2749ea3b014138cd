using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class CompetitionTests
{
    [Fact]
    public void A_call_that_was_cancelled_before_it_opened_never_becomes_public()
    {
        var (never, once) = (An.Competition(Stage.Draft), An.Competition(Stage.Draft));
        Assert.Null(once.Advance(Stage.Open, new(), An.Spring));
        Assert.True(once.IsAnnounced);

        Assert.Null(never.Advance(Stage.Cancelled, new(), An.Spring));
        Assert.Null(once.Advance(Stage.Cancelled, new(), An.Spring));

        Assert.Equal((false, true), (never.IsAnnounced, once.IsAnnounced));
        Assert.False(Person.Anyone.May(Can.SeeCompetition, never.Matter));
        Assert.True(Person.Anyone.May(Can.SeeCompetition, once.Matter));
    }

    [Theory]
    [InlineData("2027", null)]
    [InlineData("spring-2027", null)]
    [InlineData("", "competitions.name-not-plain")]
    [InlineData("Spring", "competitions.name-not-plain")]
    [InlineData("kevät", "competitions.name-not-plain")]
    [InlineData("a b", "competitions.name-not-plain")]
    [InlineData("-2027", "competitions.name-not-plain")]
    [InlineData("2027\n", "competitions.name-not-plain")]
    [InlineData("outbox", "competitions.name-taken")]
    public void A_name_fits_into_an_address_and_takes_none_of_the_portals_own(string name, string? refusal) =>
        Assert.Equal(refusal, CompetitionName.Check(name)?.Code);

    [Fact]
    public void A_name_has_sixty_characters_at_most()
    {
        Assert.Null(CompetitionName.Check(new('a', 60)));
        Assert.Equal("competitions.name-not-plain", CompetitionName.Check(new('a', 61))?.Code);
    }

    [Fact]
    public void The_jury_is_fixed_from_scoring_on()
    {
        foreach (var stage in Enum.GetValues<Stage>())
            Assert.Equal(stage < Stage.Scoring, !An.Competition(stage).IsJuryFrozen);
    }

    [Fact]
    public void Contact_and_appointment_may_be_corrected_until_the_jury_has_approved_its_decision()
    {
        var contact = Authority.Empty with { DiaryNumber = "VN/1/2027" };

        foreach (var stage in Enum.GetValues<Stage>())
        {
            var competition = An.Competition(stage);

            Assert.Equal(stage <= Stage.Decided ? null : "competitions.contact-fixed", competition.Correct(contact, LocalizedText.Empty, LocalizedText.Empty, isApproved: false)?.Code);
            Assert.Equal(stage <= Stage.Decided, competition.Authority == contact);
        }

        Assert.Equal("competitions.contact-fixed", An.Competition(Stage.Decided).Correct(contact, LocalizedText.Empty, LocalizedText.Empty, isApproved: true)?.Code);
    }

    [Fact]
    public void The_plan_given_back_changes_nothing_and_is_refused_once_the_call_is_open()
    {
        var draft = An.Competition(Stage.Draft);
        var plan = draft.Plan;

        Assert.Null(draft.SetUp(plan));
        Assert.Equal(plan, draft.Plan);
        Assert.Equal("competitions.frozen", An.Competition(Stage.Open).SetUp(plan with { Form = FormDefinition.Empty })?.Code);
    }

    [Theory]
    [InlineData(-1, Stage.Open)]
    [InlineData(0, Stage.Closed)]
    [InlineData(1, Stage.Closed)]
    public void Everybody_is_told_that_the_time_has_run_out_as_soon_as_it_has(int seconds, Stage told)
    {
        var timetable = An.Plan().Timetable;

        Assert.Equal(told, timetable.StageAsTold(Stage.Open, An.ClosingTime.AddSeconds(seconds)));
        Assert.Equal(Stage.Scoring, timetable.StageAsTold(Stage.Scoring, An.ClosingTime.AddSeconds(seconds)));
    }
}
