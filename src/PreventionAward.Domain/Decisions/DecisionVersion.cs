using System.Collections.Immutable;

namespace PreventionAward.Domain.Decisions;

/// <summary>The texts of a decision as one save left them. Saves of one writer within a short while are one version.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was last saved.</param>
public sealed record DecisionVersion(CompetitionId CompetitionId, int Number, ImmutableSortedDictionary<string, LocalizedText> Texts, PersonId By, DateTimeOffset At)
{
    /// <summary>So long one writer's saves go on as one version.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    /// <summary>The version that a save makes: a new one, or the last one gone on with.</summary>
    public static DecisionVersion Next(DecisionVersion? last, Decision decision, PersonId by, DateTimeOffset now) =>
        last is not null && last.By == by && now - last.At < Sitting
            ? last with { Texts = decision.Texts, At = now }
            : new(decision.CompetitionId, (last?.Number ?? 0) + 1, decision.Texts, by, now);
}

/// <summary>A remark on a section of the draft, among those who write it; never part of the document.</summary>
public sealed class DecisionComment
{
    private DecisionComment() { }

    private DecisionComment(Guid id, CompetitionId competition, string section, string text, PersonId by, DateTimeOffset at) =>
        (Id, CompetitionId, Section, Text, By, At) = (id, competition, section, text, by, at);

    public Guid Id { get; private set; }

    public CompetitionId CompetitionId { get; private set; }

    public string Section { get; private set; } = "";

    public string Text { get; private set; } = "";

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When somebody marked it as settled; null while it is open.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <returns>Refused: no text, or one that is too long.</returns>
    public static (DecisionComment? Comment, Refusal? Refusal) Of(Guid id, CompetitionId competition, string section, string? text, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text)) return (null, new("decisions.comment-empty"));
        return TextLimit.Check(text) is { } tooLong ? (null, tooLong) : (new(id, competition, section, Entries.Answers.Clean(text), by, now), null);
    }

    public void Settle(DateTimeOffset now) => SettledAt ??= now;

    /// <summary>Puts a comment back as a record holds it: for the import of a dossier only.</summary>
    public static DecisionComment Restore(Guid id, CompetitionId competition, string section, string text, PersonId by, DateTimeOffset at, DateTimeOffset? settledAt) =>
        new(id, competition, section, text, by, at) { SettledAt = settledAt };
}
