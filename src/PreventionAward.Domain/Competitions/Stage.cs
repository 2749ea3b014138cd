namespace PreventionAward.Domain.Competitions;

/// <summary>Where a competition is in its year. Order matters: later stages are greater, and Cancelled is the greatest.</summary>
public enum Stage
{
    Draft,
    Open,
    Closed,
    Screening,
    Scoring,
    Deliberation,
    Decided,
    Published,
    Archived,
    Cancelled,
}

/// <summary>The facts about stages that rules ask for.</summary>
public static class StageFacts
{
    extension(Stage stage)
    {
        /// <summary>The decision is public.</summary>
        public bool IsPublic => stage is Stage.Published or Stage.Archived;

        /// <summary>Theme, criteria, weights, form and tie rule may still change (rule R9).</summary>
        public bool IsBeingSetUp => stage is Stage.Draft;

        /// <summary>Entries have been opened: their content may be read by those who may.</summary>
        public bool HasOpenedEntries => stage is >= Stage.Screening and <= Stage.Archived;

        /// <summary>Scoring is closed: scores may be seen by those who may.</summary>
        public bool HasClosedScoring => stage is >= Stage.Deliberation and <= Stage.Archived;

        /// <summary>A winner, or that there is none, is on record.</summary>
        public bool HasDecision => stage is Stage.Decided or Stage.Published or Stage.Archived;
    }
}
