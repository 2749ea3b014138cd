using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class AnswersTests
{
    [Theory]
    [InlineData("  two\r\nlines \r", "two\nlines")]
    [InlineData("a\0b", "ab")]
    [InlineData("#set text(red) <b>*bold*</b> $x^2$", "#set text(red) <b>*bold*</b> $x^2$")]
    [InlineData("ǩ Ǩ å 🙂", "ǩ Ǩ å 🙂")]
    public void Text_is_kept_as_typed_but_for_what_no_database_text_can_hold(string typed, string kept) =>
        Assert.Equal(kept, Answers.Clean(typed));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_cannot_be_shown() =>
        Assert.Equal("a\uFFFDb", Answers.Clean("a\ud83db"));

    [Fact]
    public void An_empty_answer_is_no_answer()
    {
        var answers = An.Answers(("title", "A"), ("area", " "));

        Assert.Equal(["title"], answers.Values.Keys);
        Assert.Equal(Answers.None, answers.With([new("title", "")]));
    }

    [Fact]
    public void Rows_keep_their_numbers_when_one_is_taken_away()
    {
        var answers = An.Answers(("partners.1.role", "a"), ("partners.2.role", "b"), ("partners.10.role", "c"), ("partners.x.role", "d"), ("partnersOf.4.role", "e"));

        Assert.Equal([1, 2, 10], answers.Rows("partners"));
        Assert.Equal([1, 10], answers.WithoutRow("partners", 2).Rows("partners"));
        Assert.Equal("c", answers.WithoutRow("partners", 1)["partners.10.role"]);
    }

    [Fact]
    public void The_digest_depends_on_what_is_said_and_attached_and_on_nothing_else()
    {
        var file = An.File();
        var digest = An.Answers(("title", "A"), ("area", "B")).Digest([file]);

        Assert.Equal(digest, An.Answers(("area", "B"), ("title", "A")).Digest([file]));
        Assert.NotEqual(digest, An.Answers(("title", "A"), ("area", "b")).Digest([file]));
        Assert.NotEqual(digest, An.Answers(("title", "A"), ("area", "B")).Digest([]));
        Assert.NotEqual(digest, An.Answers(("title", "A"), ("area", "B")).Digest([file with { Sha256 = new string('b', 64) }]));
        Assert.Matches("^[0-9a-f]{64}$", digest);
    }

    [Fact]
    public void A_translation_beside_the_original_is_used_where_it_is()
    {
        var answers = An.Answers(("title", "Alkuperäinen"), ("title@sv", "Översatt"));

        Assert.Equal("Översatt", answers.In("title", Language.Swedish));
        Assert.Equal("Alkuperäinen", answers.In("title", Language.English));
    }
}
