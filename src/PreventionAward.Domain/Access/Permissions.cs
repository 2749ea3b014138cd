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
        Can.ExportDossier => IsSecretary(person, matter) && matter.Stage.HasClosedScoring && !person.Aside.Contains(matter.Competition),
        Can.SetUpCompetition => IsSecretary(person, matter) && matter.Stage.IsBeingSetUp,
        Can.AdvanceStage => IsSecretary(person, matter),
        Can.AnswerQuestions => IsSecretary(person, matter) && matter.IsAnnounced,
        Can.AdmitLate => IsSecretary(person, matter) && matter.Stage is (Stage.Open or Stage.Closed or Stage.Screening) && !StaysOut(person, matter),
        Can.ScreenEntry => IsSecretary(person, matter) && matter.Stage == Stage.Screening && !StaysOut(person, matter),
        Can.SeeOfficials => IsOfficial(person, matter) && matter.Stage.HasOpenedEntries,
        Can.ConfirmOfficial => IsSecretary(person, matter) && matter.Stage is (>= Stage.Screening and <= Stage.Decided) && !StaysOut(person, matter),
        Can.SeeProgress => IsSecretary(person, matter) || IsPresiding(person, matter),
        Can.CloseScoring => matter.Stage == Stage.Scoring && ActsAsChair(person, matter with { Entry = null }),
        Can.ReopenSheet => matter.Stage == Stage.Scoring && ActsAsChair(person, matter),
        Can.ConfirmDeclaration => matter.Stage is (Stage.Scoring or Stage.Deliberation) && (ActsAsChair(person, matter) || IsSecretary(person, matter)) && !StaysOut(person, matter),
        Can.Deliberate => IsAtTheTable(person, matter) && matter.Stage.HasClosedScoring && !person.IsPartyBefore(matter.Competition),
        Can.RecordDecision => (IsPresiding(person, matter) || IsSecretary(person, matter)) && matter.Stage == Stage.Deliberation && !StaysOut(person, matter),
        Can.LeadMeeting => (IsPresiding(person, matter) || IsSecretary(person, matter)) && matter.Stage is (Stage.Deliberation or Stage.Decided) && !StaysOut(person, matter),
        Can.OpenRescoring => matter.Stage == Stage.Deliberation && ActsAsChair(person, matter),
        Can.VoteInMeeting => person.ServesIn(matter.Competition) is not null && matter.Stage is (Stage.Deliberation or Stage.Decided) && !StaysOut(person, matter),
        Can.WriteDecision => (IsPresiding(person, matter) || IsSecretary(person, matter)) && matter.Stage == Stage.Decided && !StaysOut(person, matter),
        Can.ApproveDecision => (IsPresiding(person, matter) || IsSecretary(person, matter)) && matter.Stage == Stage.Decided && !StaysOut(person, matter),
        Can.PublishDecision => person.Is(StaffRoles.Publisher) && TakesNoPart(person, matter) && matter.Stage == Stage.Decided && !person.Aside.Contains(matter.Competition),
        Can.CorrectDecision or Can.ApproveCorrection => (IsPresiding(person, matter) || IsSecretary(person, matter)) && matter.Stage.IsPublic && !StaysOut(person, matter),
        Can.PublishCorrection => person.Is(StaffRoles.Publisher) && TakesNoPart(person, matter) && matter.Stage.IsPublic && !person.Aside.Contains(matter.Competition),
        Can.NominateWinner => IsSecretary(person, matter) && matter.Stage.HasDecision && (matter.Stage.IsPublic || !person.Aside.Contains(matter.Competition)),
        _ => ForEntry(person, can, matter),
    };

    private static bool ForEntry(Person person, Can can, Matter matter) => matter is { Entry: { } } && can switch
    {
        Can.SeeEntryNumber => IsSecretary(person, matter) || IsOnTeam(person, matter),
        Can.SeeEntryTitle => IsOnTeam(person, matter) || IsBeforeOfficials(person, matter) || IsBeforeTheJury(person, matter),
        Can.SeeEntryHead => IsOnTeam(person, matter) || ((IsBeforeOfficials(person, matter) || IsOpenToTheJury(person, matter)) && !IsRecused(person, matter)),
        Can.ReadEntry => IsOnTeam(person, matter) || MayReadAsStaff(person, matter) || (IsOpenToTheJury(person, matter) && IsClear(person, matter)),
        Can.TranslateEntry => MayReadAsStaff(person, matter) && matter.Stage < Stage.Archived,
        Can.AskSupplement => MayReadAsStaff(person, matter) && matter.Stage == Stage.Screening,
        Can.DeclareInterest => (IsOpenToTheJury(person, matter) && matter.Stage is (Stage.Scoring or Stage.Deliberation)) || (IsBeforeOfficials(person, matter) && matter.Stage <= Stage.Decided),
        Can.ScoreEntry => IsOpenToTheJury(person, matter) && IsClear(person, matter) && matter.Stage == Stage.Scoring,
        Can.EnterPaperSheet => IsSecretary(person, matter) && matter is { Stage: Stage.Scoring, Status: EntryStatus.Eligible } && !StaysOut(person, matter),
        Can.SeeScores => matter.Stage.HasClosedScoring && IsAtTheTable(person, matter) && (IsSecretary(person, matter) || IsClear(person, matter)) && !StaysOut(person, matter),
        _ => false,
    };

    private static bool IsOnTeam(Person person, Matter matter) => matter.Entry is { } entry && person.Teams.ContainsKey(entry);

    // Somebody on the jury or in a team of the same competition does not act there as staff.
    private static bool IsSecretary(Person person, Matter matter) =>
        person.Is(StaffRoles.Secretary) && TakesNoPart(person, matter);

    private static bool TakesNoPart(Person person, Matter matter) =>
        person.SeatIn(matter.Competition) is null && !IsOnTeam(person, matter) && !person.Calls.Contains(matter.Competition);

    private static bool IsPresiding(Person person, Matter matter) => person.ServesIn(matter.Competition)?.Role is SeatRole.Chair or SeatRole.ViceChair;

    // The chair; where the chair steps aside or there is none, the vice-chair; where neither may act, the secretary.
    private static bool ActsAsChair(Person person, Matter matter)
    {
        if (StaysOut(person, matter)) return false;
        if (person.SeatIn(matter.Competition) != person.ServesIn(matter.Competition)) return false;
        var presidium = person.Presidia.GetValueOrDefault(matter.Competition);
        return person.ServesIn(matter.Competition)?.Role switch
        {
            SeatRole.Chair => true,
            SeatRole.ViceChair => presidium?.ActingIn(matter)?.Id == person.Id,
            SeatRole.Member => false,
            _ => presidium is not null && IsSecretary(person, matter) && presidium.ActingIn(matter) is null,
        };
    }

    private static bool IsAtTheTable(Person person, Matter matter) =>
        person.ServesIn(matter.Competition) is { HasAcknowledged: true } || IsSecretary(person, matter);

    // The law binds officials too: whoever handles the matter as staff, the publisher included.
    private static bool IsOfficial(Person person, Matter matter) =>
        person.Is(StaffRoles.Secretary | StaffRoles.Publisher) && TakesNoPart(person, matter);

    private static bool IsBeforeOfficials(Person person, Matter matter) =>
        IsOfficial(person, matter) && matter.Stage.HasOpenedEntries && matter.Status is (EntryStatus.Submitted or EntryStatus.Eligible or EntryStatus.Ineligible);

    // An official who has declared nothing works on: the duty is to step aside on a ground (Hallintolaki 29 §).
    private static bool MayReadAsStaff(Person person, Matter matter) =>
        IsSecretary(person, matter) && IsBeforeOfficials(person, matter) && !StaysOut(person, matter);

    // What a member may, the member may until the term of the jury ends.
    private static bool IsBeforeTheJury(Person person, Matter matter) =>
        person.ServesIn(matter.Competition) is not null && matter.Status == EntryStatus.Eligible
        && matter.Stage is >= Stage.Scoring and <= Stage.Archived;

    // No entry opens to a member before the member has acknowledged that the matter is secret.
    private static bool IsOpenToTheJury(Person person, Matter matter) =>
        IsBeforeTheJury(person, matter) && person.SeatIn(matter.Competition)!.HasAcknowledged;

    private static bool IsClear(Person person, Matter matter) => matter.Entry is { } e && person.InterestIn(e) == Interest.Clear && !person.Teams.ContainsKey(e)
        && !person.IsPartyBefore(matter.Competition);

    // Recused, or in doubt until that is decided: takes no part in anything that concerns the entry (Hallintolaki 27 §).
    private static bool StaysOut(Person person, Matter matter) =>
        IsRecused(person, matter) || (matter.Entry is { } e && person.InterestIn(e) == Interest.InDoubt);

    private static bool IsRecused(Person person, Matter matter) =>
        person.IsPartyBefore(matter.Competition)
        || (matter.Entry is { } e && (person.InterestIn(e) == Interest.Recused || (person.SeatIn(matter.Competition) is not null && person.Teams.ContainsKey(e))));
}
