using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The days of a decision (Hallintolaki 44 §): the jury decides on one, its text is approved on another, and each correction of fact decides anew.</summary>
internal static class DecisionDates
{
    extension(DecisionMaterial material)
    {
        /// <summary>The day on which the jury decided; null while the text is a draft.</summary>
        public DateOnly? DecidedOn => material.DecidedAt is { } approved ? material.DecidedBy(material.Corrections) ?? HelsinkiTime.DayOf(approved) : null;

        /// <summary>The day on which the jury's text was approved; null while it is a draft, and in a record put together from public sources.</summary>
        public DateOnly? TextApprovedOn => material.IsReconstructed ? null : Day(material.DecidedAt);

        /// <summary>The day of the decision that the latest correction replaces; null where nothing has been corrected.</summary>
        public DateOnly? ReplacedDecidedOn => material.Corrections.Count == 0 ? null : material.DecidedBy(material.Corrections.SkipLast(1));

        private DateOnly? DecidedBy(IEnumerable<Correction> corrections) =>
            corrections.LastOrDefault(c => c.Kind == CorrectionKind.Fact) is { } anew ? anew.Facts?.Anew?.On ?? Day(anew.ApprovedAt) : material.FirstDecidedOn;

        // A meeting that had ended before its outcome was put on record decided on the day when it ended.
        private DateOnly? FirstDecidedOn
        {
            get
            {
                var recorded = material.IsReconstructed ? material.Decision.ApprovedAt : material.Decision.RecordedAt ?? material.Decision.ApprovedAt;
                var ended = material.Decision.Deciding is { } deciding ? material.Meetings?.Held.FirstOrDefault(m => m.Number == deciding.Meeting)?.To : null;
                return Day(ended < recorded ? ended : recorded);
            }
        }
    }

    private static DateOnly? Day(DateTimeOffset? instant) => instant is { } at ? HelsinkiTime.DayOf(at) : null;
}
