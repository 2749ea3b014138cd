using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Competitions;

public sealed class EuropeTests
{
    private static readonly DateTimeOffset Decided = An.ClosingTime.Date.AddDays(20);
    private static readonly DateTimeOffset Now = Decided.AddDays(30);
    private static readonly Milestone Nominated = new(MilestoneKind.Nominated, Decided.AddDays(1));

    [Fact]
    public void Europe_is_told_only_of_a_decision_with_a_winner()
    {
        Assert.Equal("nomination.not-decided-yet", An.Competition(Stage.Deliberation).Record(Nominated, true, Decided, Now)?.Code);
        Assert.Equal("nomination.no-winner", An.Competition(Stage.Decided).Record(Nominated, false, Decided, Now)?.Code);
        Assert.Null(An.Competition(Stage.Decided).Record(Nominated, true, Decided, Now));
    }

    [Fact]
    public void An_event_lies_between_the_day_of_the_decision_and_today_and_is_told_once()
    {
        var competition = An.Competition(Stage.Decided);

        Assert.Equal("nomination.before-the-decision", competition.Record(Nominated with { At = Decided.AddTicks(-1) }, true, Decided, Now)?.Code);
        Assert.Equal("nomination.in-the-future", competition.Record(Nominated with { At = Now.AddTicks(1) }, true, Decided, Now)?.Code);
        Assert.Null(competition.Record(Nominated with { At = Decided }, true, Decided, Now));
        Assert.Equal("nomination.recorded-already", competition.Record(Nominated with { At = Decided, Note = An.Text("Again") }, true, Decided, Now)?.Code);
        Assert.Equal("nomination.no-such-event", competition.Record(new(MilestoneKind.Published, Decided), true, Decided, Now)?.Code);
    }

    [Fact]
    public void A_note_is_in_both_national_languages_or_not_at_all()
    {
        var competition = An.Competition(Stage.Published);

        Assert.Equal("nomination.note-in-both", competition.Record(Nominated with { Note = new("Suomeksi") }, true, Decided, Now)?.Code);
        Assert.Equal("nomination.note-in-both", competition.Record(Nominated with { Note = new(En: "English only") }, true, Decided, Now)?.Code);
        Assert.Null(competition.Record(Nominated with { Note = new("Suomeksi", "På svenska") }, true, Decided, Now));
    }

    [Fact]
    public void An_event_is_corrected_in_its_place_and_stays_where_the_correction_is_refused()
    {
        var competition = An.Competition(Stage.Published);
        var sent = new Milestone(MilestoneKind.SentToEurope, Decided.AddDays(3));
        competition.Record(Nominated, true, Decided, Now);
        competition.Record(sent, true, Decided, Now);
        var later = Nominated with { At = Decided.AddDays(2) };

        Assert.Equal("nomination.in-the-future", competition.Correct(Nominated, Nominated with { At = Now.AddDays(1) }, Decided, Now)?.Code);
        Assert.Equal([Nominated, sent], competition.Milestones);
        Assert.Null(competition.Correct(Nominated, later, Decided, Now));
        Assert.Equal([later, sent], competition.Milestones);
        Assert.Equal("nomination.no-such-event", competition.Correct(Nominated, later, Decided, Now)?.Code);
    }

    [Fact]
    public void Only_an_event_in_Europe_is_taken_back()
    {
        var competition = An.Competition(Stage.Draft);
        competition.Advance(Stage.Cancelled, new(), Now);
        var cancelled = Assert.Single(competition.Milestones);

        Assert.Equal("nomination.no-such-event", competition.TakeBack(cancelled)?.Code);

        var decided = An.Competition(Stage.Decided);
        decided.Record(Nominated, true, Decided, Now);
        Assert.Null(decided.TakeBack(Nominated));
        Assert.Empty(decided.Milestones);
    }
}
