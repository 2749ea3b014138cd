using System.Text.Json.Serialization;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Everything a competition's record holds, as <c>competition.json</c> carries it from one installation to another. The audit trail stays where it was made.</summary>
/// <param name="EntriesReceived">How many entries there were, where the record does not hold them all.</param>
/// <param name="Form">Left out: the form that new competitions start from.</param>
/// <param name="Criteria">Left out: the criteria that new competitions start from.</param>
/// <param name="People">Everybody whom the record names, by mail address.</param>
/// <param name="Appeal">What the decision says of seeking a change to it. Left out: the default.</param>
public sealed record Dossier(
    [property: JsonPropertyOrder(-1)] string Name,
    Provenance Provenance,
    Stage Stage,
    LocalizedText Title,
    Theme Theme,
    Authority Authority,
    Timetable Timetable,
    LocalizedText Appointment,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<DossierPerson> People,
    IReadOnlyList<DossierJuror> Jury,
    IReadOnlyList<DossierEntry> Entries,
    DossierDecision? Decision = null,
    IReadOnlyList<DossierDocument>? Documents = null,
    int? EntriesReceived = null,
    TieRule? TieRule = null,
    FormDefinition? Form = null,
    IReadOnlyList<Criterion>? Criteria = null,
    IReadOnlyList<DossierQuestion>? Questions = null,
    DossierMandate? Mandate = null,
    IReadOnlyList<DossierJuryChange>? JuryChanges = null,
    QuorumRule? Quorum = null,
    IReadOnlyList<DossierMeeting>? Meetings = null,
    LocalizedText? Appeal = null);

/// <summary>Somebody whom the record names.</summary>
public sealed record DossierPerson(string Mail, LocalizedText Name, Language Language);

/// <summary>A member of the jury.</summary>
/// <param name="AcknowledgedAt">When the member acknowledged that the matter is secret.</param>
public sealed record DossierJuror(
    string Mail, SeatRole Role, LocalizedText Name, LocalizedText Organisation, int Place, LocalizedText? Expertise = null, DateTimeOffset? AcknowledgedAt = null);

/// <summary>A change of the jury after scoring had started.</summary>
/// <param name="Role">The seat that was left, taken, or is held from then on.</param>
/// <param name="SheetsStay">Left out: the sheets of whoever left are not in the results.</param>
public sealed record DossierJuryChange(
    Guid Id, string Mail, JuryChangeKind Kind, LocalizedText Name, SeatRole Role, JuryChangeReason Reason, string By, DateTimeOffset At,
    string Explanation = "", bool? SheetsStay = null);

/// <summary>An entry with its versions, files, declarations and sheets.</summary>
/// <param name="Draft">Left out: the same as the last submitted version.</param>
/// <param name="StartedAt">Left out: the earliest time that the entry names.</param>
public sealed record DossierEntry(
    EntryId Id,
    Language Language,
    EntryStatus Status,
    DateTimeOffset DraftSavedAt,
    IReadOnlyList<DossierTeamMember> Team,
    IReadOnlyList<DossierVersion> Versions,
    int? Number = null,
    Answers? Draft = null,
    string? IneligibleReason = null,
    DateTimeOffset? ScreenedAt = null,
    IReadOnlyList<DossierAttachment>? Attachments = null,
    IReadOnlyList<DossierDeclaration>? Declarations = null,
    IReadOnlyList<DossierSheet>? Sheets = null,
    IReadOnlyList<DossierLateAttempt>? LateAttempts = null,
    DossierAdmission? Admission = null,
    DateTimeOffset? StartedAt = null,
    IReadOnlyList<DossierRuling>? Rulings = null,
    IReadOnlyList<DossierTranslation>? Translations = null,
    IReadOnlyList<DossierSupplement>? Supplements = null,
    DossierEndorsement? Endorsement = null);

/// <summary>Who works on the entry; at least one of them owns it. Invitations that nobody has accepted stay behind.</summary>
public sealed record DossierTeamMember(string Mail, TeamRole Role);

