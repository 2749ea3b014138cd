using System.Globalization;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>The tables of a dossier: entries, scores as given, and the ranking that they make, recomputable by anybody.</summary>
internal static class DossierTables
{
    public static IEnumerable<(string Path, IEnumerable<IReadOnlyList<string>> Rows)> Of(
        Dossier dossier, Competition competition, IReadOnlyList<ScoreSheet> counting)
    {
        yield return ("entries.csv", Entries(dossier));
        yield return ("scores.csv", Scores(dossier));
        yield return ("ranking.csv", Rankings(dossier, competition, counting));
    }

    private static IEnumerable<IReadOnlyList<string>> Entries(Dossier dossier) =>
    [
        ["number", "id", "language", "status", "submitted_at", "version", "sha256", "title", "organisation"],
        .. dossier.Entries.Select(e => (IReadOnlyList<string>)
        [
            Number(e.Number), e.Id.Value.ToString(), e.Language.Code, Word(e.Status), Time(e.Versions.LastOrDefault()?.At),
            Number(e.Versions.LastOrDefault()?.Version), e.Versions.LastOrDefault()?.Sha256 ?? "", Answer(e, "title"), Answer(e, "organisation"),
        ]),
    ];

    private static IEnumerable<IReadOnlyList<string>> Scores(Dossier dossier)
    {
        yield return ["entry", "juror", "criterion", "points", "abstains", "comment", "handed_in_at", "counts"];
        foreach (var entry in dossier.Entries)
            foreach (var sheet in entry.Sheets ?? [])
                foreach (var (key, mark) in sheet.Marks)
                    yield return
                    [
                        Number(entry.Number), sheet.By, key, Number(mark.Points), mark.Abstains ? "yes" : "no", mark.Comment, Time(sheet.HandedInAt),
                        Counts(dossier, entry, sheet) && mark.Counted is not null ? "yes" : "no",
                    ];
    }

    private static IEnumerable<IReadOnlyList<string>> Rankings(Dossier dossier, Competition competition, IReadOnlyList<ScoreSheet> counting)
    {
        var eligible = dossier.Entries.Where(e => e.Status == EntryStatus.Eligible).ToDictionary(e => e.Id);
        yield return ["rank", "entry", "title", "result_exact", "result", "criterion", "weight", "mean_exact", "scores"];
        foreach (var ranked in Ranking.Of(eligible.Keys, counting, competition.Criteria, competition.TieRule))
            foreach (var score in ranked.Criteria)
                yield return
                [
                    Number(ranked.Rank), Number(eligible[ranked.Id].Number), Answer(eligible[ranked.Id], "title"), ranked.Result?.ToString() ?? "",
                    ranked.Result?.Rounded(4).ToString(CultureInfo.InvariantCulture) ?? "", score.Criterion.Key, Number(score.Criterion.Weight),
                    score.Mean?.ToString() ?? "", Number(score.Points.Count),
                ];
    }

    // The same as RecordStanding.CountingSheetsAsync, told from the dossier alone.
    private static bool Counts(Dossier dossier, DossierEntry entry, DossierSheet sheet) =>
        sheet.HandedInAt is not null
        && (dossier.Jury.Any(j => j.Mail == sheet.By) || dossier.JuryChanges?.LastOrDefault(c => c.Mail == sheet.By)?.SheetsStay == true)
        && entry.Declarations?.FirstOrDefault(d => d.By == sheet.By) is { } declaration
        && (declaration.FoundRecused == false || declaration is { FoundRecused: null, Answer: InterestAnswer.None });

    private static string Answer(DossierEntry entry, string key) => (entry.Versions.LastOrDefault()?.Answers ?? entry.Draft ?? Answers.None)[key];

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) ?? "";

    private static string Word(Enum value) => value.ToString().ToLowerInvariant();
}
