using Bunit;
using PreventionAward.Domain;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Documents;

public sealed class PaperViewTests : BunitContext
{
    public PaperViewTests() => Services.AddTexts(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), strict: true);

    [Fact]
    public void Title_headings_and_mark_stand_in_their_order_and_level()
    {
        var view = Show(SamplePapers.EveryBlock);

        Assert.Equal("fi", view.Find("article.paper").GetAttribute("lang"));
        Assert.Equal("Esimerkki: kuvitteellinen", view.Find(".paper-mark").TextContent.Trim());
        Assert.Equal(["H1 Raadin päätös", "H2 Ensimmäinen luku", "H3 Alaluku", "H4 Alaluvun kohta"],
            view.FindAll("h1, h2, h3, h4").Select(h => $"{h.TagName} {h.TextContent.Trim()}"));
    }

    [Fact]
    public void Under_a_pages_own_heading_every_level_is_one_deeper()
    {
        var view = Render<PaperView>(p => p.Add(v => v.Paper, SamplePapers.EveryBlock).Add(v => v.Level, 2));

        Assert.Empty(view.FindAll("h1"));
        Assert.Equal("Raadin päätös", view.Find("h2").TextContent.Trim());
    }

    [Fact]
    public void A_table_has_caption_and_scopes()
    {
        var view = Show(SamplePapers.EveryBlock);

        Assert.Equal("Ehdotukset", view.Find("caption").TextContent.Trim());
        Assert.Equal(["Nro", "Ehdotus", "Vastuutaho"], view.FindAll("thead th[scope=col]").Select(th => th.TextContent.Trim()));
        Assert.Equal(["1", "2"], view.FindAll("tbody th[scope=row]").Select(th => th.TextContent.Trim()));
        Assert.Equal("end", view.Find("tbody th").ClassName);
    }

    [Fact]
    public void Facts_are_a_list_of_descriptions()
    {
        var view = Show(SamplePapers.EveryBlock);

        Assert.Equal(["Teema", "Määräaika"], view.FindAll("dl.paper-facts dt").Select(dt => dt.TextContent.Trim()));
        Assert.Equal("Lähiyhteisöt", view.Find("dl.paper-facts dd").TextContent.Trim());
    }

    [Fact]
    public void A_passage_in_another_language_carries_it()
    {
        var view = Show(SamplePapers.EveryBlock);

        Assert.Equal("Ett stycke på svenska.", view.Find("p[lang=sv]").TextContent.Trim());
        Assert.Empty(view.FindAll("p[lang=fi]"));
    }

    [Fact]
    public void Paragraphs_and_lines_are_kept()
    {
        var view = Show(SamplePapers.Of(new Paragraph("Yksi\nkaksi\n\nkolme")));

        Assert.Equal(2, view.FindAll("article > p").Count);
        Assert.Single(view.FindAll("article > p br"));
    }

    [Theory, MemberData(nameof(SamplePapers.Typed), MemberType = typeof(SamplePapers))]
    public void Text_is_shown_as_it_was_typed(string typed)
    {
        var view = Show(SamplePapers.Of(new Paragraph(typed), new Heading(1, typed), new Bullets([typed])));

        Assert.Equal(typed, view.Find("article > p").TextContent.Trim());
        Assert.Equal(typed, view.Find("h2").TextContent.Trim());
        Assert.Equal(typed, view.Find("li").TextContent.Trim());
        Assert.Empty(view.FindAll("script, article b"));
    }

    [Fact]
    public void A_figure_says_what_it_shows()
    {
        var view = Show(SamplePapers.EveryBlock);

        Assert.Equal("Palkki, jonka pituus on puolet", view.Find("figure [role=img]").GetAttribute("aria-label"));
        Assert.Equal("Kuvan nimi", view.Find("figcaption").TextContent.Trim());
    }

    private IRenderedComponent<PaperView> Show(Paper paper) => Render<PaperView>(p => p.Add(v => v.Paper, paper));
}
