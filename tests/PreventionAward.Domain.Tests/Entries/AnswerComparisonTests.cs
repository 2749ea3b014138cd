using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class AnswerComparisonTests
{
    private static readonly FormDefinition Form = new("1", LocalizedText.Empty,
    [
        new("first", LocalizedText.Name("First"), [Field("title"), Field("area")]),
        new("second", LocalizedText.Name("Second"), [new("partners", FieldKind.Rows, LocalizedText.Name("Partners"), Fields: [Field("organisation"), Field("role")]), Field("summary")]),
    ]);

    [Fact]
    public void Differences_stand_in_the_order_of_the_form()
    {
        var before = Of(("summary", "Vanha"), ("title", "Sama"), ("partners.2.role", "Rahoittaja"), ("partners.10.role", "Neuvoja"), ("unknown", "x"));
        var after = Of(("summary", "Uusi"), ("title", "Sama"), ("area", "Turku"), ("partners.2.organisation", "Kunta"), ("partners.2.role", "Tekijä"), ("title@sv", "Titel"));

        var changes = AnswerComparison.Of(Form, before, after);

        Assert.Equal(["title@sv", "area", "partners.2.organisation", "partners.2.role", "partners.10.role", "summary"], changes.Select(c => c.Place.Key));
        Assert.Equal(("Neuvoja", "", "partners.10", "role"), (changes[4].Before, changes[4].After, changes[4].Place.RowName, changes[4].Place.Field.Key));
        Assert.Equal("sv", changes[0].Place.Beside);
    }

    private static FormField Field(string key) => new(key, FieldKind.Line, LocalizedText.Name(key));

    private static Answers Of(params (string Key, string Text)[] answers) => Answers.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Text)));
}
