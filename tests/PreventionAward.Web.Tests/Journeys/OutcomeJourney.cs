using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;
using static PreventionAward.Web.Tests.Support.AtTheTable;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>The jury's decision is put on record.</summary>
public sealed class OutcomeJourney
{
    private const string Outcome = "/jury/year/outcome";

    [Fact]
    public async Task A_second_window_is_told_that_the_outcome_is_on_record_and_keeps_what_was_typed()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, _) = await AtNorthAsync(app, scene);
        await ToDecisionAsync(chair, scene);
        Assert.NotNull(chair.Page.QuerySelector("a[href='jury/year/outcome']"));
        var member = await app.VisitAs(scene.Cast.Clear).GoAsync(Place);
        Assert.Null(member.Page.QuerySelector("a[href='jury/year/outcome']"));

        var other = await app.VisitAs(scene.Cast.Chair).GoAsync(Outcome);
        await chair.GoAsync(Outcome);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Sähköpostitse."));
        Assert.Equal("", chair.Refusal);
        await other.SubmitAsync("outcome", ("winner", $"{scene.North.Id.Value}"), ("handling", "Puhelimitse."), ("reason", "Toisen ikkunan perustelu"));

        Assert.Equal(200, (int)other.Status);
        Assert.Contains("Päätös on jo kirjattu", other.Refusal, StringComparison.Ordinal);
        foreach (var typed in new[] { "Toisen ikkunan perustelu", "Puhelimitse." }) Assert.Contains(typed, other.Words, StringComparison.Ordinal);
        Assert.Contains("Päätös on jo kirjattu", (await other.GoAsync(Outcome)).Words, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await app.VisitAs(scene.Cast.Clear).FetchAsync(Outcome)).StatusCode);

        foreach (var visit in new[] { chair, member })
        {
            await visit.GoAsync(Place);
            Assert.Null(visit.Page.QuerySelector("a[href='jury/year/outcome']"));
            Assert.Contains("Raadin päätös kirjattu", visit.Words, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Raadin päätös kirjattu", (await app.VisitAs(scene.Cast.Recused).GoAsync(Place)).Words, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await chair.GoAsync(Place)).Status);
        await chair.SubmitAsync("meeting-close", ("meeting-close-sure", "yes"));
        foreach (var (language, words) in new[] { ("fi", "Tässä kohdassa ei äänestetty eikä merkitty eriävää mielipidettä."), ("sv", "Under denna punkt förrättades ingen omröstning och antecknades ingen avvikande mening.") })
        {
            using var pdf = new Pdf(await (await chair.FetchAsync($"{Place}/minutes.pdf?in={language}")).Content.ReadAsByteArrayAsync());
            Assert.Contains(words, pdf.TextInOneLine(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_records_the_outcome_sees_every_vote_and_dissent_of_the_meeting_and_the_minutes_tell_of_those_on_the_decision()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);
        await VoteAsync("Kannatetaanko ehdotusta 1 voittajaksi?", "For");
        await ToDecisionAsync(chair, scene);
        await VoteAsync("Voittajaksi ehdotus 2?", "Against");
        var member = await app.VisitAs(scene.Cast.Clear).GoAsync(Place + "/dissent?item=3");
        await member.SubmitAsync("dissent", ("text", "Ehdotus 1 oli parempi."));

        await chair.GoAsync(Outcome);
        foreach (var words in new[] { "Kannatetaanko ehdotusta 1 voittajaksi?", "Hyväksyttiin äänin 4 puolesta", "Voittajaksi ehdotus 2?", "Hylättiin", "Ehdotus 1 oli parempi." }) Assert.Contains(words, chair.Words, StringComparison.Ordinal);
        await chair.SubmitAsync("outcome", ("winner", $"{scene.South.Id.Value}"), ("handling", "Sähköpostitse."), ("reason", "Keskustelun jälkeen"));
        Assert.Equal("", chair.Refusal);
        using var pdf = new Pdf(await (await chair.FetchAsync($"{Place}/minutes.pdf?in=fi")).Content.ReadAsByteArrayAsync());
        Assert.Contains("Päätös tehtiin äänestyksen jälkeen. Yksi eriävä mielipide merkittiin. Muissa kohdissa toimitetut äänestykset on merkitty niiden kohdalle.", pdf.TextInOneLine(), StringComparison.Ordinal);

        async Task VoteAsync(string question, string stance)
        {
            await chair.GoAsync(Place);
            await chair.SubmitAsync("vote-put", ("question", question));
            await secretary.GoAsync(Place);
            foreach (var who in new[] { scene.Cast.Chair, scene.Cast.Clear, scene.Cast.Undeclared, scene.Cast.InDoubt })
                await secretary.SubmitAsync("vote-aloud", ("member", $"{who.Id.Value}"), ("stance", stance));
            await secretary.SubmitAsync("vote-count");
            Assert.Equal("", secretary.Refusal);
        }
    }

    private static async Task ToDecisionAsync(Visit chair, Scene scene)
    {
        await chair.GoAsync(Place);
        await chair.SubmitAsync("go-on", ("do", "Move:3"));
        if (chair.Words.Contains("poistuttava", StringComparison.Ordinal)) await chair.SubmitAsync("attendance", ("do", $"SteppedOut:{scene.Cast.Recused.Id.Value}"));
        Assert.Equal("", chair.Refusal);
    }
}
