using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class EarlierTextTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Writer = new(Guid.NewGuid());
    private static readonly FormField Partners = new("partners", FieldKind.Rows, LocalizedText.Name("Partners"), Max: 2);

    [Fact]
    public void Writing_on_loses_nothing_replacing_and_shortening_do()
    {
        var before = Of(("title", "Kesken"), ("area", "Turku"), ("summary", "Ensin näin"), ("partners.1.organisation", "Kaupunki"));
        var after = Of(("title", "Kesken jatkuu"), ("area", "Turku"), ("summary", "Sitten noin"));

        Assert.Equal(["partners.1.organisation", "summary"], EarlierText.Losing(before, after));
    }

    [Fact]
    public void One_sitting_of_one_person_is_kept_once()
    {
        var last = Kept("Kauan sitten", Now);

        Assert.True(EarlierText.IsWorthKeeping("Teksti", "Toinen", Writer, Now, null));
        Assert.False(EarlierText.IsWorthKeeping("Teksti", "Toinen", Writer, Now.AddMinutes(4), last));
        Assert.True(EarlierText.IsWorthKeeping("Teksti", "Toinen", Writer, Now.AddMinutes(5), last));
        Assert.True(EarlierText.IsWorthKeeping("Teksti", "Toinen", new(Guid.NewGuid()), Now.AddMinutes(1), last));
        Assert.True(EarlierText.IsWorthKeeping("Pitkä teksti, joka pyyhitään", "", Writer, Now.AddMinutes(1), last));
    }

    [Fact]
    public void A_text_comes_back_to_its_question_and_not_to_a_row_that_is_gone()
    {
        var draft = Of(("title", "Uusi"), ("partners.1.organisation", "Kaupunki"));

        Assert.Equal("Vanha", EarlierText.TakeBack(draft, "title", "Vanha").Draft!["title"]);
        Assert.Equal("Kunta", EarlierText.TakeBack(draft, "partners.1.organisation", "Kunta").Draft!["partners.1.organisation"]);
        Assert.Equal("history.row-gone", EarlierText.TakeBack(draft, "partners.2.organisation", "Poliisi").Refusal?.Code);
    }

    [Fact]
    public void A_removed_row_comes_back_under_its_number_or_under_a_free_one()
    {
        var cells = new Dictionary<string, string> { ["partners.2.organisation"] = "Poliisi", ["partners.2.role"] = "Valvonta" };

        var own = EarlierText.TakeBackRow(Of(("partners.1.organisation", "Kaupunki")), Partners, cells, 5).Draft!;
        var free = EarlierText.TakeBackRow(Of(("partners.2.organisation", "Kaupunki")), Partners, cells, 5).Draft!;

        Assert.Equal([1, 2], own.Rows("partners"));
        Assert.Equal("Poliisi", own["partners.2.organisation"]);
        Assert.Equal([2, 5], free.Rows("partners"));
        Assert.Equal(("Poliisi", "Valvonta"), (free["partners.5.organisation"], free["partners.5.role"]));
        Assert.Equal("history.rows-full", EarlierText.TakeBackRow(Of(("partners.1.a", "x"), ("partners.3.a", "y")), Partners, cells, 5).Refusal?.Code);
    }

    private static EarlierText Kept(string text, DateTimeOffset at) => new(Guid.NewGuid(), new(Guid.NewGuid()), "title", text, Writer, at, WithRow: false);

    private static Answers Of(params (string Key, string Text)[] answers) => Answers.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Text)));
}
