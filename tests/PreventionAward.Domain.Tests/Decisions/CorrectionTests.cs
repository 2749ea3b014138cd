using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class CorrectionTests
{
    private static readonly EntryId Winner = new(Guid.NewGuid());
    private static readonly EntryId Other = new(Guid.NewGuid());
    private static readonly DecisionScope Scope = new([Winner, Other], []);
    private static readonly PersonId Chair = An.Person();
    private static readonly DateTimeOffset Decided = An.Spring;
    private static readonly DateTimeOffset Later = An.Spring.AddDays(9);

    [Fact]
    public void It_starts_from_the_words_in_force_and_leaves_them_as_they_are()
    {
        var decision = InForce();
        var correction = Opened(decision);

        Assert.Null(correction.Write([new("grounds", Language.Finnish, "Uusi."), new("grounds", Language.Swedish, "Ny.")]));

        Assert.Equal("grounds (fi)", decision["grounds"].Fi);
        Assert.Equal("grounds (fi)", correction.Replaces.Texts["grounds"].Fi);
        Assert.Equal("Uusi.", correction.Content.Texts["grounds"].Fi);
    }

    [Fact]
    public void Without_a_reason_it_is_not_opened() =>
        Assert.Equal("corrections.reason-missing", Correction.Open(InForce(), 2, CorrectionKind.Clerical, " ", Chair, Later).Refusal?.Code);

    [Theory]
    [InlineData(CorrectionKind.Clerical, "corrections.clerical-keeps-outcome")]
    [InlineData(CorrectionKind.Fact, null)]
    public void Only_an_error_of_fact_changes_the_outcome(CorrectionKind kind, string? refusal)
    {
        var correction = Opened(InForce(), kind);

        Assert.Equal(refusal, correction.Redecide(Scope, new(Other, [], "Decided anew"))?.Code);

        Assert.Equal(refusal is null ? Other : Winner, correction.Content.WinnerId);
    }

    [Fact]
    public void A_new_outcome_names_entries_that_were_assessed_each_once_and_says_why()
    {
        var correction = Opened(InForce(), CorrectionKind.Fact);

        Assert.Equal("decisions.not-eligible", correction.Redecide(Scope, new(new(Guid.NewGuid()), [], "x"))?.Code);
        Assert.Equal("decisions.winner-is-mention", correction.Redecide(Scope, new(Other, [Other], "x"))?.Code);
        Assert.Equal("corrections.outcome-needs-reason", correction.Redecide(Scope, new(Other, [], ""))?.Code);
    }

    [Fact]
    public void Taking_the_prize_from_an_entry_is_to_the_detriment_of_its_party()
    {
        var correction = Opened(InForce(), CorrectionKind.Fact);
        Assert.DoesNotContain(correction.NotReady(), why => why.Code == "corrections.outcome-is-detriment");

        Assert.Null(correction.Redecide(Scope, new(Other, [Winner], "Decided anew")));
        Assert.Contains(correction.NotReady(), why => why.Code == "corrections.outcome-is-detriment");

        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", true, "Consented")));
        Assert.DoesNotContain(correction.NotReady(), why => why.Code == "corrections.outcome-is-detriment");
    }

    [Fact]
    public void Before_approval_both_languages_say_what_was_corrected_the_hearing_is_on_record_and_something_has_changed()
    {
        var correction = Opened(InForce());

        Assert.Equal("corrections.what-missing", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Describe(new(new("Mitä"), "", false, "")));
        Assert.Equal("corrections.what-missing", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "", false, "")));
        Assert.Equal("corrections.hearing-missing", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "")));
        Assert.Equal("corrections.hearing-choice-missing", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Unheard(NotHeardBecause.Unnecessary))));
        Assert.Equal("corrections.nothing-changed", correction.Approve(Scope, Chair, Later)?.Code);
    }

    [Theory]
    [InlineData(CorrectionKind.Fact, null, null, "x", "corrections.basis-missing")]
    [InlineData(CorrectionKind.Fact, DetrimentBasis.NotUnreasonable, null, "x", "corrections.basis-missing")]
    [InlineData(CorrectionKind.Fact, DetrimentBasis.Consent, null, "x", "corrections.consented-on-missing")]
    [InlineData(CorrectionKind.Fact, DetrimentBasis.Consent, "2027-10-05", "", "corrections.consent-missing")]
    [InlineData(CorrectionKind.Fact, DetrimentBasis.Consent, "2027-10-05", "x", null)]
    [InlineData(CorrectionKind.Fact, DetrimentBasis.OwnConduct, null, "x", null)]
    [InlineData(CorrectionKind.Clerical, DetrimentBasis.Consent, "2027-10-05", "x", "corrections.basis-missing")]
    [InlineData(CorrectionKind.Clerical, DetrimentBasis.NotUnreasonable, null, "", "corrections.consent-missing")]
    [InlineData(CorrectionKind.Clerical, DetrimentBasis.NotUnreasonable, null, "x", null)]
    public void To_a_partys_detriment_it_needs_a_basis_of_its_own_section_of_law_and_words_on_record(CorrectionKind kind, DetrimentBasis? basis, string? consented, string words, string? refusal)
    {
        var correction = Written(Opened(InForce(), kind));
        var on = consented is null ? (DateOnly?)null : DateOnly.ParseExact(consented, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", IsToDetriment: true, words, Anew with { Basis = basis, ConsentedOn = on })));

        Assert.Equal(refusal, correction.Approve(Scope, Chair, Later)?.Code);
    }

    [Fact]
    public void New_evidence_corrects_nothing_to_a_partys_detriment()
    {
        var correction = Written(Opened(InForce(), CorrectionKind.Fact));
        var facts = Anew with { Error = FactError.NewEvidence, Basis = DetrimentBasis.OwnConduct };

        Assert.Equal("corrections.new-evidence-in-favour-only", correction.Describe(new(new("Mitä", "Vad"), "Heard", IsToDetriment: true, "x", facts))?.Code);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", IsToDetriment: false, "", facts)));
    }

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

    [Fact]
    public void An_error_of_fact_is_named_by_its_point_and_decided_anew_by_somebody()
    {
        var correction = Written(Opened(InForce(), CorrectionKind.Fact));

        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", false, "", Anew with { Error = null })));
        Assert.Equal("corrections.error-missing", correction.Approve(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Heard", false, "", Anew with { Anew = null })));
        Assert.Equal("corrections.anew-missing", correction.Approve(Scope, Chair, Later)?.Code);
    }

    [Fact]
    public void Another_record_of_how_it_was_decided_has_to_be_read_over_anew()
    {
        var correction = Written(Opened(InForce(), CorrectionKind.Fact));
        foreach (var language in new[] { Language.Finnish, Language.Swedish }) Assert.Null(correction.CheckLanguage(Scope, language, Chair, Later));

        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Anew with { Anew = Anew.Anew! with { TookPart = [Chair] } })));
        Assert.Equal(2, correction.TextStanding.Checks.Count);
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Anew with { Anew = Anew.Anew! with { Way = DecidingWay.Writing } })));
        Assert.Empty(correction.TextStanding.Checks);
    }

    [Fact]
    public void One_language_changed_alone_waits_for_the_other()
    {
        var correction = Opened(InForce());
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Unheard(NotHeardBecause.Unnecessary))));

        correction.Write([new("grounds", Language.Finnish, "Uusi.")]);

        Assert.Equal("decisions.texts-out-of-date", correction.Approve(Scope, Chair, Later)?.Code);
    }

    [Fact]
    public void It_is_published_only_once_approved_and_read_over_in_each_language()
    {
        var correction = Written(Opened(InForce()));
        Assert.Equal("decisions.not-approved", correction.Publish(Scope, Chair, Later)?.Code);
        Assert.Null(correction.Approve(Scope, Chair, Later));
        Assert.Equal("decisions.language-unchecked", correction.Publish(Scope, Chair, Later)?.Code);

        foreach (var language in new[] { Language.Finnish, Language.Swedish }) Assert.Null(correction.CheckLanguage(Scope, language, Chair, Later));

        Assert.Null(correction.Publish(Scope, Chair, Later));
        Assert.Equal("corrections.published-already", correction.Publish(Scope, Chair, Later)?.Code);
    }

    [Fact]
    public void Other_words_on_what_was_corrected_have_to_be_read_over_anew()
    {
        var correction = Written(Opened(InForce()));
        foreach (var language in new[] { Language.Finnish, Language.Swedish }) Assert.Null(correction.CheckLanguage(Scope, language, Chair, Later));

        Assert.Null(correction.Describe(new(new("Toisin", "Annat"), "Not needed", false, "")));

        Assert.Empty(correction.TextStanding.Checks);
    }

    [Fact]
    public void Approval_locks_it_until_it_is_taken_back()
    {
        var correction = Written(Opened(InForce()));
        Assert.Null(correction.Approve(Scope, Chair, Later));

        Assert.Equal("decisions.already-approved", correction.Write([new("grounds", Language.Finnish, "x")])?.Code);
        Assert.Equal("decisions.already-approved", correction.Describe(new(new("x", "x"), "x", false, ""))?.Code);

        correction.Unapprove();
        Assert.Null(correction.Write([new("grounds", Language.Finnish, "x")]));
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

    [Theory]
    [InlineData(CorrectionKind.Clerical, 0)]
    [InlineData(CorrectionKind.Fact, 9)]
    public void A_mended_slip_leaves_the_day_of_the_decision_and_a_decision_anew_has_its_own(CorrectionKind kind, int days)
    {
        var decision = InForce();
        var correction = Written(Opened(decision, kind));
        Assert.Null(correction.Approve(Scope, Chair, Later));

        decision.Correct(correction);

        Assert.Equal(Decided.AddDays(days), decision.ApprovedAt);
        Assert.Equal("Uusi.", decision["grounds"].Fi);
        Assert.Equal("grounds (fi)", correction.Replaces.Texts["grounds"].Fi);
    }

    private static CorrectionFacts Anew => new(FactError.Evidence, new(DecidingWay.Meeting, new(2027, 10, 4), [Chair]), WereHeard: true, null, null);

    private static CorrectionFacts Unheard(NotHeardBecause why) => Anew with { WereHeard = false, NotHeard = why };

    private static Decision InForce(params string[] more) => Decision.Restore(
        new(Guid.NewGuid()), new(Winner, [], ""),
        new[] { "grounds", DecisionSection.Assessment(Winner), DecisionSection.Assessment(Other), "remarks" }.Concat(more).Select(s => KeyValuePair.Create(s, new LocalizedText($"{s} (fi)", $"{s} (sv)"))),
        Chair, Decided, Chair, Decided);

    private static Decision Unlocked(Decision decision)
    {
        decision.Unapprove();
        return decision;
    }

    private static Correction Opened(Decision decision, CorrectionKind kind = CorrectionKind.Clerical) =>
        Correction.Open(decision, 2, kind, "A figure was wrong", Chair, Later).Correction!;

    private static Correction Written(Correction correction)
    {
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Anew)));
        Assert.Null(correction.Write([new("grounds", Language.Finnish, "Uusi."), new("grounds", Language.Swedish, "Ny.")]));
        return correction;
    }
}
