using System.Text.Json;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Decisions.Correcting;
using PreventionAward.Web.Json;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>What every version of a corrected decision still tells, and what only the corrected one does.</summary>
public sealed class CorrectedDecisionTests
{
    private static readonly Texts T = StrictTexts.All;

    private static readonly DateTimeOffset Met = new(2027, 9, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Corrected = new(2027, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(CorrectionKind.Clerical)]
    [InlineData(CorrectionKind.Fact)]
    public void Every_version_on_its_page_in_its_file_and_in_its_record_tells_who_decided_who_stayed_out_and_the_quorum(CorrectionKind kind)
    {
        var (first, correction) = (Published(), Correction(kind));
        var drawn = new DecisionInForce(first, correction, 0).Corrected;
        var second = After(first, correction);

        foreach (var version in new[] { first, drawn, second, second.AsVersion(1)! })
        {
            var page = Words(version);
            Assert.Contains("Jäsen 2 (esteellinen), Jäsen 4 (ei läsnä)", page, StringComparison.Ordinal);
            Assert.Contains("läsnä oli 3 jäsentä", page, StringComparison.Ordinal);
            var deciding = Record(version).GetProperty("meetings").GetProperty("deciding");
            Assert.Equal((3, 3), (deciding.GetProperty("tookPart").GetArrayLength(), deciding.GetProperty("present").GetInt32()));
            Assert.Equal("recused", deciding.GetProperty("out")[0].GetProperty("reason").GetString());
        }

        Assert.All(Language.All, language => Assert.Equal(Words(drawn, language), Words(second, language)));
        Assert.Equal(PublicRecord.Of(drawn).ToJson(), PublicRecord.Of(second).ToJson());
    }

    [Fact]
    public void A_replaced_version_is_word_for_word_what_it_was()
    {
        var first = Published();

        var replaced = After(first, Correction(CorrectionKind.Fact)).AsVersion(1)!;

        Assert.All(Language.All, language => Assert.Equal(Words(first, language), Words(replaced, language)));
        Assert.Equal(PublicRecord.Of(first).ToJson(), PublicRecord.Of(replaced).ToJson());
    }

    [Theory]
    [InlineData("fi", "Päätetty 28.9.2027, päätösteksti hyväksytty 1.10.2027", "korvaa 28.9.2027 tehdyn päätöksen (versio 1)")]
    [InlineData("sv", "Beslutat 28.9.2027, beslutstexten godkänd 1.10.2027", "ersätter det beslut som fattades 28.9.2027 (version 1)")]
    [InlineData("en", "Decided on 28 September 2027, text approved on 1 October 2027", "replaces the decision made on 28 September 2027 (version 1)")]
    public void The_day_of_deciding_is_told_apart_from_the_day_of_approving_the_text_and_a_correction_names_the_day_of_what_it_replaces(string code, string dates, string replaces)
    {
        var first = Published();
        var clerical = After(first, Correction(CorrectionKind.Clerical));

        Assert.Contains(dates, Words(first, Language.Of(code)), StringComparison.Ordinal);
        Assert.Contains(dates, Words(clerical, Language.Of(code)), StringComparison.Ordinal);
        Assert.Contains(replaces, Words(clerical, Language.Of(code)), StringComparison.Ordinal);
        var record = Record(clerical);
        Assert.Equal(("2027-09-28", "2027-10-01"), (record.GetProperty("decision").GetProperty("decidedOn").GetString(), record.GetProperty("decision").GetProperty("textApprovedOn").GetString()));
        Assert.Equal("2027-09-28", record.GetProperty("replacesDecisionOf").GetString());
    }

    [Theory]
    [InlineData("fi", "50 § 1 mom. 1 kohta", "uudelleen kirjallisessa menettelyssä 21.11.2027. Päätöksen tekemiseen osallistuivat: Puheenjohtaja, Jäsen 1.", "asianosaisen vahingoksi; asianosainen on suostunut siihen 5.11.2027. Asianosaisia on kuultu.", "27–30, 34, 44, 45, 50 ja 52 §", "Päätetty 21.11.2027, päätösteksti hyväksytty 22.11.2027")]
    [InlineData("sv", "50 § 1 mom. 1 punkten", "på nytt i ett skriftligt förfarande 21.11.2027. I beslutsfattandet deltog: Ordförande, Medlem 1.", "till nackdel för en part; parten har samtyckt till den 5.11.2027. Parterna har hörts.", "27–30, 34, 44, 45, 50 och 52 §", "Beslutat 21.11.2027, beslutstexten godkänd 22.11.2027")]
    [InlineData("en", "section 50(1)(1)", "anew in a written procedure on 21 November 2027. Took part in deciding: Chair, Member 1.", "the party consented to it on 5 November 2027. The parties were heard.", "sections 27–30, 34, 44, 45, 50 and 52", "Decided on 21 November 2027, text approved on 22 November 2027")]
    public void A_correction_of_fact_tells_its_point_of_law_how_the_jury_decided_anew_the_consent_and_the_hearing(string code, params string[] words)
    {
        var second = After(Published(), Correction(CorrectionKind.Fact, isToDetriment: true));

        Assert.All(words, part => Assert.Contains(part, Words(second, Language.Of(code)), StringComparison.Ordinal));
        Assert.DoesNotContain("Suostui", Words(second, Language.Of(code)), StringComparison.Ordinal);
        var corrected = Record(second).GetProperty("corrected")[0];
        Assert.Equal(("evidence", "consent", "2027-11-05"), (corrected.GetProperty("error").GetString(), corrected.GetProperty("detrimentBasis").GetString(), corrected.GetProperty("consentedOn").GetString()));
        Assert.Equal(("writing", 2), (corrected.GetProperty("decidedAnew").GetProperty("way").GetString(), corrected.GetProperty("decidedAnew").GetProperty("tookPart").GetArrayLength()));
    }

    [Theory]
    [InlineData("fi", "päättänyt asian uudelleen", "27–30, 44, 45, 51 ja 52 §")]
    [InlineData("sv", "avgjort ärendet på nytt", "27–30, 44, 45, 51 och 52 §")]
    [InlineData("en", "decided the matter anew", "sections 27–30, 44, 45, 51 and 52")]
    public void A_mended_slip_names_its_provisions_and_does_not_claim_that_the_jury_decided_anew(string code, string claim, string provisions)
    {
        var text = Words(After(Published(), Correction(CorrectionKind.Clerical)), Language.Of(code));

        Assert.DoesNotContain(claim, text, StringComparison.Ordinal);
        Assert.Contains(provisions, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "1.10.2027, korjaus hyväksytty 22.11.2027", "Korjauksen hyväksyi Puheenjohtaja (raadin puheenjohtaja) 22.11.2027.", "puolesta 1.10.2027 klo 14.30. Hyväksyntä on kirjattu kilpailun sähköiseen järjestelmään. Päätöstä ei ole allekirjoitettu käsin. Version 2 korjauksen hyväksyi Puheenjohtaja (raadin puheenjohtaja) 22.11.2027.")]
    [InlineData("sv", "1.10.2027, rättelsen godkänd 22.11.2027", "Rättelsen godkändes av Ordförande (juryns ordförande) 22.11.2027.", "Rättelsen i version 2 godkändes av Ordförande (juryns ordförande) 22.11.2027.")]
    [InlineData("en", "1 October 2027, correction approved on 22 November 2027", "The correction was approved by Chair (chair of the jury) on 22 November 2027.", "The correction in version 2 was approved by Chair (chair of the jury) on 22 November 2027.")]
    public void A_mended_slip_tells_beside_the_first_approval_who_approved_the_text_as_it_now_stands_and_when(string code, params string[] words)
    {
        var (first, correction) = (Published(), Correction(CorrectionKind.Clerical));
        var second = After(first, correction);

        Assert.All(words, part => Assert.Contains(part, Words(second, Language.Of(code)), StringComparison.Ordinal));
        Assert.Equal("2027-11-22", Record(second).GetProperty("corrected")[0].GetProperty("approvedOn").GetString());
        Assert.DoesNotContain("korjauksen hyväksyi", Words(After(first, Correction(CorrectionKind.Fact))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CorrectionKind.Fact, null, null, null)]
    [InlineData(CorrectionKind.Fact, NotHeardBecause.PurposeOrDelay, "Asianosaisia ei ole kuultu (hallintolaki 34 § 2 mom. 4 kohta: kuuleminen saattaa vaarantaa", "purpose-or-delay")]
    [InlineData(CorrectionKind.Clerical, NotHeardBecause.Unnecessary, "Asianosaisten kuuleminen on ollut tarpeetonta (hallintolaki 52 §).", "unnecessary")]
    [InlineData(CorrectionKind.Clerical, null, null, null)]
    public void Of_the_hearing_only_what_somebody_has_put_on_record_is_said(CorrectionKind kind, NotHeardBecause? why, string? said, string? code)
    {
        var second = After(Published(), Correction(kind, facts: new(null, null, WereHeard: false, null, null) { NotHeard = why }));

        if (said is null) Assert.DoesNotContain("kuultu", Words(second), StringComparison.Ordinal);
        else Assert.Contains(said, Words(second), StringComparison.Ordinal);
        var corrected = Record(second).GetProperty("corrected")[0];
        Assert.Equal((why is not null, code), (corrected.TryGetProperty("partiesHeard", out _), corrected.TryGetProperty("notHeardBecause", out var because) ? because.GetString() : null));
    }

    [Theory]
    [InlineData(28, "corrections.anew-day")]
    [InlineData(29, null)]
    [InlineData(30, "corrections.anew-day")]
    public void The_jury_decides_anew_after_the_day_of_the_decision_in_force_and_by_today(int day, string? refusal)
    {
        var anew = new DecidedAnew(DecidingWay.Meeting, new(2027, 9, day), [SampleDecision.Person(1), SampleDecision.Person(2), SampleDecision.Person(4)]);

        Assert.Equal(refusal, new DecisionInForce(Published(), null, 0).WhyNotDecided(anew, new(2027, 9, 29))?.Code);
    }

    [Fact]
    public void What_nobody_has_told_in_English_stands_there_in_Finnish_marked_so()
    {
        var second = After(Published(), Correction(CorrectionKind.Clerical, what: new("Luku", "Talet")));

        var blocks = DecisionPaper.Of(second, Language.English, T).Blocks;

        Assert.DoesNotContain(blocks.OfType<Notice>(), notice => notice.Text.Text.Contains("Luku", StringComparison.Ordinal));
        Assert.Contains(new Paragraph(new("Luku", Language.Finnish)), blocks);
        Assert.Contains(new Small("What has been corrected in version 2 is told only in Finnish."), blocks);
    }

    [Theory]
    [InlineData(1, "22.11.2027")]
    [InlineData(2, "2.10.2027")]
    public void A_certificate_is_dated_by_the_correction_only_where_that_gave_the_honour(int number, string date)
    {
        var first = Published();
        var correction = Domain.Decisions.Correction.Open(first.Decision, 2, CorrectionKind.Fact, "x", SampleDecision.Person(9), Corrected).Correction!;
        var earlier = correction.Replaces with { WinnerId = first.Entries[3].Id };
        var published = Domain.Decisions.Correction.Restore(new(
            correction.CompetitionId, 2, CorrectionKind.Fact, "x", LocalizedText.Empty, "x", true, "x", correction.Content, earlier, correction.TextStanding,
            SampleDecision.Person(9), Corrected, SampleDecision.Person(1), Corrected, SampleDecision.Person(8), Corrected));

        var certificate = CertificatePaper.Of(first with { Corrections = [published] }, first.Entries[number - 1], Language.Finnish, T)!;

        Assert.Equal(date, certificate.Blocks.OfType<Signatures>().Single().Note?.Text);
    }

    [Fact]
    public void Release_and_feedback_are_dated_by_the_correction_too_and_tell_every_one()
    {
        var second = After(Published(), Correction(CorrectionKind.Clerical));
        var twice = second with { Corrections = [.. second.Corrections, Third()] };

        foreach (var paper in new[] { ReleasePaper.Of(twice, Language.Finnish, T), FeedbackPaper.Of(twice, twice.Entries[1], new Dictionary<string, string>(), Language.Finnish, T) })
        {
            var text = Plain(paper);
            Assert.Contains("päätöstä korjattu 29.11.2027", text, StringComparison.Ordinal);
            Assert.Contains("(versio 2). Mitä on korjattu: Luku", text, StringComparison.Ordinal);
            Assert.Contains("(versio 3). Mitä on korjattu: Nimi", text, StringComparison.Ordinal);
        }
    }

    private static Correction Third()
    {
        var of = Correction(CorrectionKind.Clerical);
        return Domain.Decisions.Correction.Restore(new(
            of.CompetitionId, 3, of.Kind, of.Reason, new("Nimi", "Namnet", "The name"), of.Hearing, false, "", of.Content, of.Content, of.TextStanding, of.OpenedBy, of.OpenedAt,
            of.ApprovedBy, of.ApprovedAt, of.PublishedBy, Corrected.AddDays(7)));
    }

    private static DecisionMaterial Published() => SampleDecision.Material(stage: Stage.Published, deciding: new(
        1, [SampleDecision.Person(1), SampleDecision.Person(2), SampleDecision.Person(4)],
        [new(SampleDecision.Person(3), OutReason.Recused, RecusalGround.Employment, Met)], new(3, 3, 4, false))) with
    { Meetings = new([new(1, Met, Met.AddMinutes(90))], [], 0) };

    private static Correction Correction(CorrectionKind kind, bool isToDetriment = false, CorrectionFacts? facts = null, LocalizedText? what = null)
    {
        var material = Published();
        var correction = Domain.Decisions.Correction.Open(material.Decision, 2, kind, "Luku oli väärin", SampleDecision.Person(9), Corrected.AddDays(-3)).Correction!;
        Assert.Null(correction.Describe(new(what ?? new("Luku", "Talet", "The figure"), "Heard", isToDetriment, "Suostui", facts ?? new(
            FactError.Evidence, new(DecidingWay.Writing, new(2027, 11, 21), [SampleDecision.Person(1), SampleDecision.Person(2)]),
            WereHeard: true, kind == CorrectionKind.Fact ? DetrimentBasis.Consent : DetrimentBasis.NotUnreasonable, new(2027, 11, 5)))));
        Assert.Null(correction.Write([new(DecisionSection.Remarks, Language.Finnish, "Korjattu."), new(DecisionSection.Remarks, Language.Swedish, "Rättat."), new(DecisionSection.Remarks, Language.English, "Corrected.")]));
        return Domain.Decisions.Correction.Restore(new(
            correction.CompetitionId, 2, kind, correction.Reason, correction.What, correction.Hearing, correction.IsToDetriment, correction.Consent, correction.Content, correction.Replaces,
            correction.TextStanding, correction.OpenedBy, correction.OpenedAt, SampleDecision.Person(1), Corrected, SampleDecision.Person(8), Corrected, correction.Facts));
    }

    private static DecisionMaterial After(DecisionMaterial first, Correction correction)
    {
        var inForce = Published().Decision;
        inForce.Correct(correction);
        return first with { Decision = inForce, Corrections = [correction] };
    }

    private static JsonElement Record(DecisionMaterial material) => JsonDocument.Parse(PublicRecord.Of(material).ToJson()).RootElement;

    private static string Words(DecisionMaterial material, Language? language = null) =>
        Plain(DecisionPaper.Of(material, language ?? Language.Finnish, T));

    private static string Plain(Paper paper) => JsonSerializer.Serialize(paper, AwardJson.Options).Replace('\u00A0', ' ').Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase);
}
