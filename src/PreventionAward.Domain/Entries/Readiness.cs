using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

/// <summary>How far an entry is from counting, as its team and the staff are told without a word of its content.</summary>
public enum Readiness
{
    /// <summary>Never submitted, and something is missing.</summary>
    Incomplete,

    /// <summary>Never submitted, and nothing is missing.</summary>
    Complete,

    /// <summary>What the draft says is what was submitted.</summary>
    Submitted,

    /// <summary>A version counts, but the draft has gone on since.</summary>
    ChangedSince,
    Withdrawn,
}

/// <summary>Tells how far an entry is.</summary>
public static class ReadinessFacts
{
    extension(Entry entry)
    {
        /// <param name="files">The files of the draft.</param>
        public Readiness ReadinessIn(Competition competition, IReadOnlyList<SubmittedFile> files) => entry switch
        {
            { Status: EntryStatus.Withdrawn } => Readiness.Withdrawn,
            { Submitted: not null } => entry.HasUnsubmittedChanges(files) ? Readiness.ChangedSince : Readiness.Submitted,
            _ => EntryCheck.Problems(competition.Form, entry.Draft, files.Count, entry.DraftSavedAt).Count == 0 ? Readiness.Complete : Readiness.Incomplete,
        };
    }

    extension(Readiness readiness)
    {
        /// <summary>Whether something is there that will not count unless it is submitted.</summary>
        public bool WaitsForSubmitting => readiness is not (Readiness.Submitted or Readiness.Withdrawn);
    }
}
