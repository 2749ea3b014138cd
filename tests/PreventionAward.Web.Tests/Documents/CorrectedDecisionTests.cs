using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PreventionAward.Domain;
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
    private static readonly Texts T = new(
        TextStore.Read(Path.Combine(SourceTree.Root, "templates", "texts")), new TextFaults(NullLogger<TextFaults>.Instance, strict: true));

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
            Assert.Contains("läsnä 3 / 4 jäsentä", page, StringComparison.Ordinal);
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

    private static DecisionMaterial Published() => SampleDecision.Material(deciding: new(
        1, [SampleDecision.Person(1), SampleDecision.Person(2), SampleDecision.Person(4)],
        [new(SampleDecision.Person(3), OutReason.Recused, RecusalGround.Employment, Met)], new(3, 3, 4, false))) with
    { Meetings = new([new(1, Met, Met.AddMinutes(90))], [], 0) };

    private static Correction Correction(CorrectionKind kind)
    {
        var material = Published();
        var correction = Domain.Decisions.Correction.Open(material.Decision, 2, kind, "Luku oli väärin", SampleDecision.Person(9), Corrected.AddDays(-3)).Correction!;
        Assert.Null(correction.Describe(new(new("Luku", "Talet", "The figure"), "Heard", IsToDetriment: false, "")));
        Assert.Null(correction.Write([new(DecisionSection.Remarks, Language.Finnish, "Korjattu."), new(DecisionSection.Remarks, Language.Swedish, "Rättat."), new(DecisionSection.Remarks, Language.English, "Corrected.")]));
        foreach (var language in Language.All) Assert.Null(correction.CheckLanguage(material.Scope, language, SampleDecision.Person(9), Corrected));
        Assert.Null(correction.Approve(material.Scope, SampleDecision.Person(1), Corrected));
        Assert.Null(correction.Publish(material.Scope, SampleDecision.Person(8), Corrected));
        return correction;
    }

    private static DecisionMaterial After(DecisionMaterial first, Correction correction)
    {
        var inForce = Published().Decision;
        inForce.Correct(correction);
        return first with { Decision = inForce, Corrections = [correction] };
    }

    private static JsonElement Record(DecisionMaterial material) => JsonDocument.Parse(PublicRecord.Of(material).ToJson()).RootElement;

    private static string Words(DecisionMaterial material, Language? language = null) =>
        JsonSerializer.Serialize(DecisionPaper.Of(material, language ?? Language.Finnish, T), AwardJson.Options).Replace('\u00A0', ' ').Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase);
}
