using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Tests.Access;

/// <summary>Everything that anybody may do, in words: permission, who, when. What is not in it is refused to everybody else at every other stage.</summary>
internal static class PermissionTable
{
    /// <summary>Whole groups of people, by the word that the table uses for them.</summary>
    private static readonly Dictionary<string, string[]> Groups = new()
    {
        ["everyone"] = Persons.Names,
        ["signed-in"] = [.. Persons.Names.Except(["anyone"])],
        ["staff"] = ["secretary", "secretary-for-recused", "secretary-for-parties", "secretary-in-doubt", "secretary-recused"],
        ["staff-clear"] = ["secretary", "secretary-for-recused", "secretary-for-parties"],
        ["secretaries"] = ["secretary", "secretary-for-recused", "secretary-for-parties", "secretary-in-doubt", "secretary-recused", "secretary-on-team"],
        ["publishers"] = ["publisher", "publisher-recused", "publisher-on-team", "publisher-on-jury"],
        ["officials"] = ["secretary", "secretary-for-recused", "secretary-for-parties", "secretary-in-doubt", "secretary-recused", "publisher", "publisher-recused"],
        ["vice-chairs-clear"] = ["vice-chair", "vice-chair-for-recused", "vice-chair-for-party", "vice-chair-alone"],
        ["team"] = ["applicant", "submitter", "editor", "viewer", "secretary-on-team", "publisher-on-team", "juror-on-team"],
        ["presidium"] = ["chair", "chair-in-doubt", "chair-recused", "chair-competing", "vice-chair", "vice-chair-for-recused", "vice-chair-for-party", "vice-chair-alone", "vice-chair-in-doubt"],
        ["jury"] = ["juror-silent", "vice-chair", "vice-chair-for-recused", "vice-chair-for-party", "vice-chair-alone", "vice-chair-in-doubt", "juror-undeclared", "juror-clear", "juror-in-doubt", "juror-recused", "juror-on-team", "publisher-on-jury", "chair", "chair-in-doubt", "chair-recused", "juror-competing", "chair-competing"],
    };