/// <summary>A submitted version.</summary>
/// <param name="Sha256">Left out: computed. Given: it must be right.</param>
/// <param name="Key">Which wish to submit it came from.</param>
/// <param name="Supplement">The request that it answers.</param>
public sealed record DossierVersion(
    int Version, Language Language, string By, DateTimeOffset At, Answers Answers, IReadOnlyList<SubmittedFile>? Files = null, string? Sha256 = null,
    Guid? Key = null, Guid? Supplement = null);

/// <summary>What the organisation responsible for a nominated project was asked and answered. The link that was mailed stays behind: where it is not answered, it is sent anew.</summary>
/// <param name="By">Who answered for the organisation: name and position, not an account.</param>
public sealed record DossierEndorsement(
    string Organisation, string Mail, DateTimeOffset AskedAt, EndorsementAnswer? Answer = null, string By = "", string Remark = "",
    DateTimeOffset? AnsweredAt = null, string? AcceptedWithout = null);

/// <summary>What staff asked the team to supplement, and what became of it.</summary>
/// <param name="Draft">The answers as the team was working on them, or handed them in.</param>
/// <param name="Version">The version that it became.</param>
public sealed record DossierSupplement(
    Guid Id, IReadOnlyList<string> Fields, string Message, DateTimeOffset Until, string By, DateTimeOffset At, Answers Draft, DateTimeOffset DraftSavedAt,
    int? Version = null, DateTimeOffset? HandedInAt = null, DateTimeOffset? WithdrawnAt = null);

/// <summary>A file of an entry; its bytes lie beside competition.json.</summary>
/// <param name="File">Path relative to competition.json. Left out: the bytes were not kept, because the scanner found something in them.</param>
/// <param name="Scan">Left out: not scanned.</param>
/// <param name="Found">What the scanner found.</param>
/// <param name="Secret">The ground of the draft's mark; a version's files have their own.</param>
/// <param name="NotJudged">Left out: used in judging.</param>
/// <param name="Supplement">The supplement with which it was never handed in.</param>
public sealed record DossierAttachment(
    AttachmentId Id, string Name, string ContentType, long Size, string Sha256, DateTimeOffset AddedAt, string? File = null, DateTimeOffset? RemovedAt = null,
    ScanState? Scan = null, DateTimeOffset? ScannedAt = null, string? Found = null, SecrecyGround? Secret = null, bool? NotJudged = null,
    Guid? Supplement = null);

/// <summary>What staff decided on one mark of the entry.</summary>
/// <param name="On">A question's key, or the id of an attached file.</param>
/// <param name="Secret">Left out: not secret.</param>
public sealed record DossierRuling(string On, bool NotJudged, string By, DateTimeOffset At, SecrecyGround? Secret = null);

/// <summary>A translation that staff made; the team's own stand in their versions, as <c>title@sv</c>.</summary>
public sealed record DossierTranslation(Language Language, Answers Texts, string By, DateTimeOffset At);

/// <summary>What a member of the jury declared about the entry.</summary>
public sealed record DossierDeclaration(
    string By, InterestAnswer Answer, DateTimeOffset DeclaredAt, RecusalGround? Ground = null, string Explanation = "",
    string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null, bool? FoundRecused = null, string FindingReason = "");

/// <summary>One juror's scores for the entry.</summary>
/// <param name="Paper">Where staff typed it in from paper.</param>
/// <param name="Earlier">What the sheet said before it was scored anew in the meeting, oldest first.</param>
public sealed record DossierSheet(
    string By, SortedDictionary<string, Mark> Marks, DateTimeOffset? SavedAt = null, DateTimeOffset? HandedInAt = null, DossierPaperSheet? Paper = null,
    IReadOnlyList<DossierEarlierMarks>? Earlier = null);

/// <summary>The marks of a sheet from before the meeting.</summary>
public sealed record DossierEarlierMarks(SortedDictionary<string, Mark> Marks, DateTimeOffset HandedInAt);

