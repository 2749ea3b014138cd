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
        ["secretaries"] = ["secretary", "secretary-on-team"],
        ["publishers"] = ["publisher", "publisher-on-team", "publisher-on-jury"],
        ["team"] = ["applicant", "submitter", "editor", "viewer", "secretary-on-team", "publisher-on-team", "juror-on-team"],
        ["chairs"] = ["chair", "chair-in-doubt", "chair-recused", "chair-competing"],
        ["jury"] = ["juror-undeclared", "juror-clear", "juror-in-doubt", "juror-recused", "juror-on-team", "publisher-on-jury", "chair", "chair-in-doubt", "chair-recused", "juror-competing", "chair-competing"],
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

        SeeEntryNumber      team, secretary                                            draft..cancelled
        SeeEntryTitle       team                                                       draft..cancelled
        SeeEntryTitle       secretary                                                  screening..archived
        SeeEntryTitle       jury                                                       scoring..archived
        SeeEntryHead        team                                                       draft..cancelled
        SeeEntryHead        secretary                                                  screening..archived
        SeeEntryHead        juror-undeclared, juror-clear, juror-in-doubt              scoring..archived
        SeeEntryHead        chair, chair-in-doubt                                      scoring..archived
        ReadEntry           team                                                       draft..cancelled
        ReadEntry           secretary                                                  screening..archived
        ReadEntry           juror-clear, chair                                         scoring..archived

        TranslateEntry      secretary                                                  screening..published

        CreateCompetition   secretaries                                                draft..cancelled
        ManagePeople        secretaries                                                draft..cancelled
        SeeOutbox           secretaries                                                draft..cancelled
        ManageCompetition   secretary                                                  draft..cancelled
        SeeAudit            secretary                                                  draft..cancelled
        ExportDossier       secretary                                                  deliberation..archived
        AnswerQuestions     secretary                                                  open..cancelled
        AdvanceStage        secretary                                                  draft..cancelled
        AdmitLate           secretary                                                  open..screening
        KeepOutages         secretaries                                                draft..cancelled
        SetUpCompetition    secretary                                                  draft
        ScreenEntry         secretary                                                  screening
        AskSupplement       secretary                                                  screening

        DeclareInterest     jury                                                       scoring..deliberation
        ConfirmDeclaration  secretary, chair                                           scoring..deliberation
        ScoreEntry          juror-clear, chair                                         scoring
        EnterPaperSheet     secretary                                                  scoring
        CloseScoring        chairs                                                     scoring
        ReopenSheet         chair                                                      scoring
        SeeProgress         secretary, chairs                                          draft..cancelled
        Deliberate          juror-undeclared, juror-clear, juror-in-doubt              deliberation..archived
        Deliberate          juror-recused, publisher-on-jury                           deliberation..archived
        Deliberate          chair, chair-in-doubt, chair-recused, secretary            deliberation..archived
        SeeScores           juror-clear, chair, secretary                              deliberation..archived

        RecordDecision      secretary, chair                                           deliberation
        WriteDecision       secretary, chair                                           decided
        ApproveDecision     secretary, chair                                           decided
        PublishDecision     publisher                                                  decided
        NominateWinner      secretary                                                  decided..archived
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
