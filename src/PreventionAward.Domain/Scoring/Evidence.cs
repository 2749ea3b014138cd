using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Scoring;

/// <summary>Two facts of an entry that help to judge its evaluation: how strong its design is, and how many objectives were met. An aid, never points.</summary>
/// <param name="Level">0 to 6 as the team chose it on the form; null where it did not say.</param>
/// <param name="Achieved">Objectives whose figure reached its target.</param>
/// <param name="Measured">Objectives with both a target and an actual figure.</param>
/// <param name="Objectives">All objectives.</param>
public sealed record Evidence(int? Level, int Achieved, int Measured, int Objectives)
{
    public const int HighestLevel = 6;

    public static Evidence Of(Answers answers)
    {
        var rows = answers.Rows("objectives").Select(row => (
            Baseline: Figure(answers, row, "baseline"), Target: Figure(answers, row, "target"), Actual: Figure(answers, row, "actual"))).ToList();
        var measured = rows.Where(r => r is { Target: not null, Actual: not null }).ToList();
        return new(
            int.TryParse(answers["evaluationDesign"], out var level) ? level : null,
            measured.Count(r => IsReached(r.Baseline, r.Target!.Value, r.Actual!.Value)), measured.Count, rows.Count);
    }

    // A target below the baseline is reached from above, such as fewer offences.
    private static bool IsReached(decimal? baseline, decimal target, decimal actual) =>
        baseline > target ? actual <= target : actual >= target;

    private static decimal? Figure(Answers answers, int row, string name) => EntryCheck.Number(answers[$"objectives.{row}.{name}"]);
}