    private const string Text = """
        SeeCompetition      everyone                                                   open..cancelled
        SeeCompetition      secretaries, publishers                                    draft
        SeeDecision         everyone                                                   published..archived

        AskAboutCall        everyone                                                   open..closed
        StartEntry          signed-in                                                  open
        SeeTeamEntry        team                                                       draft..cancelled
        EditEntry           applicant, submitter, editor                               draft..cancelled
        EditEntry           juror-on-team, secretary-on-team                           draft..cancelled
        SubmitEntry         applicant, submitter, juror-on-team                        draft..cancelled
        SupplementEntry     applicant, submitter, editor                               screening
        SupplementEntry     juror-on-team, secretary-on-team                           screening
        WithdrawEntry       applicant                                                  draft..cancelled
        ManageTeam          applicant                                                  draft..cancelled

        SeeEntryNumber      team, staff                                                draft..cancelled
        SeeEntryTitle       team                                                       draft..cancelled
        SeeEntryTitle       officials                                                  screening..archived
        SeeEntryTitle       jury                                                       scoring..archived
        SeeEntryHead        team                                                       draft..cancelled
        SeeEntryHead        staff-clear, secretary-in-doubt, publisher                 screening..archived
        SeeEntryHead        juror-undeclared, juror-clear, juror-in-doubt              scoring..archived
        SeeEntryHead        chair, chair-in-doubt                                      scoring..archived
        SeeEntryHead        vice-chairs-clear, vice-chair-in-doubt                     scoring..archived
        ReadEntry           team                                                       draft..cancelled
        ReadEntry           staff-clear                                                screening..archived
        ReadEntry           juror-clear, chair, vice-chairs-clear                      scoring..archived

        TranslateEntry      staff-clear                                                screening..published

        CreateCompetition   secretaries                                                draft..cancelled
        ManagePeople        secretaries                                                draft..cancelled
        SeeOutbox           secretaries                                                draft..cancelled
        ManageCompetition   staff                                                      draft..cancelled
        SeeAudit            staff                                                      draft..cancelled
        ExportDossier       staff-clear                                                deliberation..archived
        AnswerQuestions     staff                                                      open..cancelled
        AdvanceStage        staff                                                      draft..cancelled
        AdmitLate           staff-clear                                                open..screening
        KeepOutages         secretaries                                                draft..cancelled
        SetUpCompetition    staff                                                      draft
        ScreenEntry         staff-clear                                                screening
        AskSupplement       staff-clear                                                screening

        SeeOfficials        officials                                                  screening..archived
        ConfirmOfficial     staff-clear                                                screening..decided
        DeclareInterest     officials                                                  screening..decided
        DeclareInterest     juror-undeclared, juror-clear, juror-in-doubt              scoring..deliberation
        DeclareInterest     juror-recused, juror-on-team, juror-competing              scoring..deliberation
        DeclareInterest     publisher-on-jury, presidium                               scoring..deliberation
        ConfirmDeclaration  staff-clear, chair                                         scoring..deliberation
        ConfirmDeclaration  vice-chair-for-recused, vice-chair-for-party               scoring..deliberation
        ConfirmDeclaration  vice-chair-alone                                           scoring..deliberation
        ScoreEntry          juror-clear, chair, vice-chairs-clear                      scoring
        EnterPaperSheet     staff-clear                                                scoring
        CloseScoring        chair, chair-in-doubt, chair-recused                       scoring
        CloseScoring        vice-chair-for-party, vice-chair-alone                     scoring
        CloseScoring        secretary-for-parties                                      scoring
        ReopenSheet         chair, vice-chair-for-recused, vice-chair-for-party        scoring
        ReopenSheet         vice-chair-alone                                           scoring
        ReopenSheet         secretary-for-recused, secretary-for-parties               scoring
        SeeProgress         staff, presidium                                           draft..cancelled
        Deliberate          juror-undeclared, juror-clear, juror-in-doubt              deliberation..archived
        Deliberate          juror-recused, publisher-on-jury, staff                    deliberation..archived
        Deliberate          chair, chair-in-doubt, chair-recused                       deliberation..archived
        Deliberate          vice-chairs-clear, vice-chair-in-doubt                     deliberation..archived
        SeeScores           juror-clear, chair, vice-chairs-clear, staff-clear         deliberation..archived

        RecordDecision      staff-clear, chair, vice-chairs-clear                      deliberation
        LeadMeeting         staff-clear, chair, vice-chairs-clear                      deliberation..decided
        OpenRescoring       chair, vice-chair-for-recused, vice-chair-for-party, vice-chair-alone   deliberation
        OpenRescoring       secretary-for-recused, secretary-for-parties               deliberation
        VoteInMeeting       juror-silent, juror-undeclared, juror-clear, chair, vice-chairs-clear   deliberation..decided
        WriteDecision       staff-clear, chair, vice-chairs-clear                      decided
        ApproveDecision     staff-clear, chair, vice-chairs-clear                      decided
        PublishDecision     publisher                                                  decided
        CorrectDecision     staff-clear, chair, vice-chairs-clear                      published..archived
        ApproveCorrection   staff-clear, chair, vice-chairs-clear                      published..archived
        PublishCorrection   publisher                                                  published..archived
        NominateWinner      staff-clear                                                decided
        NominateWinner      staff                                                      published..archived
        """;

    /// <summary>Each cell that says yes.</summary>
    public static IReadOnlySet<(string Can, string Person, Stage Stage)> Allowed { get; } = Text.Split('\n')
        .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length == 3)
        .SelectMany(cells => from person in People(cells[1]) from stage in Stages(cells[2]) select (cells[0], person, stage))
        .ToHashSet();

    private static IEnumerable<string> People(string words) =>
        words.Split(", ").SelectMany(word => Groups.GetValueOrDefault(word, [word]));

    private static IEnumerable<Stage> Stages(string words)
    {
        var ends = words.Split("..").Select(word => Enum.Parse<Stage>(word, ignoreCase: true)).ToList();
        return Enum.GetValues<Stage>().Where(stage => stage >= ends[0] && stage <= ends[^1]);
    }
}
