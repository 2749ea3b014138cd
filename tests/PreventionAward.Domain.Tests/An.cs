using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests;

/// <summary>Builds what a rule is tried on, complete enough to be refused for one reason only.</summary>
internal static class An
{
    /// <summary>The first instant that is late, unless a test says otherwise: 1 September 2027, 16.15 in Helsinki.</summary>
    public static readonly DateTimeOffset ClosingTime = new(2027, 9, 1, 13, 15, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Spring = new(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Two questions: a required title and an optional remark of at most three words.</summary>
    public static readonly FormDefinition Form = new("1", LocalizedText.Empty,
    [
        new("first", Text("First"), [new("title", FieldKind.Line, Text("Title"), Required: true), new("remark", FieldKind.Text, Text("Remark"), Words: 3)]),
    ]);

    public static LocalizedText Text(string words) => new(words, words + " (sv)", words + " (en)");

    public static PersonId Person() => new(Guid.NewGuid());

    public static CompetitionPlan Plan(DateTimeOffset? closesAt = null) => new(
        Text("Competition"), new(Text("Theme"), Text("Description"), LocalizedText.Empty, LocalizedText.Empty),
        Authority.Empty with { ContactMail = "contact@example.fi" }, new(closesAt ?? ClosingTime), Form,
        [.. Enumerable.Range(1, 5).Select(n => new Criterion($"C{n}", 20, CriterionForce.Shall, Text($"C{n}"), LocalizedText.Empty, []))],
        TieRule.Default, LocalizedText.Empty);

    /// <summary>A competition at that stage, reached without its guards.</summary>
    public static Competition Competition(Stage stage, CompetitionPlan? plan = null) => Domain.Competitions.Competition.Restore(
        new(Guid.NewGuid()), "year", Provenance.Real, plan ?? Plan(), stage, [], null);

    /// <summary>A draft with nothing missing.</summary>
    public static Entry Entry(Competition competition, PersonId? owner = null)
    {
        var entry = new Entry(new(Guid.NewGuid()), competition.Id, Language.Finnish, owner ?? Person(), Spring);
        entry.Save(Answers(("title", "A project")), Language.Finnish, Spring);
        return entry;
    }

    public static Answers Answers(params (string Key, string Text)[] answers) =>
        Domain.Entries.Answers.Of(answers.Select(a => KeyValuePair.Create(a.Key, a.Text)));

    public static SubmittedFile File(string name = "plan.pdf") => new(new(Guid.NewGuid()), name, 3, new string('a', 64));
}
