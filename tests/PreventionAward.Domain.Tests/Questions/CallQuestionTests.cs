using PreventionAward.Domain.Questions;

namespace PreventionAward.Domain.Tests.Questions;

public sealed class CallQuestionTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Staff = new(Guid.NewGuid());
    private static readonly LocalizedText Both = new("Suomeksi", "På svenska");

    [Fact]
    public void Both_national_languages_are_needed_to_publish()
    {
        var question = Asked();

        Assert.Equal("questions.question-missing", question.Publish(Staff, Now)?.Code);
        question.Write(Both, new("Vastaus"));
        Assert.Equal("questions.answer-missing", question.Publish(Staff, Now)?.Code);
        question.Write(Both, Both);
        Assert.Null(question.Publish(Staff, Now));

        Assert.Equal((Now, Staff, false), (question.PublishedAt, question.AnsweredBy, question.IsOpen));
        Assert.Equal("questions.published-already", question.Publish(Staff, Now)?.Code);
        Assert.Equal("questions.published-already", question.Dismiss(Now)?.Code);
    }

    [Fact]
    public void A_published_answer_can_be_corrected_but_loses_no_language()
    {
        var question = Asked();
        question.Write(Both, Both);
        question.Publish(Staff, Now);

        Assert.Equal("questions.answer-missing", question.Write(Both, new("Korjattu"))?.Code);
        Assert.Null(question.Write(Both, new("Korjattu", "Rättat")));
        Assert.Equal("Rättat", question.Answer.Sv);
    }

    [Fact]
    public void What_is_put_aside_is_answered_no_more()
    {
        var question = Asked();

        Assert.Null(question.Dismiss(Now));

        Assert.Equal("questions.dismissed", question.Write(Both, Both)?.Code);
        Assert.Equal("questions.dismissed", question.Publish(Staff, Now)?.Code);
        Assert.False(question.IsOpen);
    }

    [Theory]
    [InlineData(0, "questions.text-missing")]
    [InlineData(1, null)]
    [InlineData(CallQuestion.Longest, null)]
    [InlineData(CallQuestion.Longest + 1, "questions.too-long")]
    public void A_question_has_some_length(int length, string? refusal) =>
        Assert.Equal(refusal, CallQuestion.WhyNot(new('a', length))?.Code);

    private static CallQuestion Asked() => new(Guid.NewGuid(), new(Guid.NewGuid()), "asker@example.fi", Language.Swedish, "Får en stad delta?", Now);

    [Fact]
    public void What_was_put_aside_can_be_taken_up_again_with_what_was_written()
    {
        var question = new CallQuestion(Guid.NewGuid(), new(Guid.NewGuid()), "asker@example.fi", Language.Finnish, "Kysymys", An.Spring);
        Assert.Null(question.Write(An.Text("Question"), An.Text("Answer")));
        Assert.Null(question.Dismiss(An.Spring));

        question.TakeUpAgain();

        Assert.True(question.IsOpen);
        Assert.Null(question.Publish(An.Person(), An.Spring));
        Assert.Equal("Answer", question.Answer.In(Language.Finnish));
    }
}
