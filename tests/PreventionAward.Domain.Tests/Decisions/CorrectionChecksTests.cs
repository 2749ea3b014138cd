using PreventionAward.Domain.Decisions;
using static PreventionAward.Domain.Tests.Decisions.ACorrection;

namespace PreventionAward.Domain.Tests.Decisions;

/// <summary>What stands in the way of a correction beside what is missing in it.</summary>
public sealed class CorrectionChecksTests
{
    [Fact]
    public void New_evidence_takes_the_prize_from_nobody_in_whichever_order_it_is_put_on_record()
    {
        var facts = Anew with { Error = FactError.NewEvidence };
        var evidenceFirst = Opened(InForce(), CorrectionKind.Fact);
        Assert.Null(evidenceFirst.Describe(new(new("Mitä", "Vad"), "Heard", false, "", facts)));
        Assert.Equal("corrections.new-evidence-in-favour-only", evidenceFirst.Redecide(Scope, new(Other, [], "Decided anew"))?.Code);
        Assert.Equal(Winner, evidenceFirst.Content.WinnerId);
        Assert.Null(evidenceFirst.Redecide(Scope, new(Winner, [Other], "A mention is added")));

        var outcomeFirst = Opened(InForce(), CorrectionKind.Fact);
        Assert.Null(outcomeFirst.Redecide(Scope, new(Other, [Winner], "Decided anew")));
        Assert.Equal("corrections.new-evidence-in-favour-only", outcomeFirst.Describe(new(new("Mitä", "Vad"), "Heard", false, "", facts))?.Code);
    }

    [Fact]
    public void A_prize_that_is_shared_anew_or_a_nomination_that_goes_to_another_is_less_for_who_had_it_whole()
    {
        var shared = Opened(InForce(), CorrectionKind.Fact);
        Assert.Null(shared.Redecide(Scope, new(Winner, [], "Shared") { SharedWith = [Other] }));
        var nominated = Opened(InForce(), CorrectionKind.Fact);
        Assert.Null(nominated.Redecide(Scope, new(Other, [], "The other one goes to Europe") { SharedWith = [Winner] }));

        Assert.All([shared, nominated], each => Assert.Contains(each.NotReady(), why => why.Code == "corrections.outcome-is-detriment"));
    }

    [Fact]
    public void Grounds_kept_word_for_word_from_another_winner_block_the_approval_until_each_is_written_anew()
    {
        var scope = Scope with { Criteria = ["C1"] };
        var decision = InForce("grounds.C1");
        var correction = Written(Opened(decision, CorrectionKind.Fact));
        Assert.Empty(correction.WrittenForAnother);

        Assert.Null(correction.Redecide(scope, new(Other, [], "Decided anew")));
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", true, "Consented", Anew with { Basis = DetrimentBasis.OwnConduct })));
        Assert.Equal([("grounds.C1", Language.Finnish), ("grounds.C1", Language.Swedish)], correction.WrittenForAnother);
        Assert.Null(correction.Write([new("grounds.C1", Language.Finnish, "grounds.C1  (fi)\n"), new("grounds.C1", Language.Swedish, "Skriven på nytt.")]));
        Assert.Equal("corrections.written-for-another", correction.Approve(scope, Chair, Later)?.Code);

        Assert.Null(correction.Write([new("grounds.C1", Language.Finnish, "Kirjoitettu uudelleen.")]));
        Assert.Null(correction.Confirm("grounds.C1", Language.Swedish));
        Assert.Null(correction.Approve(scope, Chair, Later));
    }

    [Fact]
    public void Where_the_prize_goes_to_nobody_only_the_grounds_themselves_have_to_be_written_anew()
    {
        var correction = Opened(InForce("grounds.C1"), CorrectionKind.Fact);

        Assert.Null(correction.Redecide(Scope with { Criteria = ["C1"] }, new(null, [], "None is worthy")));

        Assert.All(correction.WrittenForAnother, text => Assert.Equal("grounds", text.Section));
    }

