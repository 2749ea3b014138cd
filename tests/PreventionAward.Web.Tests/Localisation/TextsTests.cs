using Microsoft.Extensions.Logging.Abstractions;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Web.Tests.Localisation;

public sealed class TextsTests : IDisposable
{
    private static readonly DateTimeOffset ReleaseTime = new(2023, 10, 2, 13, 22, 0, TimeSpan.Zero);

    private readonly string folder = Directory.CreateTempSubdirectory("texts").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("fi", "Määräaika on 2.10.2023 klo\u00a016.22.")]
    [InlineData("sv", "Tidsfristen är 2.10.2023 kl.\u00a016.22.")]
    [InlineData("en", "The deadline is 2 October 2023 at\u00a016.22.")]
    public void An_instant_in_a_sentence_is_Finnish_time_as_the_language_writes_it(string language, string sentence)
    {
        var texts = Texts("""{ "a.b": { "fi": "Määräaika on {0}.", "sv": "Tidsfristen är {0}.", "en": "The deadline is {0}." } }""");

        Assert.Equal(sentence, texts.In(Language.Of(language))["a.b", ReleaseTime]);
    }

    [Theory]
    [InlineData("fi", "1\u00a0253", "3,75")]
    [InlineData("sv", "1\u00a0253", "3,75")]
    [InlineData("en", "1,253", "3.75")]
    public void Numbers_are_written_as_the_language_writes_them(string language, string thousands, string decimals)
    {
        var texts = Texts("""{ "a.b": { "fi": "{0}", "sv": "{0}", "en": "{0}" } }""").In(Language.Of(language));

        Assert.Equal(thousands, texts["a.b", 1253]);
        Assert.Equal(decimals, texts["a.b", 3.75m]);
    }

    [Theory]
    [InlineData("fi", 6, "Kuusi")]
    [InlineData("sv", 6, "Sex")]
    [InlineData("en", 12, "12")]
    [InlineData("sv", 0, "0")]
    public void A_small_number_begins_a_sentence_as_a_word(string language, int count, string expected) =>
        Assert.Equal(expected, Real().In(Language.Of(language)).InWords(count));

    [Fact]
    public void Names_of_constants_days_and_texts_come_in_the_language_of_the_sentence()
    {
        var texts = Real().In(Language.Swedish);

        Assert.Equal("Juryns bedömning", texts.Written(Stage.Scoring));
        Assert.Equal("Tävlingens sekreterare, Publiceringsansvarig", texts.Written(StaffRoles.Secretary | StaffRoles.Publisher));
        Assert.Equal("2.10.2023", texts.Written(new DateOnly(2023, 10, 2)));
        Assert.Equal("namn", texts.Written(new LocalizedText("nimi", "namn")));
        Assert.Equal("finska", texts.Written(Language.Finnish));
    }

    [Fact]
    public void A_text_that_was_typed_is_never_taken_for_a_pattern()
    {
        var texts = Texts("""{ "a.b": { "fi": "Otsikko: {0}", "sv": "Rubrik: {0}", "en": "Title: {0}" } }""");

        Assert.Equal("Otsikko: {0} {1}", texts.In(Language.Finnish)["a.b", "{0} {1}"]);
    }

    [Fact]
    public void A_missing_sentence_stops_development_and_shows_words_to_the_public()
    {
        Assert.Throws<KeyNotFoundException>(() => Texts("{}")["no.such"]);
        Assert.Equal("(texten saknas)", Texts("{}", strict: false).In(Language.Swedish)["no.such"]);
    }

    [Theory]
    [InlineData("""{ "a.b": { "fi": "x", "sv": "y" } }""", "texts.json: a.b: no text in en")]
    [InlineData("""{ "a.b": { "fi": "x", "sv": " ", "en": "z" } }""", "texts.json: a.b: no text in sv")]
    [InlineData("""{ "a.b": { "fi": "x {0}", "sv": "y", "en": "z {0}" } }""", "texts.json: a.b: the languages have different placeholders")]
    public void An_unfinished_text_stops_the_start_and_names_the_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Texts(json)).Message);

    private Texts Texts(string json, bool strict = true)
    {
        File.WriteAllText(Path.Combine(folder, "texts.json"), json);
        return new(TextStore.Read(folder), new(NullLogger<TextFaults>.Instance, strict));
    }

    private static Texts Real() =>
        new(TextStore.Read(Path.Combine(SourceTree.Root, "templates", "texts")), new(NullLogger<TextFaults>.Instance, strict: true));
}