/// <summary>Who typed a sheet in from paper, when, and when its juror confirmed or corrected it.</summary>
public sealed record DossierPaperSheet(string By, DateTimeOffset At, DateTimeOffset? ConfirmedAt = null, DateTimeOffset? CorrectedAt = null);

/// <summary>A submission that came after the deadline: kept as evidence, whether or not it was admitted.</summary>
public sealed record DossierLateAttempt(
    Guid Id, string By, DateTimeOffset At, Answers Answers, string Sha256, Language? Language = null, IReadOnlyList<SubmittedFile>? Files = null, Guid? Key = null);

/// <summary>Why the entry counts although it came after the deadline.</summary>
public sealed record DossierAdmission(AdmissionKind Kind, Guid Attempt, string Reason, string By, DateTimeOffset At, string Evidence = "");

/// <summary>The decision: outcome and texts; sections as in <see cref="Domain.Decisions.DecisionSection"/>.</summary>
public sealed record DossierDecision(
    SortedDictionary<string, LocalizedText> Texts,
    EntryId? Winner = null,
    IReadOnlyList<EntryId>? Mentions = null,
    string OutcomeReason = "",
    string? RecordedBy = null,
    DateTimeOffset? RecordedAt = null,
    string? ApprovedBy = null,
    DateTimeOffset? ApprovedAt = null,
    IReadOnlyList<string>? OutOfDate = null,
    SortedDictionary<string, DossierCheckedLanguage>? Checks = null,
    SortedDictionary<string, DossierPassedWarning>? Passed = null,
    IReadOnlyList<DossierDecisionVersion>? Versions = null,
    IReadOnlyList<DossierRemark>? Remarks = null,
    IReadOnlyList<EntryId>? SharedWith = null,
    SettledTie? Tie = null,
    DossierDeciding? Deciding = null,
    string HandlingReason = "",
    IReadOnlyList<DossierCorrection>? Corrections = null)
{
    /// <summary>Everybody who had a hand in it, by mail address.</summary>
    internal IEnumerable<string> People =>
    [
        .. new[] { RecordedBy, ApprovedBy }.OfType<string>(), .. (Checks ?? []).Values.Select(c => c.By), .. (Passed ?? []).Values.Select(p => p.By),
        .. (Versions ?? []).Select(v => v.By), .. (Remarks ?? []).Select(r => r.By),
        .. Deciding is null ? [] : Deciding.TookPart.Concat((Deciding.Out ?? []).Select(o => o.Person)),
        .. (Corrections ?? []).SelectMany(DossierCorrections.People),
    ];
}

/// <summary>Who read a language of the decision over, and the digest of the words that were read.</summary>
public sealed record DossierCheckedLanguage(string By, DateTimeOffset At, string Words);

/// <summary>A warning about a text that was let pass.</summary>
public sealed record DossierPassedWarning(string Reason, string By, DateTimeOffset At);

/// <summary>The texts as one sitting left them.</summary>
public sealed record DossierDecisionVersion(int Number, SortedDictionary<string, LocalizedText> Texts, string By, DateTimeOffset At);

/// <summary>A remark on a section of the draft.</summary>
public sealed record DossierRemark(Guid Id, string Section, string Text, string By, DateTimeOffset At, DateTimeOffset? SettledAt = null);

/// <summary>A published document; its bytes lie beside competition.json.</summary>
public sealed record DossierDocument(string Kind, Language Language, int Version, string Sha256, DateTimeOffset At, string File);

/// <summary>A question about the call, answered or not.</summary>
/// <param name="Mail">The asker's address; never published.</param>
/// <param name="Question">As published; left out until somebody has worded it.</param>
public sealed record DossierQuestion(
    Guid Id, string Mail, Language Language, string Asked, DateTimeOffset AskedAt, LocalizedText? Question = null, LocalizedText? Answer = null,
    string? AnsweredBy = null, DateTimeOffset? PublishedAt = null, DateTimeOffset? DismissedAt = null);
