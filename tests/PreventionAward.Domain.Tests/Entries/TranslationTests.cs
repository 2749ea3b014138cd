using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class TranslationTests
{
    private static readonly FormDefinition Form = An.Form with
    {
        Parts =
        [
            .. An.Form.Parts,
            new("second", An.Text("Second"),
            [
                new("organisation", FieldKind.Line, An.Text("Organisation")),
                new("goals", FieldKind.Rows, An.Text("Goals"), Fields: [new("goal", FieldKind.Text, An.Text("Goal"), Words: 2), new("unit", FieldKind.Line, An.Text("Unit"))]),
            ]),
        ],
    };

    private static readonly Answers Finnish = An.Answers(("title", "Hanke"), ("remark", "Kolme sanaa tässä"), ("goals.4.goal", "Tavoite"), ("goals.4.unit", "kpl"));

    [Fact]
    public void Running_text_is_translated_and_names_and_figures_are_not() =>
        Assert.Equal([("remark", null), ("organisation", null), ("goals.4.goal", 1)], Form.TranslatableTexts(Finnish).Select(text => (text.Key, text.Row)));

    [Fact]
    public void A_translation_may_have_as_many_words_as_the_original()
    {
        var translated = Finnish.With([new("remark@sv", "ett två tre fyra"), new("goals.4.goal@sv", "ett mål"), new("remark@en", "one two three")]);

        var problem = Assert.Single(EntryCheck.TranslationProblems(Form, translated, Language.Finnish));

        Assert.Equal(("remark", Language.Swedish, "entries.too-many-words"), (problem.Key, problem.Translation, problem.Why.Code));
    }

    [Fact]
    public void A_reader_is_told_of_each_text_whose_words_it_is()
    {
        var answers = Finnish.With([new("remark@sv", "Tre ord här")]);
        StaffTranslation staff = new(Language.Swedish, An.Answers(("remark", "Tre andra ord"), ("goals.4.goal", "Mål")), An.Person(), An.Spring);

        var reading = Reading.Of(answers, Language.Finnish, Language.Swedish, [staff]);

        Assert.Equal(("Tre ord här", Language.Swedish, Translator.Team), reading.Of("remark"));
        Assert.Equal(("Mål", Language.Swedish, Translator.Staff), reading.Of("goals.4.goal"));
        Assert.Equal(("Hanke", Language.Finnish, null), reading.Of("title"));
    }

    [Fact]
    public void The_original_is_read_as_it_was_written_whatever_stands_beside_it()
    {
        var answers = Finnish.With([new("title@fi", "Vanha"), new("title@sv", "Projekt")]);

        Assert.Equal(("Hanke", Language.Finnish, null), Reading.Of(answers, Language.Finnish, Language.Finnish).Of("title"));
        Assert.Equal([Language.Finnish, Language.Swedish], Reading.Languages(answers, Language.Finnish, []));
    }

    [Fact]
    public void What_staff_translate_changes_neither_content_nor_digest()
    {
        var competition = An.Competition(Stage.Open);
        var entry = An.Entry(competition);
        entry.Save(An.Answers(("title", "Hanke"), ("remark", "Kolme sanaa tässä")), Language.Finnish, An.Spring);
        entry.Submit(competition, [], An.Person(), 1, An.Spring);
        var (content, digest) = (entry.Submitted!.Answers, entry.Submitted.Sha256);

        Assert.Equal("translations.too-long", entry.Translate(An.Form, By("ett två tre fyra"))?.Code);
        Assert.Null(entry.Translate(An.Form, By("ett två tre")));

        Assert.Equal((content, digest), (entry.Submitted.Answers, entry.Submitted.Sha256));
        Assert.Equal("ett två tre", Assert.Single(entry.Translations).Texts["remark"]);
        Assert.Null(entry.Translate(An.Form, By("")));
        Assert.Empty(entry.Translations);
    }

    private static StaffTranslation By(string remark) => new(Language.Swedish, An.Answers(("remark", remark)), An.Person(), An.Spring);
}
