using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class EntryCheckTests
{
    [Theory]
    [InlineData(FieldKind.Line, "anything", null)]
    [InlineData(FieldKind.Date, "2027-02-28", null)]
    [InlineData(FieldKind.Date, "2027-02-29", "entries.not-a-date")]
    [InlineData(FieldKind.Date, "28.2.2027", "entries.not-a-date")]
    [InlineData(FieldKind.Year, "2027", null)]
    [InlineData(FieldKind.Year, "27", "entries.not-a-year")]
    [InlineData(FieldKind.Number, "−1 253,5", null)]
    [InlineData(FieldKind.Number, "15 %", null)]
    [InlineData(FieldKind.Number, "many", "entries.not-a-number")]
    [InlineData(FieldKind.Money, "1253.50 €", null)]
    [InlineData(FieldKind.Money, "1.253,50", null)]
    [InlineData(FieldKind.Money, "1.000", "entries.unclear-number")]
    [InlineData(FieldKind.Number, "12.345", "entries.unclear-number")]
    [InlineData(FieldKind.Number, "1.5", null)]
    [InlineData(FieldKind.Money, "-5", "entries.below-zero")]
    [InlineData(FieldKind.Date, "31.2.2025", "entries.no-such-day")]
    [InlineData(FieldKind.Phone, "call me", "entries.not-a-phone-number")]
    [InlineData(FieldKind.Phone, "+358 40 123 4567", null)]
    [InlineData(FieldKind.BusinessId, "1234567-1", null)]
    [InlineData(FieldKind.BusinessId, "1234567-8", "entries.business-id-wrong")]
    [InlineData(FieldKind.BusinessId, "0000006-0", "entries.business-id-wrong")]
    [InlineData(FieldKind.BusinessId, "12345678", "entries.not-a-business-id")]
    [InlineData(FieldKind.Choices, "a\nnone", "entries.not-with-others")]
    [InlineData(FieldKind.Choices, "none", null)]
    [InlineData(FieldKind.Mail, "team@example.fi", null)]
    [InlineData(FieldKind.Mail, "team at example.fi", "entries.not-a-mail-address")]
    [InlineData(FieldKind.Url, "example.fi/project", null)]
    [InlineData(FieldKind.Url, "javascript://x", "entries.not-a-web-address")]
    [InlineData(FieldKind.Choice, "a", null)]
    [InlineData(FieldKind.Choice, "z", "entries.not-an-option")]
    [InlineData(FieldKind.Choices, "a\nb", null)]
    [InlineData(FieldKind.Choices, "a\nz", "entries.not-an-option")]
    public void Each_kind_of_question_takes_what_it_asks_for(FieldKind kind, string answer, string? why)
    {
        IReadOnlyList<FieldOption> options = [new("a", An.Text("A")), new("b", An.Text("B")), new("none", An.Text("None"), Exclusive: true)];

        Assert.Equal(why, Why([new("q", kind, An.Text("Q"), Options: options)], ("q", answer)));
    }

    [Theory]
    [InlineData("12.345,67", 12345.67)]
    [InlineData("1.234.567", 1234567.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("2,500", 2.5)]
    [InlineData("0.125", 0.125)]
    [InlineData("2.500", null)]
    public void A_number_is_never_read_as_another(string typed, double? number) => Assert.Equal((decimal?)number, EntryCheck.Number(typed));

    [Fact]
    public void An_end_does_not_come_before_its_start_and_a_finished_year_not_after_this_one()
    {
        IReadOnlyList<FormField> fields =
        [
            new("start", FieldKind.Date, An.Text("Start")), new("end", FieldKind.Date, An.Text("End"), After: "start"), new("year", FieldKind.Year, An.Text("Year"), Past: true),
            new("rows", FieldKind.Rows, An.Text("Rows"), Fields: [new("from", FieldKind.Year, An.Text("From")), new("to", FieldKind.Year, An.Text("To"), After: "from")]),
        ];

        Assert.Null(Why(fields, ("start", "2026-03-01"), ("end", "2026-03-01"), ("year", "2027")));
        Assert.Equal("entries.before-its-start", Why(fields, ("start", "2026-03-01"), ("end", "2026-02-28")));
        Assert.Equal("entries.before-its-start", Why(fields, ("rows.3.from", "2026"), ("rows.3.to", "2025")));
        Assert.Equal("entries.year-to-come", Why(fields, ("year", "2028")));
    }

    [Theory]
    [InlineData("one two three", null)]
    [InlineData("one two-and-a-half three", null)]
    [InlineData("one two three four", "entries.too-many-words")]
    [InlineData(" one\n\ntwo\tthree ", null)]
    public void The_limit_is_in_words(string answer, string? why) =>
        Assert.Equal(why, Why([new("q", FieldKind.Text, An.Text("Q"), Words: 3)], ("q", answer)));

    [Fact]
    public void A_required_answer_may_not_be_missing_and_an_optional_one_may()
    {
        Assert.Equal("entries.answer-missing", Why([new("q", FieldKind.Line, An.Text("Q"), Required: true)]));
        Assert.Null(Why([new("q", FieldKind.Line, An.Text("Q"))]));
    }

    [Fact]
    public void A_question_is_held_to_only_when_it_is_asked()
    {
        IReadOnlyList<FormField> fields =
        [
            new("ongoing", FieldKind.Choice, An.Text("Ongoing"), Options: [new("yes", An.Text("Yes")), new("no", An.Text("No"))]),
            new("end", FieldKind.Date, An.Text("End"), Required: true, ShowWhen: new("ongoing", ["no"])),
        ];

        Assert.Null(Why(fields, ("ongoing", "yes")));
        Assert.Equal("entries.answer-missing", Why(fields, ("ongoing", "no")));
    }

    [Fact]
    public void Rows_are_held_to_each_of_their_questions_and_to_their_number()
    {
        var rows = new FormField("partners", FieldKind.Rows, An.Text("Partners"), Required: true, Max: 1,
            Fields: [new("organisation", FieldKind.Line, An.Text("Organisation"), Required: true), new("role", FieldKind.Line, An.Text("Role"))]);

        Assert.Equal("entries.row-missing", Why([rows]));
        Assert.Equal("entries.answer-missing", Why([rows], ("partners.4.role", "helps")));
        Assert.Null(Why([rows], ("partners.4.organisation", "City")));
        Assert.Equal("entries.too-many-rows", Why([rows], ("partners.1.organisation", "City"), ("partners.2.organisation", "Police")));
    }

    [Fact]
    public void Problems_stand_in_the_order_of_the_form_and_name_the_answer()
    {
        var problems = EntryCheck.Problems(An.Form, An.Answers(("remark", "one two three four")));

        Assert.Equal([("title", "entries.answer-missing"), ("remark", "entries.too-many-words")], problems.Select(p => (p.Key, p.Why.Code)));
    }

    private static string? Why(IReadOnlyList<FormField> fields, params (string Key, string Text)[] answers) =>
        EntryCheck.Problems(new("1", LocalizedText.Empty, [new("part", An.Text("Part"), fields)]), An.Answers(answers), now: An.Spring).SingleOrDefault()?.Why.Code;
}
