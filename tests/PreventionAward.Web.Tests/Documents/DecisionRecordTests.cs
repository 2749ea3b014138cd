using System.Text.Json;
using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>What the decision tells of how it was made, and what it does not claim.</summary>
public sealed class DecisionRecordTests
{
    private static readonly Texts T = StrictTexts.All;

    private static readonly DateTimeOffset Opened = new(2027, 10, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("fi", "Kokous 1: 1.10.2027 klo 11.00–12.30", "Päätöksen tekemiseen osallistuivat", "Jäsen 2 (esteellinen), Jäsen 4 (ei läsnä)", "läsnä oli 3 jäsentä, ja päätösvaltaisuus vaati 3. Raadin 5 jäsenestä 1 oli poissa esteellisyyden vuoksi. Raati on päätösvaltainen, kun läsnä on yli puolet jäsenistä, mukaan luettuna puheenjohtaja.", "Uudelleen annettujen arviointilomakkeiden määrä: 2", "28 § 1 mom. 4 kohta", "keskusteltuaan ehdotuksista kokouksessaan")]
    [InlineData("sv", "Möte 1: 1.10.2027 kl. 11.00–12.30", "I beslutsfattandet deltog", "Medlem 2 (jävig), Medlem 4 (inte närvarande)", "3 medlemmar var närvarande, och 3 krävdes. Av juryns 5 medlemmar deltog 1 inte på grund av jäv.", "Antal bedömningsblanketter som gavs på nytt: 2", "28 § 1 mom. 4 punkten", "efter att ha diskuterat bidragen")]
    [InlineData("en", "Meeting 1: 1 October 2027 at 11.00–12.30", "Took part in deciding", "Member 2 (recused), Member 4 (not present)", "3 members were present, and 3 were required. Of the 5 members of the jury, 1 stayed out because of recusal.", "Score sheets given anew: 2", "section 28(1)(4)", "after discussing the entries")]
    public void It_tells_when_the_jury_met_who_decided_by_which_quorum_and_that_scores_were_given_anew(string code, params string[] words)
    {
        var text = Everything(Material(), Language.Of(code));

        Assert.All(words, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fi", "keskusteltuaan", "omana kohtanaan ei kuitenkaan ole käsitelty: 3. Gatans vuxna", "ei ole merkintää raadin kokouksesta")]
    [InlineData("sv", "efter att ha diskuterat", "inte behandlats som en egen punkt: 3. Gatans vuxna", "ingen anteckning om något möte")]
    [InlineData("en", "after discussing", "not handled as items of their own: 3. Gatans vuxna", "No meeting of the jury is on record")]
    public void It_does_not_say_that_an_entry_was_discussed_whose_item_no_meeting_took_up(string code, string claim, string exception, string nothing)
    {
        var some = Everything(Material() with { Meetings = Held([SampleDecision.EntryId(3)]) }, Language.Of(code));
        var none = Everything(Material() with { Meetings = new([], [], 0) }, Language.Of(code));

        Assert.DoesNotContain(claim, some, StringComparison.Ordinal);
        Assert.Contains(exception, some, StringComparison.Ordinal);
        Assert.DoesNotContain(claim, none, StringComparison.Ordinal);
        Assert.Contains(nothing, none, StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_record_tells_the_same_by_codes_and_names_no_more()
    {
        using var record = JsonDocument.Parse(PublicRecord.Of(Material()).ToJson());
        var meetings = record.RootElement.GetProperty("meetings");

        Assert.Equal(["held", "entriesNotHandled", "sheetsRescored", "deciding"], meetings.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["meeting", "tookPart", "out", "present", "members", "needed", "rule"], meetings.GetProperty("deciding").EnumerateObject().Select(p => p.Name));
        Assert.Equal(3, meetings.GetProperty("deciding").GetProperty("tookPart").GetArrayLength());
        Assert.Equal("recused", meetings.GetProperty("deciding").GetProperty("out")[0].GetProperty("reason").GetString());
        var recusal = record.RootElement.GetProperty("recusals")[0];
        Assert.Equal(["member", "entry", "ground", "decidedBy", "decidedOn"], recusal.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("chair", "2027-09-02"), (recusal.GetProperty("decidedBy").GetString(), recusal.GetProperty("decidedOn").GetString()));
    }

    [Fact]
    public void The_decision_proposes_for_Europe_and_says_of_appeal_what_the_authority_has_written()
    {
        var text = Everything(Material(), Language.Finnish);

        Assert.Contains("Raati ehdottaa, että voittaja edustaa Suomea", text, StringComparison.Ordinal);
        Assert.Contains(T.In(Language.Finnish)["documents.decision.appeal-default"], text, StringComparison.Ordinal);
        var material = Material();
        material.Competition.Correct(material.Competition.Authority, material.Competition.Appointment, new("Päätökseen ei saa hakea muutosta.", "Beslutet får inte överklagas."), isApproved: false);
        Assert.Contains("Päätökseen ei saa hakea muutosta.", Everything(material, Language.Finnish), StringComparison.Ordinal);
        Assert.DoesNotContain(T.In(Language.Swedish)["documents.decision.appeal-default"], Everything(material, Language.Swedish), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "Ehdotukset 3 ja 4 eivät saaneet palkintoa eivätkä kunniamainintaa.", "Ehdotus 3 ei saanut palkintoa eikä kunniamainintaa.", "Ratkaisu", "ei otettu arvioitavaksi")]
    [InlineData("sv", "Bidragen 3 och 4 fick varken pris eller hedersomnämnande.", "Bidrag 3 fick varken pris eller hedersomnämnande.", "Avgörande", "togs inte upp till bedömning")]
    [InlineData("en", "Entries 3 and 4 received neither a prize nor an honourable mention.", "Entry 3 received neither a prize nor an honourable mention.", "Outcome", "not taken up for assessment")]
    public void It_tells_each_party_its_own_outcome(string code, string several, string one, params string[] column)
    {
        var material = Material();
        var fewer = material with { Entries = [.. material.Entries.Where(e => e.Number != 4)] };

        Assert.All([several, .. column], words => Assert.Contains(words, Everything(material, Language.Of(code)), StringComparison.Ordinal));
        Assert.Contains(one, Everything(fewer, Language.Of(code)), StringComparison.Ordinal);
        Assert.DoesNotContain(several, Everything(material with { IsOutcomeWithheld = true }, Language.Of(code)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fi", "jäsen ilmoitti esteellisyytensä, puheenjohtaja vahvisti 2.9.2027", "raati kokouksessaan 2.9.2027")]
    [InlineData("sv", "medlemmen anmälde jäv, ordföranden bekräftade 2.9.2027", "juryn vid sitt möte 2.9.2027")]
    [InlineData("en", "the member declared the ground, the chair confirmed it on 2 September 2027", "the jury in its meeting, 2 September 2027")]
    public void The_jury_is_named_as_the_one_who_decided_a_recusal_only_where_its_meeting_was_handling_the_entry(string code, string chair, string jury)
    {
        var material = Material();
        var minuted = material with { Meetings = Held([]) with { MinutedRecusals = [(SampleDecision.EntryId(3), SampleDecision.Person(3))] } };

        Assert.Contains(chair, Everything(material, Language.Of(code)), StringComparison.Ordinal);
        Assert.DoesNotContain(jury, Everything(material, Language.Of(code)), StringComparison.Ordinal);
        Assert.Contains(jury, Everything(minuted, Language.Of(code)), StringComparison.Ordinal);
        Assert.Equal((RecusalDecider.Chair, RecusalDecider.Body), (PublicRecord.Of(material).Recusals![0].DecidedBy, PublicRecord.Of(minuted).Recusals![0].DecidedBy));
    }

    private static DecisionMaterial Material()
    {
        var deciding = new Deciding(
            1, [SampleDecision.Person(1), SampleDecision.Person(2), SampleDecision.Person(4)],
            [new(SampleDecision.Person(3), OutReason.Recused, RecusalGround.Employment, Opened)], new(3, 3, 4, false));
        return SampleDecision.Material(deciding: deciding) with { Meetings = Held([]) };
    }

    private static MeetingFacts Held(IReadOnlyList<EntryId> notHandled) => new([new(1, Opened, Opened.AddMinutes(90))], notHandled, 2);

    private static string Everything(DecisionMaterial material, Language language) => JsonSerializer.Serialize(DecisionPaper.Of(material, language, T), Web.Json.AwardJson.Options).Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase);
}
