namespace PreventionAward.Domain.Questions;

/// <summary>A question about a call. Who asked is known to staff only; question and answer are published together, for everybody at once.</summary>
public sealed class CallQuestion
{
    /// <summary>Longest question, in characters.</summary>
    public const int Longest = 2000;

    private CallQuestion() { }

    public CallQuestion(Guid id, CompetitionId competition, string mail, Language language, string text, DateTimeOffset at) =>
        (Id, CompetitionId, Mail, Language, Asked, AskedAt) = (id, competition, mail, language, text, at);

    public Guid Id { get; private set; }

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The asker's address, to which the answer is sent; never published.</summary>
    public string Mail { get; private set; } = "";

    /// <summary>The language it was asked in.</summary>
    public Language Language { get; private set; } = Language.Finnish;

    /// <summary>The question as it was asked.</summary>
    public string Asked { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The question as it is published: by then nothing in it tells who asked.</summary>
    public LocalizedText Question { get; private set; } = LocalizedText.Empty;

    public LocalizedText Answer { get; private set; } = LocalizedText.Empty;

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>Null until then; only staff see it before.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Set where staff put the question aside without an answer: spam, or no question about this call.</summary>
    public DateTimeOffset? DismissedAt { get; private set; }

    /// <summary>Whether staff have yet to do something about it.</summary>
    public bool IsOpen => PublishedAt is null && DismissedAt is null;

    /// <summary>Why such a text cannot be asked, or null.</summary>
    public static Refusal? WhyNot(string text) =>
        text.Length == 0 ? new("questions.text-missing") : text.Length > Longest ? new("questions.too-long", text.Length, Longest) : null;

    /// <summary>Keeps what staff have written so far; a published answer can be corrected the same way.</summary>
    /// <returns>Refused: put aside; a text that is too long; published, and a national language would be missing.</returns>
    public Refusal? Write(LocalizedText question, LocalizedText answer)
    {
        if (DismissedAt is not null) return new("questions.dismissed");
        if (TextLimit.Check(question, answer) is { } tooLong) return tooLong;
        if (PublishedAt is not null && WhyUnpublishable(question, answer) is { } refusal) return refusal;
        (Question, Answer) = (question, answer);
        return null;
    }

    /// <summary>Publishes question and answer, in both national languages.</summary>
    /// <returns>Refused: put aside, published already, a text missing in Finnish or Swedish.</returns>
    public Refusal? Publish(PersonId by, DateTimeOffset now)
    {
        if (DismissedAt is not null) return new("questions.dismissed");
        if (PublishedAt is not null) return new("questions.published-already");
        if (WhyUnpublishable(Question, Answer) is { } refusal) return refusal;
        (AnsweredBy, PublishedAt) = (by, now);
        return null;
    }

    /// <summary>Puts the question aside without an answer.</summary>
    public Refusal? Dismiss(DateTimeOffset now)
    {
        if (PublishedAt is not null) return new("questions.published-already");
        DismissedAt = now;
        return null;
    }

    /// <summary>Takes a question up again that had been put aside.</summary>
    public void TakeUpAgain() => DismissedAt = null;

    /// <summary>Puts a question back as a record holds it: for the import of a dossier only.</summary>
    public static CallQuestion Restore(
        Guid id, CompetitionId competition, string mail, Language language, string asked, DateTimeOffset askedAt,
        LocalizedText question, LocalizedText answer, PersonId? answeredBy, DateTimeOffset? publishedAt, DateTimeOffset? dismissedAt) =>
        new(id, competition, mail, language, asked, askedAt)
        {
            Question = question,
            Answer = answer,
            AnsweredBy = answeredBy,
            PublishedAt = publishedAt,
            DismissedAt = dismissedAt,
        };

    private static Refusal? WhyUnpublishable(LocalizedText question, LocalizedText answer)
    {
        foreach (var language in new[] { Language.Finnish, Language.Swedish })
        {
            if (!question.Has(language)) return new("questions.question-missing", language);
            if (!answer.Has(language)) return new("questions.answer-missing", language);
        }

        return null;
    }
}
