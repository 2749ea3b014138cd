using PreventionAward.Domain.Decisions;
using static PreventionAward.Domain.Tests.Decisions.ACorrection;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class CorrectionTests
{
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
}
