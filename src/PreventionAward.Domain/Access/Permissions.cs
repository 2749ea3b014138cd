using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Access;

/// <summary>What a permission is asked about: a competition at its stage, and maybe one entry of it.</summary>
public sealed record Matter(CompetitionId Competition, Stage Stage, EntryId? Entry = null, EntryStatus? Status = null)
{
    /// <summary>Whether the call has ever been public; see <see cref="Competition.IsAnnounced"/>.</summary>
    public bool IsAnnounced { get; init; } = Stage is not Stage.Draft;
}

/// <summary>Who may do what, to which thing, at which stage. Every page, list, count, mail, export and document asks here.</summary>
public static class Permissions
{
    /// <param name="person">Who asks.</param>
    /// <param name="can">What for.</param>
    /// <param name="matter">About what; null for what concerns no competition yet.</param>
    public static bool May(this Person person, Can can, Matter? matter = null) => can switch
    {
        Can.CreateCompetition or Can.ManagePeople or Can.SeeOutbox or Can.KeepOutages => person.Is(StaffRoles.Secretary),
        _ when matter is null => false,
        Can.SeeCompetition => matter.IsAnnounced || person.Is(StaffRoles.Secretary | StaffRoles.Publisher),
        Can.SeeDecision => matter.Stage.IsPublic,
        Can.AskAboutCall => matter.Stage is Stage.Open or Stage.Closed,
        Can.StartEntry => person.IsSignedIn && matter.Stage == Stage.Open,
        Can.SeeTeamEntry => IsOnTeam(person, matter),
        Can.EditEntry or Can.SubmitEntry or Can.SupplementEntry or Can.WithdrawEntry or Can.ManageTeam => matter.Status != EntryStatus.Withdrawn && ForTeam(person, can, matter),
        _ => ForOfficials(person, can, matter),
    };

    private static bool ForTeam(Person person, Can can, Matter matter) => matter.Entry is { } entry && person.Teams.TryGetValue(entry, out var role) && can switch
    {
        Can.EditEntry => role is not TeamRole.Viewer,
        Can.SupplementEntry => role is not TeamRole.Viewer && matter.Stage == Stage.Screening,
        Can.SubmitEntry => role is TeamRole.Owner or TeamRole.Submitter,
        _ => role is TeamRole.Owner,
    };

    private static bool ForOfficials(Person person, Can can, Matter matter) => can switch
    {
        Can.ManageCompetition or Can.SeeAudit => IsSecretary(person, matter),
        Can.ExportDossier => IsSecretary(person, matter) && matter.Stage.HasClosedScoring,
        Can.SetUpCompetition => IsSecretary(person, matter) && matter.Stage.IsBeingSetUp,
        Can.AdvanceStage => IsSecretary(person, matter),
        Can.AnswerQuestions => IsSecretary(person, matter) && matter.IsAnnounced,
        Can.AdmitLate => IsSecretary(person, matter) && matter.Stage is (Stage.Open or Stage.Closed or Stage.Screening),
        Can.ScreenEntry => IsSecretary(person, matter) && matter.Stage == Stage.Screening,
        Can.SeeProgress => IsSecretary(person, matter) || IsChair(person, matter),
        Can.CloseScoring => IsChair(person, matter) && matter.Stage == Stage.Scoring,
        Can.ReopenSheet => IsChair(person, matter) && matter.Stage == Stage.Scoring && !StaysOut(person, matter),
        Can.ConfirmDeclaration => (IsChair(person, matter) || IsSecretary(person, matter)) && matter.Stage is (Stage.Scoring or Stage.Deliberation) && !StaysOut(person, matter),
        Can.Deliberate => IsAtTheTable(person, matter) && matter.Stage.HasClosedScoring && !person.IsPartyBefore(matter.Competition),
        Can.RecordDecision => (IsChair(person, matter) || IsSecretary(person, matter)) && matter.Stage == Stage.Deliberation && !StaysOut(person, matter),
        Can.WriteDecision => (IsSecretary(person, matter) || IsChair(person, matter)) && matter.Stage == Stage.Decided && !StaysOut(person, matter),
        Can.ApproveDecision => (IsChair(person, matter) || IsSecretary(person, matter)) && matter.Stage == Stage.Decided && !StaysOut(person, matter),
        Can.PublishDecision => person.Is(StaffRoles.Publisher) && TakesNoPart(person, matter) && matter.Stage == Stage.Decided,
        Can.NominateWinner => IsSecretary(person, matter) && matter.Stage.HasDecision,
        _ => ForEntry(person, can, matter),
    };

