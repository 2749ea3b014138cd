using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Tests.Support;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Tests.Ui;

/// <summary>What stands around every page, and the marks that pages share.</summary>
public sealed class FrameTests : PageContext
{
    [Fact]
    public void Each_language_leads_to_the_same_page_and_is_named_in_itself()
    {
        At("competitions/2023?part=2");

        var nav = Render<LanguageNav>();

        Assert.Equal(["/competitions/2023?part=2", "/sv/competitions/2023?part=2", "/en/competitions/2023?part=2"], nav.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Suomi", "Svenska", "English"], nav.FindAll("a").Select(a => a.TextContent));
        Assert.Equal("fi", nav.Find("a[aria-current]").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("", "Etusivu", "page")]
    [InlineData("staff", "Kilpailut", "page")]
    [InlineData("staff/2027/screening", "Kilpailut", "true")]
    [InlineData("jury", "Raati", "page")]
    [InlineData("privacy", null, null)]
    public void The_menu_marks_where_the_reader_is(string page, string? marked, string? how)
    {
        At(page);

        var nav = Render<ServiceNav>(p => p.Add(n => n.Menu, [new("jury", "ui.menu-jury"), new("staff", "ui.menu-staff")]));

        var current = nav.FindAll("a[aria-current]").SingleOrDefault();
        Assert.Equal((marked, how), (current?.TextContent, current?.GetAttribute("aria-current")));
    }

    [Fact]
    public void An_error_leads_to_its_field_on_the_same_page_and_not_to_the_base()
    {
        At("entries/7/edit?part=2");

        var summary = Render<ErrorSummary>(p => p.Add(s => s.Problems, [new("summary", "Kirjoita tiivistelmä")]));

        Assert.Equal("entries/7/edit?part=2#summary", summary.Find("a").GetAttribute("href"));
        Assert.Equal(("alert", "-1"), (summary.Find("div").GetAttribute("role"), summary.Find("div").GetAttribute("tabindex")));
    }

    [Fact]
    public void A_refusal_is_a_sentence_that_is_announced_and_takes_the_focus()
    {
        var notice = Render<RefusalNotice>(p => p.Add(n => n.Refusal, new Refusal("time.not-a-date", "<i>huomenna</i>")));

        Assert.Equal("”<i>huomenna</i>” ei ole päivämäärä. Kirjoita päivä muodossa 2.10.2027.", notice.Find("[role=alert][tabindex='-1'] p").TextContent);
        Assert.Equal("", Render<RefusalNotice>(p => p.Add(n => n.Refusal, null)).Markup);
    }

    [Fact]
    public void What_is_no_real_competition_says_so_and_a_real_one_says_nothing()
    {
        Assert.Contains("ei ministeriön asiakirja", Mark(Provenance.Reconstructed), StringComparison.Ordinal);
        Assert.Contains("keksittyjä", Mark(Provenance.Example), StringComparison.Ordinal);
        Assert.Equal("", Mark(Provenance.Real));

        string Mark(Provenance provenance) => Render<ProvenanceNotice>(p => p.Add(n => n.Provenance, provenance)).Markup.Trim();
    }

    [Fact]
    public void The_year_shows_what_is_done_and_where_it_is()
    {
        var bar = Render<StageBar>(p => p.Add(b => b.Stage, Stage.Scoring));

        Assert.Equal("Raadin arviointi", bar.Find("[aria-current=step]").TextContent.Trim());
        Assert.Equal(3, bar.FindAll(".done").Count);
        Assert.All(bar.FindAll(".done .hidden"), done => Assert.Equal(" (valmis)", done.TextContent));
    }

    [Fact]
    public void A_text_in_another_language_is_marked_and_said()
    {
        Speak(Language.English);

        var text = Render<LocalText>(p => p.Add(t => t.Text, new LocalizedText(Sv: "Trygga kvällar")).Add(t => t.Remark, true));

        text.MarkupMatches("""<span lang="sv">Trygga kvällar</span><span class="muted"> The text is only in Swedish.</span>""");
    }

    [Fact]
    public void The_chart_says_its_values_in_words()
    {
        var chart = Render<DotRangeChart>(p => p.Add(c => c.Title, "Hajonta").Add(c => c.Rows,
            [new("Katuvalo", [4m, 5m, 3.5m], 4.1667m, false), new("Sovitellen", [1m, 5m], 3m, true), new("Tyhjä", [], 0m, false)]));

        Assert.Equal("Katuvalo: keskiarvo 4,17, vaihteluväli 3,5–5. Sovitellen: keskiarvo 3, vaihteluväli 1–5. Tyhjä: ei pisteitä.", chart.Find("desc").TextContent);
        Assert.Equal("img", chart.Find("svg").GetAttribute("role"));
        Assert.Equal(5, chart.FindAll("svg.chart circle").Count);
        Assert.Single(chart.FindAll(".range.wide"));
    }

    [Fact]
    public void Equal_values_do_not_hide_each_other_in_the_chart()
    {
        var chart = Render<DotRangeChart>(p => p.Add(c => c.Title, "Hajonta").Add(c => c.Rows, [new("Tasan", [3m, 3m, 3m, 3m, 4m], 3.2m, false)]));

        var places = chart.FindAll("svg.chart circle").Select(ring => (ring.GetAttribute("cx"), ring.GetAttribute("cy"))).ToList();
        Assert.Equal(5, places.Distinct().Count());
    }

    private void At(string page) => Services.GetRequiredService<NavigationManager>().NavigateTo(page);
}
