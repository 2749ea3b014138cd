using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class DraftMergeTests
{
    private static readonly Answers Seen = Of(("title", "Base"), ("area", "Town"), ("partners.1.organisation", "First"));

    [Fact]
    public void What_one_typed_is_saved_when_nobody_else_did()
    {
        var merged = DraftMerge.Merge(Seen, Typed(("title", "Mine"), ("area", "Town")), AnswerMarks.Of(Seen));

        Assert.Equal("Mine", merged.Answers["title"]);
        Assert.Equal(["title"], merged.Changed);
        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void Two_people_in_different_fields_both_keep_their_text()
    {
        var current = Seen.With([new("area", "County")]);

        var merged = DraftMerge.Merge(current, Typed(("title", "Mine"), ("area", "Town")), AnswerMarks.Of(Seen));

        Assert.Equal(("Mine", "County"), (merged.Answers["title"], merged.Answers["area"]));
        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void A_text_that_was_saved_without_its_writer_hearing_of_it_is_nobody_elses_change()
    {
        var current = Seen.With([new("title", "Min")]);
        var sent = AnswerMarks.Parse($"title={AnswerMarks.Mark("M")},{AnswerMarks.Mark("Min")}");

        var longer = DraftMerge.Merge(current, Typed(("title", "Mine")), AnswerMarks.Of(Seen), sent);
        var asBefore = DraftMerge.Merge(current, Typed(("title", "Base")), AnswerMarks.Of(Seen), sent);

        Assert.Equal(("Mine", "Base"), (longer.Answers["title"], asBefore.Answers["title"]));
        Assert.Empty(longer.Conflicts);
    }

    [Fact]
    public void A_row_that_moved_is_found_again_and_told()
    {
        var current = Seen.With([new("partners.2.organisation", "Theirs")]);
        var typed = Typed(("partners.2.organisation", "Mine"));

        var first = DraftMerge.Merge(current, typed, AnswerMarks.Of(Seen));
        var again = DraftMerge.Merge(first.Answers, typed, AnswerMarks.Of(Seen));

        Assert.Equal("partners.3", first.Moved["partners.2"]);
        Assert.Equal("Mine", first.Answers["partners.3.organisation"]);
        Assert.Equal(first.Answers, again.Answers);
    }

    [Fact]
    public void Two_people_in_the_same_field_are_told_and_nothing_is_overwritten()
    {
        var current = Seen.With([new("title", "Theirs")]);

        var merged = DraftMerge.Merge(current, Typed(("title", "Mine")), AnswerMarks.Of(Seen));

        Assert.Equal("Theirs", merged.Answers["title"]);
        Assert.Equal(["title"], merged.Conflicts);
    }

    [Fact]
    public void Two_people_who_typed_the_same_do_not_disagree()
    {
        var current = Seen.With([new("title", "Same")]);

        var merged = DraftMerge.Merge(current, Typed(("title", "Same")), AnswerMarks.Of(Seen));

        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void An_emptied_answer_is_taken_away()
    {
        var merged = DraftMerge.Merge(Seen, Typed(("area", "")), AnswerMarks.Of(Seen));

        Assert.Equal("", merged.Answers["area"]);
    }

    [Fact]
    public void Two_new_rows_with_the_same_number_become_two_rows()
    {
        var current = Seen.With([new("partners.2.organisation", "Theirs")]);

        var merged = DraftMerge.Merge(current, Typed(("partners.1.organisation", "First"), ("partners.2.organisation", "Mine"), ("partners.2.role", "")), AnswerMarks.Of(Seen));

        Assert.Equal(("First", "Theirs", "Mine"), (merged.Answers["partners.1.organisation"], merged.Answers["partners.2.organisation"], merged.Answers["partners.3.organisation"]));
        Assert.Empty(merged.Conflicts);
    }

    [Fact]
    public void A_form_whose_marks_cannot_be_read_overwrites_nothing_unseen()
    {
        var merged = DraftMerge.Merge(Seen, Typed(("title", "Mine"), ("summary", "New")), AnswerMarks.Parse("rubbish = ="));

        Assert.Equal(("Base", "New"), (merged.Answers["title"], merged.Answers["summary"]));
        Assert.Equal(["title"], merged.Conflicts);
    }

    [Fact]
    public void Marks_survive_the_form()
    {
        var marks = AnswerMarks.Parse(AnswerMarks.Of(Seen).ToString());

        Assert.True(marks.Showed("title", "Base"));
        Assert.True(marks.Showed("never-there", ""));
        Assert.False(marks.Showed("title", "base"));
        Assert.True(marks.ShowedRow("partners.1"));
    }

    private static Answers Of(params (string Key, string Text)[] answers) => Answers.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Text)));

    private static Dictionary<string, string> Typed(params (string Key, string Text)[] answers) => answers.ToDictionary(a => a.Key, a => a.Text);
}
