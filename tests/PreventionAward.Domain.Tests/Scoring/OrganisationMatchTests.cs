using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class OrganisationMatchTests
{
    [Theory]
    [InlineData("Esimerkkilän kaupunki", "esimerkkilän KAUPUNKI, nuorisopalvelut")]
    [InlineData("Esimerkkiyhdistys ry", "Esimerkkiyhdistys r.y.")]
    [InlineData("Föreningen Exempel rf", "Foreningen Exempel")]
    [InlineData("Esimerkki Oy Ab", "Esimerkki")]
    [InlineData("Nuorten tuki ry / Stöd för unga rf", "Nuorten tuki")]
    [InlineData("Sisä-Suomen esimerkkilaitos", "Sisa Suomen Esimerkkilaitos")]
    public void Names_that_differ_in_writing_only_look_alike(string own, string named) =>
        Assert.Equal([named], OrganisationMatch.Of(LocalizedText.Name(own), [named]));

    [Theory]
    [InlineData("Esimerkkilän kaupunki", "Toisen kaupunki")]
    [InlineData("Esimerkkiyhdistys ry", "Toinen yhdistys ry")]
    [InlineData("ry", "Toinen yhdistys ry")]
    [InlineData("Oy Ab", "Toinen Oy Ab")]
    [InlineData("", "Toinen yhdistys ry")]
    [InlineData("Esimerkkilaitos", "")]
    public void Different_organisations_do_not_even_with_the_same_legal_form(string own, string named) =>
        Assert.Equal([], OrganisationMatch.Of(LocalizedText.Name(own), [named]));

    [Fact]
    public void A_name_in_any_of_the_languages_is_enough_and_each_is_told_once() =>
        Assert.Equal(["Exempelinstansen"], OrganisationMatch.Of(new("Esimerkkitaho", "Exempelinstansen"), ["Exempelinstansen", "Exempelinstansen", "Muu taho"]));
}
