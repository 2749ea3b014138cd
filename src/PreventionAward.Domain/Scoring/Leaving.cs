using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Scoring;

/// <summary>What becomes of the score sheets when a member leaves the jury. They are always kept on record; here it is ruled whether they stay in the results.</summary>
/// <remarks>
/// Before scoring is closed they stay only where the member has handed in a sheet for every entry that was the member's to score: who scored some
/// entries only would move these against the others. Once scoring is closed the jury has seen the results, and nobody changes them by leaving.
/// </remarks>
/// <param name="Due">The entries that were the member's to score.</param>
/// <param name="HandedIn">Of these, so many have a sheet handed in.</param>
/// <param name="Begun">Sheets begun and not handed in; they never counted.</param>
/// <param name="Stay">Whether what was handed in stays in the results.</param>
public sealed record Leaving(int Due, int HandedIn, int Begun, bool Stay)
{
    /// <param name="stage">Where the competition is when the member leaves.</param>
    /// <param name="eligible">The entries before the jury.</param>
    /// <param name="interests">How the member stands towards each; an entry that is not there is undeclared.</param>
    /// <param name="sheets">The member's own.</param>
    public static Leaving Of(
        Stage stage, IReadOnlyCollection<EntryId> eligible, IReadOnlyDictionary<EntryId, Interest> interests, IReadOnlyCollection<ScoreSheet> sheets)
    {
        var due = eligible.Where(entry => interests.GetValueOrDefault(entry) != Interest.Recused).ToHashSet();
        var own = sheets.Where(sheet => due.Contains(sheet.EntryId) && interests.GetValueOrDefault(sheet.EntryId) == Interest.Clear).ToList();
        var handedIn = own.Count(sheet => sheet.IsHandedIn);
        return new(due.Count, handedIn, own.Count(sheet => !sheet.IsHandedIn && sheet.Marks.Count > 0), handedIn > 0 && (stage.HasClosedScoring || handedIn == due.Count));
    }
}
