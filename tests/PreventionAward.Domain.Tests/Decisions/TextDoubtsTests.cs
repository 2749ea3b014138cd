using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class TextDoubtsTests
{
    private static readonly EntryId Winner = new(Guid.NewGuid());
    private static readonly EntryId Other = new(Guid.NewGuid());

    private static readonly DecisionScope Scope = new([Winner, Other], [])
    {
        Titles = new(() => new Dictionary<EntryId, IReadOnlyList<string>> { [Winner] = ["Pankkiaamu – varmuutta verkkoon"], [Other] = ["Pysäytä siirto"] }),
    };

    [Theory]
    [InlineData("fi", "Pysäytä siirron vaikutus on osoitettu, ja siksi raati valitsi sen voittajaksi.", "names-another-entry")]
    [InlineData("fi", "Pankkiaamun vaikutus on osoitettu paremmin kuin Pysäytä siirron.", null)]
    [InlineData("fi", "Vaikutus on osoitettu, ja hanke on vakiintunut.", null)]
    [InlineData("fi", "Hanke sai 4,28 pistettä.", "tells-points")]
    [InlineData("sv", "Projektet fick 4,28 poäng av juryn.", "tells-points")]
    [InlineData("sv", "The project was the best of the entries and its effect is shown.", "wrong-language")]
    [InlineData("sv", "Projektets effekt har visats, och det är förankrat i kommunens arbete.", null)]
    [InlineData("fi", "Projektets effekt har visats, och det är förankrat i kommunens arbete.", "wrong-language")]
    public void Grounds_that_name_another_entry_tell_points_or_are_in_another_language_are_doubtful(string language, string text, string? code) =>
        Assert.Equal(code, TextDoubts.Of(text, Language.Of(language), [Winner], Scope));
}
