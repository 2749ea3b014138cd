using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;

namespace PreventionAward.Web.Features.Decisions.Correcting;

/// <summary>Lays what one person typed of a correction beside what another saved meanwhile.</summary>
internal static class StatementMerge
{
    /// <summary>A text that was not touched stays as it was saved.</summary>
    /// <returns>Refused: both changed the same text; what the correction itself refuses.</returns>
    public static Refusal? Take(Correction correction, CorrectionStatement typed, CorrectionStatement shown)
    {
        var what = LocalizedText.Empty;
        foreach (var language in Language.All)
        {
            if (Text(correction.What.In(language), typed.What.In(language), shown.What.In(language)) is not { } text) return new("ui.saved-by-someone-else");
            what = what.With(language, text);
        }

        if (Text(correction.Hearing, typed.Hearing, shown.Hearing) is not { } hearing || Text(correction.Consent, typed.Consent, shown.Consent) is not { } consent)
            return new("ui.saved-by-someone-else");
        return correction.Describe(typed with { What = what, Hearing = hearing, Consent = consent });
    }

    // Null: changed by both.
    private static string? Text(string? saved, string? typed, string? shown)
    {
        var (there, mine, before) = (Answers.Clean(saved), Answers.Clean(typed), Answers.Clean(shown));
        if (mine == before) return there;
        return there == before || there == mine ? mine : null;
    }
}
