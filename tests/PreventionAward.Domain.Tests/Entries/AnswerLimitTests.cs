using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class AnswerLimitTests
{
    private static readonly FormDefinition Form = new("1", LocalizedText.Empty, [new("part", An.Text("Part"),
    [
        new("title", FieldKind.Line, An.Text("Title")), new("summary", FieldKind.Text, An.Text("Summary"), Words: 150), new("free", FieldKind.Text, An.Text("Free")),
        new("rows", FieldKind.Rows, An.Text("Rows"), Fields: [new("name", FieldKind.Line, An.Text("Name")), new("role", FieldKind.Line, An.Text("Role"))]),
    ])]);

    [Theory]
    [InlineData("title", 300)]
    [InlineData("summary", 6_000)]
    [InlineData("free", 20_000)]
    public void An_answer_takes_so_many_characters_and_no_more(string question, int most)
    {
        var field = Form.Field(question)!;

        Assert.Null(AnswerLimit.Check(field, new('a', most)));
        Assert.Equal("entries.too-many-characters", AnswerLimit.Check(field, new('a', most + 1))?.Code);
        Assert.Contains(EntryCheck.Problems(Form, An.Answers((question, new('a', most + 1)))), p => p.Key == question);
    }

    [Fact]
    public void What_is_too_long_is_named_with_its_row_and_nothing_else()
    {
        var (unsaved, why) = AnswerLimit.TooLong(Form, An.Answers(
            ("title", "Short"), ("rows.1.name", "Short"), ("rows.12.name", new('a', 301)), ("rows.12.role", "Short")).Values);

        Assert.Equal(["rows.12.name", "rows.12.role"], unsaved.Order(StringComparer.Ordinal));
        Assert.Equal("entries.answer-too-long", why?.Code);
        Assert.Equal([An.Text("Name"), 301, 300], why!.Args);
    }

    [Fact]
    public void Rows_are_counted_and_their_numbers_may_be_any()
    {
        Assert.Null(AnswerLimit.Check(Form.Parts[0], Rows(AnswerLimit.Rows, from: 900_000_000)));
        Assert.Equal("entries.too-many-rows", AnswerLimit.Check(Form.Parts[0], Rows(AnswerLimit.Rows + 1, from: 1))?.Code);
    }

    [Fact]
    public void A_part_is_not_read_when_it_holds_more_than_a_person_writes()
    {
        Assert.Equal("entries.too-much-at-once", AnswerLimit.Check(Form.Parts[0], [(new('k', 101), 1)])?.Code);
        Assert.Equal("entries.too-much-at-once", AnswerLimit.Check(Form.Parts[0], [("title", AnswerLimit.Part + 1)])?.Code);
        Assert.Equal("entries.too-much-at-once", AnswerLimit.Check(Form.Parts[0], [.. Enumerable.Range(0, AnswerLimit.Fields + 1).Select(n => ($"f{n}", 1))])?.Code);
    }

    [Theory]
    [InlineData("rows.1.name", 1)]
    [InlineData("rows.999999999.name", 999_999_999)]
    [InlineData("rows.1000000000.name", null)]
    [InlineData("rows.0.name", null)]
    [InlineData("rows.-1.name", null)]
    [InlineData("rows.1", null)]
    public void A_row_has_a_number_that_another_can_follow(string name, int? number) => Assert.Equal(number, AnswerName.RowOf(name)?.Number);

    [Fact]
    public void A_line_is_kept_on_one_line_and_reads_in_one_direction()
    {
        Assert.Equal("Hanke gpj.exe", Form.Field("title")!.Kept("  Hanke\r\n\u202Egpj\u2066.exe\u200F "));
        Assert.Equal("First\nSecond \u202E", Form.Field("summary")!.Kept("First\r\nSecond \u202E"));
    }

    private static List<(string Name, int Length)> Rows(int count, int from) => [.. Enumerable.Range(from, count).Select(n => ($"rows.{n}.name", 1))];
}
