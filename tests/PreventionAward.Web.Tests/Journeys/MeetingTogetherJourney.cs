using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Tests.Documents;
using PreventionAward.Web.Tests.Support;
using static PreventionAward.Web.Tests.Support.AtTheTable;

namespace PreventionAward.Web.Tests.Journeys;

/// <summary>Several people at one meeting: who is first, who is there, and what each is told.</summary>
public sealed class MeetingTogetherJourney
{
    [Fact]
    public async Task Of_two_who_move_the_meeting_at_once_the_second_is_told_and_passes_no_item_over()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);
        await secretary.GoAsync(Place);

        await chair.SubmitAsync("go-on", ("do", "Move:2"));
        await secretary.SubmitAsync("vote-put", ("question", "Mistä kohdasta?"));
        Assert.Contains("Kohta on jo vaihtunut", secretary.Refusal, StringComparison.Ordinal);
        Assert.Equal("Mistä kohdasta?", secretary.Page.QuerySelector("input[name=question]")!.GetAttribute("value"));
        await secretary.GoAsync(Place);
        await chair.SubmitAsync("go-on", ("do", "Move:1"));
        await secretary.SubmitAsync("go-on", ("do", "Move:3"));
        Assert.Contains("Kohta on jo vaihtunut", secretary.Refusal, StringComparison.Ordinal);

        await using var db = app.Db();
        var meeting = await db.Meetings.SingleAsync();
        Assert.Equal(scene.North.Id, meeting.Current.Entry);
        Assert.Equal(ItemState.NotHandled, meeting.StateOf(AgendaItem.Of(scene.South.Id)));
        Assert.Contains("Ei käsitelty", (await chair.GoAsync(Place)).Page.QuerySelector("ol.tasks")!.TextContent, StringComparison.Ordinal);
        using var pdf = new Pdf(await (await chair.FetchAsync($"{Place}/minutes.pdf?in=fi")).Content.ReadAsByteArrayAsync());
        Assert.Contains("siitä siirryttiin ohi. Kohtaa ei silloin käsitelty.", pdf.TextInOneLine(), StringComparison.Ordinal);
        Assert.Contains("Luonnos: kokous on kesken", pdf.TextInOneLine(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_chair_is_waited_for_and_does_not_lead_and_the_minutes_say_that_the_chair_was_not_there()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, secretary) = await AtNorthAsync(app, scene);
        await chair.GoAsync(Place);
        await chair.SubmitAsync("own-leaving");
        Assert.Equal("", chair.Refusal);

        await secretary.GoAsync(Place);
        Assert.Contains("Odottakaa puheenjohtajaa.", secretary.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("valitsevat keskuudestaan", secretary.Words, StringComparison.Ordinal);
        foreach (var (form, field) in new[] { ("go-on", ("do", "Move:2")), ("consensus", ("text.C1", "Poissa")), ("meeting-close", ("meeting-close-sure", "yes")) })
        {
            await chair.SubmitAsync(form, field);
            Assert.Contains("Merkitse itsesi ensin läsnä olevaksi", chair.Refusal, StringComparison.Ordinal);
            await chair.GoAsync(Place);
        }

        await secretary.SubmitAsync("go-on", ("do", "Move:2"));
        Assert.Equal("", secretary.Refusal);
        Assert.Contains("Kesken", secretary.Page.QuerySelector("ol.tasks")!.TextContent, StringComparison.Ordinal);
        await secretary.SubmitAsync("meeting-close", ("meeting-close-sure", "yes"));
        foreach (var (language, words) in new[]
        {
            ("fi", "Ei päätösvaltainen: puheenjohtaja ei ollut läsnä (läsnä 3 jäsentä, vaadittiin 3)."), ("sv", "Inte beslutför: ordföranden var inte närvarande (3 medlemmar närvarande, 3 krävdes)."),
            ("fi", "Tarkastamaton pöytäkirja"), ("sv", "Ojusterat protokoll"),
        })
        {
            using var pdf = new Pdf(await (await secretary.FetchAsync($"{Place}/minutes.pdf?in={language}")).Content.ReadAsByteArrayAsync());
            Assert.Contains(words, pdf.TextInOneLine(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_member_is_told_the_own_vote_and_the_latest_count_stands_at_the_top()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        var (chair, _) = await AtNorthAsync(app, scene);
        var member = app.VisitAs(scene.Cast.Clear);
        await chair.SubmitAsync("vote-put", ("question", "Onko näyttö riittävä?"));
        await member.GoAsync(Place + "/vote");
        await member.SubmitAsync("vote", ("stance", "For"));
        Assert.Contains("Äänesi on kirjattu: Puolesta.", member.Words, StringComparison.Ordinal);

        await chair.GoAsync(Place);
        Assert.DoesNotContain("Äänesi on kirjattu", chair.Words, StringComparison.Ordinal);
        await chair.SubmitAsync("vote-count", ("without", string.Join(',', new[] { scene.Cast.Chair, scene.Cast.Undeclared, scene.Cast.InDoubt }.Select(m => $"{m.Id.Value}"))));
        await member.GoAsync(Place);
        Assert.InRange(member.Words.IndexOf("Hyväksyttiin äänin 1 puolesta", StringComparison.Ordinal), 0, member.Words.IndexOf("Päätösvaltaisuus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_must_stay_out_is_spoken_to_in_the_second_person_and_leaving_the_meeting_stands_below_its_item()
    {
        await using var app = await AwardApp.StartAsync();
        var scene = await Scene.PlayAsync(app, Stage.Deliberation, DeclareEverything);
        await AtNorthAsync(app, scene);

        var recused = await app.VisitAs(scene.Cast.Recused).GoAsync(Place);
        await recused.SubmitAsync("own-presence", ("do", "Arrived"));
        Assert.Contains("Et osallistu tämän kohdan käsittelyyn etkä saa olla läsnä (hallintolain 27 §)", recused.Refusal, StringComparison.Ordinal);

        var member = await app.VisitAs(scene.Cast.Clear).GoAsync(Place);
        var leaving = member.Page.QuerySelectorAll("summary").Single(s => s.TextContent == "Poistun kokouksesta");
        Assert.Null(leaving.ParentElement!.GetAttribute("open"));
        Assert.InRange(member.Words.IndexOf("Poistun kokouksesta", StringComparison.Ordinal), member.Words.IndexOf("Asialista", StringComparison.Ordinal), int.MaxValue);
    }
}
