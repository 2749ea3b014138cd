using System.Text;
using System.Text.Json;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed class DecisionPaperTests(Press press)
{
    private static readonly Texts T = StrictTexts.All;

    public static TheoryData<string> Languages { get; } = [.. Language.All.Select(language => language.Code)];

    [Theory]
    [InlineData("full", Provenance.Real, true)]
    [InlineData("summary", Provenance.Real, true)]
    [InlineData("none", Provenance.Real, false)]
    [InlineData("", Provenance.Real, false)]
    [InlineData("", Provenance.Reconstructed, true)]
    public void The_winners_abstract_is_told_only_where_its_team_lets_it(string permission, Provenance provenance, bool isTold)
    {
        var material = SampleDecision.Material(provenance);
        var answers = Answers.Of([new("title", "Title"), new("organisation", "Organisation"), new("summary", "Abstractword"), new("publishPermission", permission)]);
        var winner = material.Winner!;
        var entry = Entry.Restore(new(
            winner.Id, winner.CompetitionId, 1, Language.Finnish, EntryStatus.Eligible, answers, winner.DraftSavedAt, null, null,
            [new(winner.Id, 1, answers, Language.Finnish, [], "", default, winner.DraftSavedAt)], []));
        material = material with { Entries = [.. material.Entries.Select(e => e.Id == entry.Id ? entry : e)] };

        Assert.Equal(isTold, Everything(DecisionPaper.Of(material, Language.Finnish, T)).Contains("Abstractword", StringComparison.Ordinal));
        Assert.DoesNotContain("Abstractword", System.Text.Encoding.UTF8.GetString(PublicRecord.Of(material).ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void It_has_every_part_that_the_law_asks_for_in_a_fixed_order()
    {
        var paper = DecisionPaper.Of(SampleDecision.Material(), Language.Finnish, T);

        Assert.Equal("Rikoksentorjuntakilpailu 2027 – raadin\u00A0päätös", paper.Title.Text);
        Assert.Equal(["Esimerkkiviranomainen", "Rikoksentorjuntakilpailun raati"], paper.Letterhead.Authority.Select(line => line.Text));
        Assert.Equal(("1.10.2027", "ESIM/12/2027"), (paper.Letterhead.Date.Text, paper.Letterhead.Number.Text));
        Assert.Equal(
            ["Päätös", "Raati ja esteellisyydet", "Saapuneet ehdotukset", "Arviointiperusteet ja menettely", "Päätöksen perustelut", "Muiden ehdotusten arviointi", "Raadin yleiset huomiot", "Sovelletut säännökset ja lisätiedot"],
            paper.Blocks.OfType<Heading>().Where(h => h.Level == 1).Select(h => h.Text.Text));
    }

    [Theory, MemberData(nameof(Languages))]
    public void It_names_winner_mention_recusal_late_and_excluded_entries_in_every_language(string code)
    {
        var words = Everything(DecisionPaper.Of(SampleDecision.Material(), Language.Of(code), T));

        Assert.All(
            new[] { "Kotinurkilla", "Sovittelijat koulun pihalla, Esimerkkilän koulu ry", "3. Gatans vuxna", "Myöhäinen hanke", "hanke ei ole vielä alkanut", "C2" },
            part => Assert.Contains(part, words, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_point_no_juror_s_words_and_no_unsubmitted_draft_come_out(string code)
    {
        var material = SampleDecision.Material();

        Assert.DoesNotContain(SampleDecision.Secret, Everything(DecisionPaper.Of(material, Language.Of(code), T)), StringComparison.Ordinal);
        Assert.DoesNotContain(SampleDecision.Secret, Encoding.UTF8.GetString(PublicRecord.Of(material).ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_public_record_has_the_listed_fields_and_no_others()
    {
        using var record = JsonDocument.Parse(PublicRecord.Of(SampleDecision.Material()).ToJson());

        var root = record.RootElement;
        Assert.Equal(["format", "competition", "authority", "jury", "recusals", "entries", "entriesReceived", "lateEntries", "criteria", "decision", "version"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["number", "title", "organisation", "language", "status"], root.GetProperty("entries")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["decidedOn", "winner", "mentions", "grounds", "assessments", "remarks", "textApprovedOn"], root.GetProperty("decision").EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, root.GetProperty("decision").GetProperty("winner").GetInt32());
        Assert.Equal("employment", root.GetProperty("recusals")[0].GetProperty("ground").GetString());
    }

    [Fact]
    public void A_draft_says_so_and_a_reconstruction_says_what_it_is_not()
    {
        Assert.StartsWith("Luonnos: raati ei ole vielä hyväksynyt · Esimerkki", DecisionPaper.Of(SampleDecision.Material(approved: false), Language.Finnish, T).Mark!.Text, StringComparison.Ordinal);
        Assert.Equal("Reconstructed from the news release of 2 October 2027; not the ministry’s document", DecisionPaper.Of(SampleDecision.Material(Provenance.Reconstructed), Language.English, T).Mark!.Text);
        Assert.Null(DecisionPaper.Of(SampleDecision.Material(Provenance.Real), Language.Finnish, T).Mark);
    }

    [Fact]
    public void No_entry_worthy_is_a_result_too()
    {
        var paper = DecisionPaper.Of(SampleDecision.Material(hasWinner: false), Language.Swedish, T);

        Assert.Equal("Inget pris delas ut", Assert.Single(paper.Blocks.OfType<Proclamation>()).Name.Text);
        Assert.DoesNotContain("ECPA", Everything(paper), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_in_another_language_is_marked_with_it()
    {
        var paper = DecisionPaper.Of(SampleDecision.Material(), Language.Finnish, T);

        var heading = Assert.Single(paper.Blocks.OfType<Heading>(), h => h.Text.Text.StartsWith("3.", StringComparison.Ordinal));
        Assert.Equal(Language.Swedish, heading.Text.Language);
    }

    [PdfFact]
    public async Task The_decision_is_drawn_in_three_languages_and_carries_its_public_record()
    {
        var material = SampleDecision.Material();
        foreach (var language in Language.All)
        {
            var drawn = await press.Engine.PressAsync(DecisionPaper.Of(material, language, T), Press.Noon, [PublicRecord.Of(material).Attachment(T.In(language))]);
            SampleDecision.Keep($"decision-{language}.pdf", drawn.Pdf);

            using var pdf = new Pdf(drawn.Pdf);
            Assert.Empty(drawn.Boxed);
            Assert.InRange(drawn.Pages, 3, 6);
            Assert.Equal(PublicRecord.Of(material).ToJson(), pdf.Attached(PublicRecord.FileName));
            Assert.Contains("Ǩiurrâl", pdf.Text(), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public async Task A_reconstruction_says_what_is_not_known_and_invents_nothing(string code)
    {
        var whole = SampleDecision.Material(Provenance.Reconstructed);
        var known = whole with { Jury = [], Declarations = [], Late = [], Entries = [whole.Entries[0]] };

        var paper = DecisionPaper.Of(known, Language.Of(code), T);

        SampleDecision.Keep($"reconstructed-{code}.pdf", (await press.DrawAsync(paper)).Pdf);
        Assert.Single(Assert.Single(paper.Blocks.OfType<Table>()).Rows);
        Assert.Contains(paper.Blocks, block => block is Paragraph { Text: var text } && text.Text.StartsWith(T.In(Language.Of(code))["documents.decision.jury-unknown"], StringComparison.Ordinal));
        Assert.Empty(paper.Blocks.OfType<Signatures>());
    }

    [Fact]
    public void A_reconstruction_names_no_authority_as_its_author_and_no_list_that_is_not_known()
    {
        var whole = SampleDecision.Material(Provenance.Reconstructed);
        var known = whole with { Jury = [], Declarations = [], Late = [], Entries = [whole.Entries[0]] };
        using var record = JsonDocument.Parse(PublicRecord.Of(known).ToJson());

        Assert.Equal(["format", "competition", "authority", "entries", "entriesReceived", "criteria", "decision", "version"], record.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(T.In(Language.Finnish)["ui.service"], DecisionPaper.Of(known, Language.Finnish, T).Author);
    }

    /// <summary>Every word of a paper, wherever it stands.</summary>
    private static string Everything(Paper paper) => string.Join('\n', Passages(JsonSerializer.SerializeToElement(paper)));

    private static IEnumerable<string> Passages(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Passages),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Passages(p.Value)),
        _ => [],
    };
}
