using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class LanguageSlipsTests
{
    [Theory]
    [InlineData("Raati kiitti hanketta.", "Rådet tackade projektet.", "slips.term")]
    [InlineData("Raati kiitti hanketta.", "Juryn tackade projektet.", null)]
    [InlineData("Raati ja rikoksentorjuntaneuvosto kiittivät.", "Juryn och rådet för brottsförebyggande tackade.", null)]
    [InlineData("Vaikuttavuusarviointeja tarvitaan lisää.", "Det behövs fler utvärderingar.", "slips.term")]
    [InlineData("Vaikuttavuusarviointeja tarvitaan lisää.", "Det behövs fler effektutvärderingar.", null)]
    [InlineData("Vaikuttavuusarviointi on tehty, ja arviointi jatkuu.", "En effektutvärdering har gjorts och utvärderingen fortsätter.", null)]
    [InlineData("Oikeusministeriö julkaisi.", "Justitiedepartementet publicerade.", "slips.term")]
    [InlineData("Asiakkaita oli 1 253.", "Klienterna var 1253.", "slips.figure-written-two-ways")]
    [InlineData("Asiakkaita oli 1 253.", "Klienterna var 1 253.", null)]
    [InlineData("Asiakkaita oli 1 253.", "Klienterna var 1 235.", "slips.figures-differ")]
    [InlineData("Kasvua oli 12,5 prosenttia 1.1.2026 alkaen.", "Ökningen var 12,5 procent från 1.1.2026.", null)]
    [InlineData("Kello 16.22 ja kaksi kertaa.", "Klockan 16.20 och två gånger.", "slips.figures-differ")]
    [InlineData("Hanke toimii Ostrobothniassa ja Korsnäsissa.", "Projektet verkar i Österbotten och Korsnes.", "slips.name-spelt-two-ways")]
    [InlineData("Hanke toimii Korsnäsissa.", "Projektet verkar i Korsnäs.", null)]
    public void What_the_Finnish_and_the_Swedish_text_say_differently_is_found(string finnish, string swedish, string? code) =>
        Assert.Equal(code, LanguageSlips.In(new(finnish, swedish)).Select(s => s.Why.Code).SingleOrDefault());

    [Fact]
    public void English_thousands_are_no_slip_and_other_figures_are()
    {
        Assert.Empty(LanguageSlips.In(new("Asiakkaita oli 1 253.", null, "There were 1 253 clients.")));
        Assert.Equal((Language.English, "slips.figures-differ"), LanguageSlips.In(new("Asiakkaita oli 12.", null, "There were 21 clients.")).Select(s => (s.Language, s.Why.Code)).Single());
    }

    [Fact]
    public void A_text_in_one_language_has_no_slips() => Assert.Empty(LanguageSlips.In(new("Raati: 12")));
}
