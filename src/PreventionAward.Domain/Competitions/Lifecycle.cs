using System.Collections.Immutable;

namespace PreventionAward.Domain.Competitions;

/// <summary>What the record says when somebody wants to move a competition on.</summary>
/// <param name="Unscreened">Submitted entries that nobody has found eligible or ineligible.</param>
/// <param name="SheetsMissing">Sheets not handed in by jurors who are not recused; declarations not made count too.</param>
/// <param name="MissingAccepted">The chair closes scoring knowingly without the missing sheets.</param>
/// <param name="SupplementsUntil">Until when the last of the supplements asked for and not handed in can come; null where none is.</param>
/// <param name="TextsMissing">Texts of the decision that a required language lacks.</param>
/// <param name="FactsMissing">The first of <see cref="BothLanguages.Missing"/>: a fact that public pages and the decision tell in one national language only.</param>
public sealed record Standing(
    int Eligible = 0, int Unscreened = 0, int Jurors = 0, bool HasChair = false, int SheetsHandedIn = 0, int SheetsMissing = 0,
    bool MissingAccepted = false, bool DecisionRecorded = false, bool DecisionApproved = false, int TextsMissing = 0,
    Refusal? FactsMissing = null, DateTimeOffset? SupplementsUntil = null)
{
    /// <summary>Languages of the decision that nobody has read over as they stand; without them it is not published.</summary>
    public IReadOnlyList<Language> LanguagesUnread { get; init; } = [];
}

/// <summary>Every move a competition can make. What is not in this table cannot happen.</summary>
public static class Lifecycle
{
    private static readonly ImmutableArray<Move> Table =
    [
        new(Stage.Draft, Stage.Open, MilestoneKind.Opened, (c, s, now) => MissingToOpen(c, now).FirstOrDefault() ?? s.FactsMissing),
        new(Stage.Open, Stage.Closed, MilestoneKind.Closed, (c, _, now) => now >= c.Timetable.ClosesAt ? null : new("entries.still-open", c.Timetable.ClosesAt!)),
        new(Stage.Closed, Stage.Open, MilestoneKind.Reopened, (c, _, now) => now < c.Timetable.ClosesAt ? null : new("competitions.deadline-passed", c.Timetable.ClosesAt!)),
        new(Stage.Closed, Stage.Screening, MilestoneKind.EntriesOpened, Always),
        new(Stage.Screening, Stage.Scoring, MilestoneKind.ScoringOpened, ReadyToScore),
        new(Stage.Scoring, Stage.Screening, MilestoneKind.ReturnedToScreening, (_, s, _) => s.SheetsHandedIn == 0 ? null : new("scoring.already-handed-in", s.SheetsHandedIn)),
        new(Stage.Scoring, Stage.Deliberation, MilestoneKind.ScoringClosed, (_, s, _) => s.SheetsMissing == 0 || s.MissingAccepted ? null : new("scoring.sheets-missing", s.SheetsMissing)),
        new(Stage.Deliberation, Stage.Decided, MilestoneKind.Decided, (_, s, _) => s.DecisionRecorded ? null : new("decisions.not-recorded")),
        new(Stage.Decided, Stage.Deliberation, MilestoneKind.ReturnedToDeliberation, (_, s, _) => s.DecisionApproved ? new("decisions.already-approved") : null),
        new(Stage.Decided, Stage.Published, MilestoneKind.Published, ReadyToPublish),
        new(Stage.Published, Stage.Archived, MilestoneKind.Archived, Always),
        .. from stage in Enum.GetValues<Stage>()
           where stage < Stage.Decided
           select new Move(stage, Stage.Cancelled, MilestoneKind.Cancelled, Always),
    ];

    /// <summary>The moves that exist, guards left aside; the README's diagram is tested against them.</summary>
    public static IReadOnlyList<(Stage From, Stage To)> Moves { get; } = [.. Table.Select(move => (move.From, move.To))];

    /// <summary>Everything that a call still lacks before it can open.</summary>
    public static IEnumerable<Refusal> MissingToOpen(Competition competition, DateTimeOffset now)
    {
        if (!IsWholeInBoth(competition.Title, competition.Theme))
            yield return new("competitions.theme-not-in-both-languages");
        if (competition.Timetable.ClosesAt is not { } closes) yield return new("competitions.no-deadline");
        else if (closes <= now) yield return new("competitions.deadline-passed", closes);
        if (competition.Criteria.Sum(c => c.Weight) is var sum and not 100) yield return new("criteria.weights-not-100", sum);
        if (competition.Form.Parts.Count == 0) yield return new("competitions.no-form");
    }

    internal static Refusal? Check(Competition competition, Stage to, Standing standing, DateTimeOffset now) =>
        Table.FirstOrDefault(m => m.From == competition.Stage && m.To == to) is { } move
            ? move.Guard(competition, standing, now)
            : new("competitions.no-such-move", competition.Stage, to);

    internal static MilestoneKind MilestoneOf(Stage from, Stage to) => Table.First(m => m.From == from && m.To == to).Milestone;

    private static Refusal? ReadyToScore(Competition competition, Standing standing, DateTimeOffset now)
    {
        if (now < standing.SupplementsUntil) return new("supplements.still-open");
        if (standing.Unscreened > 0) return new("screening.not-finished", standing.Unscreened);
        if (standing.Eligible == 0) return new("screening.none-eligible");
        return standing.HasChair && standing.Jurors > 0 ? null : new("jury.no-chair");
    }

    // R5: neither national language is published without the other.
    private static Refusal? ReadyToPublish(Competition competition, Standing standing, DateTimeOffset now)
    {
        if (standing.TextsMissing > 0) return new("decisions.texts-missing", standing.TextsMissing);
        return standing.FactsMissing ?? (standing.DecisionApproved ? null : new("decisions.not-approved"));
    }

    // The scoping notes may be left out, but not in one language only: the public call would answer a Swedish reader in Finnish.
    private static bool IsWholeInBoth(LocalizedText title, Theme theme) =>
        InBothNationalLanguages(title) && InBothNationalLanguages(theme.Title) && InBothNationalLanguages(theme.Description)
        && theme.InScope.LacksNational() is null && theme.OutOfScope.LacksNational() is null;

    private static bool InBothNationalLanguages(LocalizedText text) => text.Has(Language.Finnish) && text.Has(Language.Swedish);

    private static Refusal? Always(Competition competition, Standing standing, DateTimeOffset now) => null;

    private delegate Refusal? Guard(Competition competition, Standing standing, DateTimeOffset now);

    private sealed record Move(Stage From, Stage To, MilestoneKind Milestone, Guard Guard);
}
