using Bunit;
using PreventionAward.Domain;
using PreventionAward.Web.Tests.Support;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Tests.Ui;

/// <summary>Every field says its label, its hint and its error to everybody, and keeps what was typed.</summary>
public sealed class FieldTests : PageContext
{
    [Fact]
    public void A_text_field_is_described_by_its_hint_and_its_error_which_stands_before_it()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "partners.1.organisation").Add(f => f.Label, "Järjestö")
            .Add(f => f.Value, "<b>Åsa & Co</b>").Add(f => f.Hint, "Virallinen nimi").Add(f => f.Error, "Anna nimi"));

        field.MarkupMatches("""
            <div class="field">
              <label for="partners.1.organisation">Järjestö</label>
              <p class="hint" id="partners.1.organisation-hint">Virallinen nimi</p>
              <p class="field-error" id="partners.1.organisation-error">
                <svg class="icon" aria-hidden="true" focusable="false"><use href="vendor/icons.svg#i-error"></use></svg>
                <span><span class="hidden">Virhe: </span>Anna nimi</span></p>
              <input type="text" id="partners.1.organisation" name="partners.1.organisation" value="&lt;b&gt;Åsa &amp; Co&lt;/b&gt;" aria-invalid="true"
                aria-describedby="partners.1.organisation-hint partners.1.organisation-error">
            </div>
            """);
    }

    [Fact]
    public void A_text_field_passes_on_what_browsers_and_phones_want_to_know()
    {
        var field = Render<TextField>(p => p.Add(f => f.Name, "mail").Add(f => f.Label, "Sähköposti").Add(f => f.Optional, true)
            .AddUnmatched("autocomplete", "email"));

        Assert.Equal("email", field.Find("input").GetAttribute("autocomplete"));
        Assert.False(field.Find("input").HasAttribute("aria-invalid"));
        Assert.Equal("Sähköposti (vapaaehtoinen)", field.Find("label").TextContent);
    }

    [Theory]
    [InlineData("yksi kaksi\r\n kolme", "3 / 3 sanaa", false)]
    [InlineData("yksi kaksi kolme neljä", "4 / 3 sanaa – lyhennä tekstiä", true)]
    [InlineData(null, "0 / 3 sanaa", false)]
    public void A_long_text_is_counted_in_words_by_the_server(string? text, string said, bool over)
    {
        var field = Render<TextAreaCounted>(p => p.Add(f => f.Name, "summary").Add(f => f.Label, "Tiivistelmä").Add(f => f.Value, text).Add(f => f.Words, 3));

        Assert.Equal(said, field.Find("#summary-count").TextContent);
        Assert.Equal(over, field.Find("#summary-count").ClassList.Contains("over"));
        Assert.Equal("summary-count", field.Find("textarea").GetAttribute("aria-describedby"));
    }

    [Fact]
    public void A_text_that_begins_with_an_empty_line_keeps_it()
    {
        var field = Render<TextAreaCounted>(p => p.Add(f => f.Name, "a").Add(f => f.Label, "A").Add(f => f.Value, "\nkaksi"));

        Assert.Equal("\nkaksi", field.Find("textarea").TextContent);
    }

    [Fact]
    public void A_choice_is_a_question_with_native_radios()
    {
        var group = Render<RadioGroup>(p => p.Add(g => g.Name, "theme").Add(g => g.Label, "Teema").Add(g => g.Value, "b").Add(g => g.Error, "Valitse")
            .Add(g => g.Choices, [new("a", "Ensimmäinen"), new("b", "Toinen", "Selitys")]));

        Assert.Equal("Teema", group.Find("fieldset > legend").TextContent);
        Assert.Equal("theme-error", group.Find("fieldset").GetAttribute("aria-describedby"));
        Assert.Equal(["b"], group.FindAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.All(group.FindAll("input"), input => Assert.NotNull(group.Find($"label[for='{input.Id}']")));
    }

    [Fact]
    public void A_score_is_one_of_six_steps_in_words_and_none_is_chosen_before_the_juror_does()
    {
        string[] anchors = ["ei", "vähän", "jonkin verran", "hyvin", "erittäin hyvin", "erinomaisesti"];

        var unscored = Render<ScoreScale>(p => p.Add(s => s.Name, "c1").Add(s => s.Label, "Vaikutus").Add(s => s.Anchors, anchors).Add(s => s.Weight, 20));
        var scored = Render<ScoreScale>(p => p.Add(s => s.Name, "c1").Add(s => s.Label, "Vaikutus").Add(s => s.Anchors, anchors).Add(s => s.Value, 3));

        Assert.Equal("Vaikutus painoarvo 20 %", unscored.Find("legend").TextContent);
        Assert.Equal(anchors.Select((anchor, points) => $"{points}{anchor}"), unscored.FindAll("label").Select(label => label.TextContent));
        Assert.Empty(unscored.FindAll("input[checked]"));
        Assert.Equal("3", scored.Find("input[checked]").GetAttribute("value"));
    }

    [Fact]
    public void A_date_and_time_are_two_texts_named_after_the_field()
    {
        var field = Render<DateTimeField>(p => p.Add(f => f.Name, "closes").Add(f => f.Label, "Hakuaika päättyy").Add(f => f.Date, "31.2.2027").Add(f => f.Time, "16.15"));

        Assert.Equal([("closes.date", "31.2.2027"), ("closes.time", "16.15")], field.FindAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)));
    }

    [Fact]
    public void A_confirmation_is_ticked_only_when_it_was()
    {
        Assert.True(Render<CheckboxField>(p => p.Add(c => c.Name, "ok").Add(c => c.Label, "Vahvistan").Add(c => c.Checked, true)).Find("input").HasAttribute("checked"));
        Assert.False(Render<CheckboxField>(p => p.Add(c => c.Name, "ok").Add(c => c.Label, "Vahvistan")).Find("input").HasAttribute("checked"));
    }

    [Fact]
    public void Several_choices_and_a_list_keep_what_was_chosen()
    {
        IReadOnlyList<Choice> choices = [new("a", "A"), new("b", "B"), new("c", "C")];

        var boxes = Render<CheckboxGroup>(p => p.Add(g => g.Name, "x").Add(g => g.Label, "X").Add(g => g.Choices, choices).Add(g => g.Values, ["a", "c"]));
        var list = Render<SelectField>(p => p.Add(s => s.Name, "y").Add(s => s.Label, "Y").Add(s => s.Choices, choices).Add(s => s.Value, "b"));

        Assert.Equal(["a", "c"], boxes.FindAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["", "a", "b", "c"], list.FindAll("option").Select(o => o.GetAttribute("value") ?? ""));
        Assert.Equal("b", list.Find("option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Files_say_their_size_as_the_reader_writes_it()
    {
        FileList.FileItem[] files = [new("1", "loppuraportti.pdf", "files/1", 2_440_000), new("2", "liite.txt", "files/2", 300)];

        var finnish = Render<FileList>(p => p.Add(f => f.Files, files).Add(f => f.RemoveName, "remove"));
        Speak(Language.English);
        var english = Render<FileList>(p => p.Add(f => f.Files, files));

        Assert.Equal(["(2,4 Mt)", "(1 kt)"], finnish.FindAll("span.muted").Select(s => s.TextContent));
        Assert.Equal("Poista loppuraportti.pdf", finnish.Find("button[value='1']").TextContent);
        Assert.Equal(["(2.4 MB)", "(1 kB)"], english.FindAll("span.muted").Select(s => s.TextContent));
        Assert.Empty(english.FindAll("button"));
    }
}
