using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

/// <summary>
/// A thousand and more invented competitions, always the same: how often would another entry win?
/// Five entries, five members, criteria weighing 25/25/20/15/15, points 1 to 5; entries and members differ by half a point,
/// a member's opinion of an entry by another half, of a criterion by 0.4: one member alone says as little as published panels do (ICC about 0.3).
/// </summary>
public sealed class FirmnessSimulationTests
{
    private const int Rounds = 1200;
    private static readonly IReadOnlyList<Criterion> Weighed = [.. new[] { 25, 25, 20, 15, 15 }.Select((weight, i) => Named($"C{i + 1}", weight))];
    private static readonly EntryId[] Entries = [.. Enumerable.Range(0, 5).Select(_ => Entry())];
    private static readonly PersonId[] Jurors = [.. Enumerable.Range(0, 5).Select(_ => Juror())];

    private readonly Random random = new(2023);

    [Fact]
    public void A_recusal_turns_plain_means_more_often_than_the_fit_and_standard_scores_turn_most()
    {
        int leftOut = 0, byWeights = 0, plain = 0, standard = 0, fitted = 0, standardWhole = 0, plainHarsh = 0, fittedHarsh = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var all = Competition();
            var firm = Of(all);
            var winner = firm.Leaders[0];
            if (firm.Without.Any(w => w.Flips)) leftOut++;
            if (firm.OvertakenBy.Count > 0) byWeights++;
            if (ByStandardScores(all) != winner) standardWhole++;

            var recused = Without(all, Entries[random.Next(5)], Jurors[random.Next(5)]);
            if (Of(recused).Leaders[0] != winner) plain++;
            if (Fitted(recused) != winner) fitted++;
            if (ByStandardScores(recused) != winner) standard++;

            var harsh = Without(all, Ranking.Of(Entries, all, Weighed, TieRule.Default)[random.Next(1, 3)].Id, Harshest(all));
            if (Of(harsh).Leaders[0] != winner) plainHarsh++;
            if (Fitted(harsh) != winner) fittedHarsh++;
        }

        Near(0.41, leftOut);
        Near(0.04, byWeights);
        Near(0.08, standardWhole);
        Near(0.05, plain);
        Near(0.105, standard);
        Near(0.043, fitted);
        Near(0.19, plainHarsh);
        Near(0.062, fittedHarsh);
        Assert.True(fitted <= plain && plain < standard && fittedHarsh < plainHarsh);
    }

    // Three standard errors of a share in so many rounds, and one point for what the description of the model leaves open.
    private static void Near(double share, int count) =>
        Assert.InRange((double)count / Rounds, share - Allowed(share), share + Allowed(share));

    private static double Allowed(double share) => 0.01 + (3 * Math.Sqrt(share * (1 - share) / Rounds));

    private static Firmness Of(IReadOnlyList<ScoreSheet> sheets) => Firmness.Of(Ranking.Of(Entries, sheets, Weighed, TieRule.Default), sheets, Weighed)!;

    private static EntryId Fitted(IReadOnlyList<ScoreSheet> sheets) => Of(sheets).Fit!.Results.MaxBy(r => r.Value).Key;

    private static List<ScoreSheet> Without(IEnumerable<ScoreSheet> sheets, EntryId entry, PersonId juror) =>
        [.. sheets.Where(s => (s.EntryId, s.JurorId) != (entry, juror))];

    private static PersonId Harshest(IEnumerable<ScoreSheet> sheets) => sheets.GroupBy(s => s.JurorId).MinBy(own => own.Sum(Total))!.Key;

    private static double Total(ScoreSheet sheet) => (double)Ranking.Total(sheet, Weighed)!.Value.Rounded(6);

    // Each member's totals as distances from the member's own mean: what some systems do, and this one does not.
    private static EntryId ByStandardScores(IEnumerable<ScoreSheet> sheets) =>
        sheets.GroupBy(s => s.JurorId).SelectMany(Standardised).GroupBy(x => x.Entry).MaxBy(x => x.Average(s => s.Score))!.Key;

    private static IEnumerable<(EntryId Entry, double Score)> Standardised(IEnumerable<ScoreSheet> own)
    {
        var totals = own.Select(s => (s.EntryId, Total: Total(s))).ToList();
        var mean = totals.Average(t => t.Total);
        var spread = Math.Sqrt(totals.Sum(t => Math.Pow(t.Total - mean, 2)) / (totals.Count - 1));
        return totals.Select(t => (t.EntryId, spread == 0 ? 0 : (t.Total - mean) / spread));
    }

    private List<ScoreSheet> Competition()
    {
        var good = Entries.Select(_ => Normal(0.5)).ToArray();
        var mild = Jurors.Select(_ => Normal(0.5)).ToArray();
        return
        [
            .. from e in Enumerable.Range(0, 5)
               from j in Enumerable.Range(0, 5)
               let opinion = Normal(0.5)
               select Sheet(Entries[e], Jurors[j], [.. Weighed.Select(_ => (int?)Points(3 + good[e] + mild[j] + opinion + Normal(0.4)))]),
        ];
    }

    private static int Points(double value) => (int)Math.Clamp(Math.Round(value), 1, 5);

    private double Normal(double spread) => spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