    [Theory]
    [InlineData(CorrectionKind.Clerical, NotHeardBecause.Unnecessary, null)]
    [InlineData(CorrectionKind.Clerical, NotHeardBecause.PurposeOrDelay, "corrections.hearing-choice-missing")]
    [InlineData(CorrectionKind.Clerical, null, "corrections.hearing-choice-missing")]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.EvidentlyUnnecessary, null)]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.PurposeOrDelay, null)]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.Unnecessary, "corrections.hearing-choice-missing")]
    [InlineData(CorrectionKind.Fact, null, "corrections.hearing-choice-missing")]
    public void Who_is_not_heard_is_left_unheard_on_a_point_of_the_law_for_that_kind_of_error(CorrectionKind kind, NotHeardBecause? why, string? refusal)
    {
        var correction = Written(Opened(InForce(), kind));
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "x", false, "", Anew with { WereHeard = false, NotHeard = why })));

        Assert.Equal(refusal, correction.Approve(Scope, Chair, Later)?.Code);
    }

    [Theory]
    [InlineData(CorrectionKind.Clerical, NotHeardBecause.Unnecessary, "corrections.hearing-is-necessary")]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.EvidentlyUnnecessary, "corrections.hearing-is-necessary")]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.PurposeOrDelay, null)]
    public void Hearing_is_never_unnecessary_where_the_correction_is_to_a_partys_detriment(CorrectionKind kind, NotHeardBecause why, string? refusal)
    {
        var correction = Written(Opened(InForce(), kind));

        Assert.Equal(refusal, correction.Describe(new(new("Mitä", "Vad"), "x", true, "x", Unheard(why) with { Basis = DetrimentBasis.OwnConduct }))?.Code);
    }

    [Theory]
    [InlineData("Pisteitä oli 724.", "Poängen var 742.", "sv")]
    [InlineData("Raati tarkisti luvun.", "Rådet kontrollerade talet.", "sv")]
    [InlineData("Hanke on Eteläntuuli.", "Projektet är Etelantuuli.", "sv")]
    [InlineData("Pisteitä oli 724.", "Poängen var 724.", "en")]
    public void What_was_corrected_is_compared_between_the_languages_and_a_difference_passes_with_a_reason(string finnish, string swedish, string language)
    {
        var correction = Written(Opened(InForce()));
        Assert.Null(correction.Describe(new(new(finnish, swedish, language == "en" ? "The points were 742." : null), "Not needed", false, "", Anew)));

        var warning = Assert.Single(correction.Warnings);
        Assert.Equal(("what-differs", language), (warning.Code, warning.Language.Code));
        Assert.Equal("decisions.warnings-open", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Equal("decisions.warning-needs-a-reason", correction.Pass(Scope, warning.Key, " ", Chair, Later)?.Code);
        Assert.Null(correction.Pass(Scope, warning.Key, "So it is", Chair, Later));
        Assert.Null(correction.Approve(Scope, Chair, Later));
        Assert.Equal("So it is", correction.TextStanding.Passed[warning.Key].Reason);
    }

    [Theory]
    [InlineData(CorrectionKind.Clerical, 30, 5, false)]
    [InlineData(CorrectionKind.Clerical, 30, 6, true)]
    [InlineData(CorrectionKind.Clerical, 100, 10, false)]
    [InlineData(CorrectionKind.Clerical, 100, 11, true)]
    [InlineData(CorrectionKind.Fact, 100, 100, false)]
    public void A_slip_of_more_than_five_words_and_a_tenth_of_the_text_passes_only_with_a_reason(CorrectionKind kind, int words, int changed, bool isTooMuch)
    {
        string Text(string word, int others) => string.Join(' ', Enumerable.Range(0, words).Select(i => i < others ? $"{word}{i}" : $"sana{i}"));
        var decision = InForce();
        Assert.Null(Unlocked(decision).Write([new("grounds", Language.Finnish, Text("sana", 0))]));
        var correction = Written(Opened(decision, kind));

        Assert.Null(correction.Write([new("grounds", Language.Finnish, Text("muu", changed)), new("grounds", Language.Swedish, "Ny.")]));

        Assert.Equal(isTooMuch, correction.Warnings.Any(w => w is { Code: "more-than-a-slip", Section: "grounds" } && w.Language == Language.Finnish));
    }

    [Fact]
    public void Another_change_is_another_warning()
    {
        var correction = Written(Opened(InForce()));
        Assert.Null(correction.Write([new("grounds", Language.Finnish, "yksi kaksi kolme neljä viisi kuusi seitsemän")]));
        var warning = Assert.Single(correction.Warnings);
        Assert.Null(correction.Pass(Scope, warning.Key, "A row had dropped out", Chair, Later));
        Assert.True(correction.IsPassed(Assert.Single(correction.Warnings)));

        Assert.Null(correction.Write([new("grounds", Language.Finnish, "yksi kaksi kolme neljä viisi kuusi kahdeksan")]));

        Assert.False(correction.IsPassed(Assert.Single(correction.Warnings)));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void Who_had_won_at_a_time_is_told_by_the_version_in_force_then(int minutes, bool isTheFirst)
    {
        var correction = Opened(InForce(), CorrectionKind.Fact);
        Assert.Null(correction.Redecide(Scope, new(Other, [], "Decided anew")));
        var published = Correction.Restore(new(
            correction.CompetitionId, 2, correction.Kind, "x", LocalizedText.Empty, "", false, "", correction.Content, correction.Replaces, TextStanding.None, Chair, Later, Chair, Later, Chair, Later));

        Assert.Equal(isTheFirst ? Winner : Other, new[] { published }.WinnerAt(Later.AddMinutes(minutes), Other));
        Assert.Equal(Winner, new[] { correction }.WinnerAt(Later, Other));
    }
}
