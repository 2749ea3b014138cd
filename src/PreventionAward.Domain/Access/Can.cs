namespace PreventionAward.Domain.Access;

/// <summary>Every permission by name.</summary>
public enum Can
{
    /// <summary>See the call: theme, criteria, timetable.</summary>
    SeeCompetition,

    /// <summary>See the published decision and its documents.</summary>
    SeeDecision,

    StartEntry,

    /// <summary>See one's own team's entry, draft included.</summary>
    SeeTeamEntry,
    EditEntry,
    SubmitEntry,
    WithdrawEntry,

    /// <summary>Invite to the team, remove from it, change what its members may do.</summary>
    ManageTeam,

    /// <summary>See that an entry exists: number and state.</summary>
    SeeEntryNumber,

    /// <summary>See an entry's title.</summary>
    SeeEntryTitle,

    /// <summary>See what a declaration needs: title, organisations, named persons.</summary>
    SeeEntryHead,

    /// <summary>Read the submitted entry and its files.</summary>
    ReadEntry,

    /// <summary>Translate an opened entry for its readers, as staff.</summary>
    TranslateEntry,

    /// <summary>Write the answers that staff asked a team to supplement; handing them in needs <see cref="SubmitEntry"/> too.</summary>
    SupplementEntry,

    /// <summary>Ask a team to supplement named answers.</summary>
    AskSupplement,

    CreateCompetition,

    /// <summary>See a competition's staff pages.</summary>
    ManageCompetition,
    SetUpCompetition,
    ScreenEntry,
    AdvanceStage,

    /// <summary>Decide on attempts that came after the deadline, until scoring begins.</summary>
    AdmitLate,

    /// <summary>Keep the register of outages.</summary>
    KeepOutages,
    ManagePeople,
    SeeOutbox,
    SeeAudit,

    /// <summary>Take the whole dossier, scores included: once they are open.</summary>
    ExportDossier,

    /// <summary>Read the questions about a call with their askers, and answer them.</summary>
    AnswerQuestions,

    /// <summary>Ask a question about a call.</summary>
    AskAboutCall,

    DeclareInterest,
    ConfirmDeclaration,

    /// <summary>See which officials have declared their interests, and declare one's own.</summary>
    SeeOfficials,

    /// <summary>Decide a doubt, or confirm a ground, of another official.</summary>
    ConfirmOfficial,
    ScoreEntry,

    /// <summary>Type in what a juror gave on paper; only for a juror who is clear for the entry.</summary>
    EnterPaperSheet,

    /// <summary>Close scoring, which opens the scores.</summary>
    CloseScoring,
    ReopenSheet,

    /// <summary>See that sheets are in, not what is in them.</summary>
    SeeProgress,

    /// <summary>Sit at the jury's table once scoring is closed.</summary>
    Deliberate,

    /// <summary>See everybody's scores of an entry.</summary>
    SeeScores,
    RecordDecision,

    /// <summary>Open, lead and close a meeting of the jury, and write what it agrees on.</summary>
    LeadMeeting,

    /// <summary>Vote, dissent and score anew in a meeting.</summary>
    VoteInMeeting,

    /// <summary>Let the members score an entry anew in a meeting.</summary>
    OpenRescoring,

    /// <summary>See and write the draft decision as a whole.</summary>
    WriteDecision,
    ApproveDecision,
    PublishDecision,

    /// <summary>Open and write a correction of the published decision; who stays out of any entry of it does not (Hallintolaki 27 §).</summary>
    CorrectDecision,

    /// <summary>Approve a correction on the jury's behalf.</summary>
    ApproveCorrection,
    PublishCorrection,
    NominateWinner,
}