    private static bool ForEntry(Person person, Can can, Matter matter) => matter is { Entry: { } } && can switch
    {
        Can.SeeEntryNumber => IsSecretary(person, matter) || IsOnTeam(person, matter),
        Can.SeeEntryTitle => IsOnTeam(person, matter) || MayReadAsStaff(person, matter) || IsBeforeTheJury(person, matter),
        Can.SeeEntryHead => IsOnTeam(person, matter) || MayReadAsStaff(person, matter) || (IsBeforeTheJury(person, matter) && !IsRecused(person, matter)),
        Can.ReadEntry => IsOnTeam(person, matter) || MayReadAsStaff(person, matter) || (IsBeforeTheJury(person, matter) && IsClear(person, matter)),
        Can.TranslateEntry => MayReadAsStaff(person, matter) && matter.Stage < Stage.Archived,
        Can.AskSupplement => MayReadAsStaff(person, matter) && matter.Stage == Stage.Screening,
        Can.DeclareInterest => IsBeforeTheJury(person, matter) && matter.Stage is (Stage.Scoring or Stage.Deliberation),
        Can.ScoreEntry => IsBeforeTheJury(person, matter) && IsClear(person, matter) && matter.Stage == Stage.Scoring,
        Can.EnterPaperSheet => IsSecretary(person, matter) && matter is { Stage: Stage.Scoring, Status: EntryStatus.Eligible } && !StaysOut(person, matter),
        Can.SeeScores => matter.Stage.HasClosedScoring && IsAtTheTable(person, matter) && (IsSecretary(person, matter) || IsClear(person, matter)) && !IsRecused(person, matter),
        _ => false,
    };

    private static bool IsOnTeam(Person person, Matter matter) => matter.Entry is { } entry && person.Teams.ContainsKey(entry);

    // Somebody on the jury or in a team of the same competition does not act there as staff.
    private static bool IsSecretary(Person person, Matter matter) =>
        person.Is(StaffRoles.Secretary) && TakesNoPart(person, matter);

    private static bool TakesNoPart(Person person, Matter matter) =>
        person.SeatIn(matter.Competition) is null && !IsOnTeam(person, matter) && !person.Calls.Contains(matter.Competition);

    private static bool IsChair(Person person, Matter matter) => person.SeatIn(matter.Competition)?.Role == SeatRole.Chair;

    private static bool IsAtTheTable(Person person, Matter matter) =>
        person.SeatIn(matter.Competition) is not null || IsSecretary(person, matter);

    private static bool MayReadAsStaff(Person person, Matter matter) =>
        IsSecretary(person, matter) && matter.Stage.HasOpenedEntries && !IsRecused(person, matter)
        && matter.Status is (EntryStatus.Submitted or EntryStatus.Eligible or EntryStatus.Ineligible);

    private static bool IsBeforeTheJury(Person person, Matter matter) =>
        person.SeatIn(matter.Competition) is not null && matter.Status == EntryStatus.Eligible
        && matter.Stage is >= Stage.Scoring and <= Stage.Archived;

    private static bool IsClear(Person person, Matter matter) => matter.Entry is { } e && person.InterestIn(e) == Interest.Clear && !person.Teams.ContainsKey(e)
        && !person.IsPartyBefore(matter.Competition);

    // Recused, or in doubt until that is decided: takes no part in anything that concerns the entry (Hallintolaki 27 §).
    private static bool StaysOut(Person person, Matter matter) =>
        IsRecused(person, matter) || (matter.Entry is { } e && person.InterestIn(e) == Interest.InDoubt);

    private static bool IsRecused(Person person, Matter matter) =>
        person.IsPartyBefore(matter.Competition)
        || (matter.Entry is { } e && (person.InterestIn(e) == Interest.Recused || (person.SeatIn(matter.Competition) is not null && person.Teams.ContainsKey(e))));
}
