using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>A meeting of the jury with everything recorded in it.</summary>
public sealed record DossierMeeting(
    Guid Id, int Number, string Place, string OpenedBy, DateTimeOffset OpenedAt, IReadOnlyList<EntryId> Entries,
    IReadOnlyList<DossierAttendance> Attendances, IReadOnlyList<DossierTurn> Turns, DateTimeOffset? ClosedAt = null, string? ClosedBy = null,
    IReadOnlyList<DossierConsensus>? Consensus = null, IReadOnlyList<DossierVote>? Votes = null,
    IReadOnlyList<DossierDissent>? Dissents = null, IReadOnlyList<DossierRescoring>? Rescorings = null, IReadOnlyList<DossierOutcome>? Outcomes = null);

/// <summary>Somebody was there.</summary>
public sealed record DossierAttendance(string Person, DateTimeOffset From, DateTimeOffset? To = null);

/// <summary>An item while it was being handled.</summary>
/// <param name="Quorum">As the turn ended.</param>
/// <param name="Waits">Called and never begun. Left out: begun.</param>
/// <param name="Gaps">When there was no quorum.</param>
/// <param name="PassedOver">Called, and passed without being handled. Left out: not so.</param>
public sealed record DossierTurn(
    AgendaItem Item, DateTimeOffset From, DateTimeOffset? To = null, IReadOnlyList<DossierAbsence>? Out = null, IReadOnlyList<string>? Present = null, Quorum? Quorum = null, bool? Waits = null,
    IReadOnlyList<Gap>? Gaps = null, bool? PassedOver = null);

/// <summary>Somebody was out of the room.</summary>
public sealed record DossierAbsence(string Person, OutReason Reason, RecusalGround? Ground = null, DateTimeOffset? LeftAt = null, DateTimeOffset? ToldAt = null);

/// <summary>What was agreed on about one entry and criterion.</summary>
public sealed record DossierConsensus(EntryId Entry, string Criterion, string Text, Language Language, string By, DateTimeOffset At);

/// <summary>A vote by name.</summary>
public sealed record DossierVote(
    Guid Id, AgendaItem Item, string Question, DateTimeOffset At, IReadOnlyList<DossierBallot> Ballots, IReadOnlyList<EntryId>? Tied = null, DossierVoteResult? Result = null,
    IReadOnlyList<DossierVoidBallot>? Voided = null, DossierLapse? Lapsed = null);

/// <summary>One member's vote.</summary>
public sealed record DossierBallot(string By, Stance Stance, EntryId? Choice = null, string? RecordedBy = null);

/// <summary>A vote that stopped counting, since its member had to stay out.</summary>
public sealed record DossierVoidBallot(DossierBallot Ballot, DateTimeOffset At);

/// <summary>Why a vote was ended without counting.</summary>
public sealed record DossierLapse(string Reason, string By, DateTimeOffset At);

/// <summary>What a vote came to.</summary>
public sealed record DossierVoteResult(
    int For, int Against, int Abstain, bool Carried, DateTimeOffset At, EntryId? Chosen = null, bool ByCastingVote = false, string? Presiding = null, int? NotVoting = null,
    IReadOnlyList<string>? Silent = null, DateTimeOffset? RecountedAt = null);

/// <summary>A member's dissenting opinion.</summary>
public sealed record DossierDissent(AgendaItem Item, string By, string Text, Language Language, DateTimeOffset At);

/// <summary>A re-scoring.</summary>
public sealed record DossierRescoring(EntryId Entry, string Reason, string By, DateTimeOffset From, DateTimeOffset? To = null);

/// <summary>What was put on record as the decision in this meeting.</summary>
public sealed record DossierOutcome(
    string By, DateTimeOffset At, EntryId? Winner = null, IReadOnlyList<EntryId>? SharedWith = null, IReadOnlyList<EntryId>? Mentions = null, string Reason = "", string HandlingReason = "");

/// <summary>Who took part in deciding, as the decision was put on record.</summary>
/// <param name="Meeting">Its number.</param>
public sealed record DossierDeciding(int Meeting, IReadOnlyList<string> TookPart, Quorum Quorum, IReadOnlyList<DossierAbsence>? Out = null);
