using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;

namespace PreventionAward.Domain.Entries;

/// <summary>One team's entry: a draft that can always be saved, and the versions that were submitted. The latest of those counts.</summary>
public sealed partial class Entry
{
    private readonly List<SubmittedVersion> versions = [];
    private readonly List<TeamMember> team = [];

    private Entry() { }

    public Entry(EntryId id, CompetitionId competitionId, Language language, PersonId owner, DateTimeOffset now)
    {
        (Id, CompetitionId, Language, StartedAt, DraftSavedAt) = (id, competitionId, language, now, now);
        team.Add(new(id, owner, TeamRole.Owner));
    }

    public EntryId Id { get; private set; }

    public CompetitionId CompetitionId { get; private set; }

    /// <summary>The register number within the competition, from 1; given at the first submission.</summary>
    public int? Number { get; private set; }

    public Language Language { get; private set; } = Language.Finnish;

    public EntryStatus Status { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Answers Draft { get; private set; } = Answers.None;

    public DateTimeOffset DraftSavedAt { get; private set; }

    /// <summary>Why staff found the entry ineligible; null otherwise.</summary>
    public string? IneligibleReason { get; private set; }

    public DateTimeOffset? ScreenedAt { get; private set; }

    /// <summary>Set where the version that counts came after the deadline and was admitted.</summary>
    public Admission? Admission { get; private set; }

    /// <summary>Every submitted version, oldest first; none is ever changed.</summary>
    public IReadOnlyList<SubmittedVersion> Versions => versions;

    public IReadOnlyList<TeamMember> Team => team;

    /// <summary>The version that counts, or null before the first submission.</summary>
    public SubmittedVersion? Submitted => versions.MaxBy(v => v.Version);

    /// <summary>The last version that the team submitted by itself: a supplement that staff asked for does not move the time of arrival. Null before the first submission.</summary>
    public SubmittedVersion? Arrived => Submitted is { } counts ? ArrivalOf(counts) : null;

    /// <summary>The submission to which a version belongs: itself, or, where it is a supplement, the one that it supplements.</summary>
    public SubmittedVersion ArrivalOf(SubmittedVersion version) =>
        versions.Where(v => v.Supplement is null && v.Version <= version.Version).MaxBy(v => v.Version) ?? version;

    /// <summary>What the entry says: the version that counts, or the draft where nothing has been submitted.</summary>
    public Answers Content => Submitted?.Answers ?? Draft;

    public string Title => Draft["title"];

    /// <summary>Whether any submitted version came with that file.</summary>
    public bool Names(AttachmentId file) => versions.Exists(v => v.Files.Any(f => f.Id == file));

    /// <summary>Whether the team lets the public abstract of what it submitted be published.</summary>
    public bool LetsSummaryBePublished() => Content["publishPermission"] is "full" or "summary";

    public Matter MatterIn(Competition competition) => competition.Matter with { Entry = Id, Status = Status };

    /// <summary>Whether the draft differs from what was submitted. Files count too.</summary>
    public bool HasUnsubmittedChanges(IEnumerable<SubmittedFile> files) =>
        Submitted is { } last && last.Sha256 != Draft.Digest(files);

    /// <summary>Saves a draft, complete or not, at any time: only submitting closes.</summary>
    public void Save(Answers answers, Language language, DateTimeOffset now) =>
        (Draft, Language, DraftSavedAt) = (answers, language, now);

    /// <summary>Submits the draft. It becomes the version that counts; earlier ones are kept.</summary>
    /// <param name="now">The moment the whole request had arrived (law 13/2003, 10 §).</param>
    /// <param name="nextNumber">The number the entry gets if this is its first submission.</param>
    /// <param name="key">Names this one wish to submit: the page gives it out, and every repetition of the request brings it again.</param>
    /// <returns>Refused: withdrawn, not open yet, too late, incomplete.</returns>
    public Refusal? Submit(Competition competition, IReadOnlyList<SubmittedFile> files, PersonId by, int nextNumber, DateTimeOffset now, Guid? key = null)
    {
        if (Status == EntryStatus.Withdrawn) return new("entries.withdrawn");
        if (WhyClosed(competition, now) is { } closed) return closed;
        var problems = EntryCheck.Problems(competition.Form, Draft, files.Count, now).Count + EntryCheck.TranslationProblems(competition.Form, Draft, Language).Count;
        if (problems > 0) return new("entries.incomplete", problems);

        versions.Add(new(Id, versions.Count + 1, Draft, Language, [.. files], Draft.Digest(files), by, now) { Key = key });
        Number ??= nextNumber;
        (Status, Admission) = (EntryStatus.Submitted, null);
        return null;
    }

    /// <summary>Why the draft cannot be submitted now: too late for the entry, or, where a version has arrived, too late for changes only. Null when it can.</summary>
    public Refusal? WhyClosed(Competition competition, DateTimeOffset now) => (competition.WhyClosed(now), Submitted) switch
    {
        ({ Code: "entries.closed" }, { } counts) => new("entries.changes-late", competition.Timetable.ClosesAt!, now, counts.Version, counts.At, competition.Authority.ContactMail),
        var (refusal, _) => refusal,
    };

    /// <summary>Admits a late attempt: it becomes a submitted version with its own time of arrival. The entry is screened anew.</summary>
    /// <param name="admission">Kind, reason and evidence; its attempt is this one.</param>
    /// <param name="nextNumber">The number the entry gets if this is its first version.</param>
    /// <returns>Refused: scoring has begun, withdrawn, a newer version is there, incomplete, reason or evidence missing.</returns>
    public Refusal? Admit(Competition competition, LateAttempt attempt, Admission admission, int nextNumber)
    {
        if (WhyNotAdmit(competition, attempt) is { } why) return why;
        if (string.IsNullOrWhiteSpace(admission.Reason)) return new("late.reason-missing");
        if (admission.Kind == AdmissionKind.InTimeByGround && string.IsNullOrWhiteSpace(admission.Evidence)) return new("late.evidence-missing");
        if (TextLimit.Check(admission.Reason, admission.Evidence) is { } tooLong) return tooLong;
        var problems = EntryCheck.Problems(competition.Form, attempt.Answers, attempt.Files.Count);
        if (problems.Count > 0) return new("late.incomplete", problems.Count);

        versions.Add(new(Id, versions.Count + 1, attempt.Answers, attempt.Language, attempt.Files, attempt.Sha256, attempt.By, attempt.At));
        Number ??= nextNumber;
        (Status, IneligibleReason, ScreenedAt, Admission) = (EntryStatus.Submitted, null, null, admission);
        return null;
    }

    /// <summary>Why a late attempt cannot be admitted, said before anybody tries and without a word of its content; null where it may be.</summary>
    public Refusal? WhyNotAdmit(Competition competition, LateAttempt attempt) => this switch
    {
        _ when competition.Stage is not (Stage.Open or Stage.Closed or Stage.Screening) => new("late.not-now"),
        { Status: EntryStatus.Withdrawn } => new("late.withdrawn"),
        _ when Submitted?.At >= attempt.At => new("late.newer-there"),
        _ => null,
    };

    /// <summary>Takes the entry back for good, until the entries have been opened.</summary>
    public Refusal? Withdraw(Competition competition)
    {
        if (WhyNotWithdraw(competition) is { } tooLate) return tooLate;
        Status = EntryStatus.Withdrawn;
        return null;
    }

    /// <summary>Why the entry can no longer be taken back, said before anybody tries; null while it can.</summary>
    public Refusal? WhyNotWithdraw(Competition competition) => competition.Stage > Stage.Closed ? new("entries.too-late-to-withdraw") : null;

    /// <summary>Finds the entry eligible or ineligible.</summary>
    /// <param name="reason">Why it is ineligible, which the team is told; or why a nomination counts without the responsible organisation's endorsement.</param>
    public Refusal? Screen(Competition competition, bool eligible, string? reason, DateTimeOffset now)
    {
        if (competition.Stage != Stage.Screening) return new("screening.not-now");
        if (Status is EntryStatus.Draft or EntryStatus.Withdrawn) return new("screening.not-submitted");
        if (!eligible && string.IsNullOrWhiteSpace(reason)) return new("screening.reason-missing");
        if (WhyNotWithout(eligible, reason) is { } unendorsed) return unendorsed;
        if (TextLimit.Check(reason) is { } tooLong) return tooLong;

        Endorsement = Screened(eligible, reason);
        (Status, IneligibleReason, ScreenedAt) = eligible
            ? (EntryStatus.Eligible, null, now)
            : (EntryStatus.Ineligible, Answers.Clean(reason), (DateTimeOffset?)now);
        return null;
    }

    /// <summary>Takes somebody into the team.</summary>
    /// <returns>Refused: on it already, or the entry has been taken back.</returns>
    public Refusal? Join(PersonId person, TeamRole role)
    {
        if (Status == EntryStatus.Withdrawn) return new("entries.withdrawn");
        if (team.Any(m => m.PersonId == person)) return new("team.already-member");
        team.Add(new(Id, person, role));
        return null;
    }

    /// <summary>Changes what a member may do.</summary>
    /// <returns>Refused: not on the team, or nobody would own the entry any more.</returns>
    public Refusal? ChangeRole(PersonId person, TeamRole role)
    {
        if (team.Find(m => m.PersonId == person) is not { } member) return new("team.not-a-member");
        if (role != TeamRole.Owner && IsLastOwner(member)) return new("team.last-owner");
        member.Role = role;
        return null;
    }

    /// <summary>Lets a member go, by whoever's wish. What the member wrote and submitted stays.</summary>
    /// <returns>Refused: not on the team, or nobody would own the entry any more.</returns>
    public Refusal? Leave(PersonId person)
    {
        if (team.Find(m => m.PersonId == person) is not { } member) return new("team.not-a-member");
        if (IsLastOwner(member)) return new("team.last-owner");
        team.Remove(member);
        return null;
    }

    private bool IsLastOwner(TeamMember member) => member.Role == TeamRole.Owner && team.Count(m => m.Role == TeamRole.Owner) == 1;

    /// <summary>Puts an entry back as a record holds it: for the import of a dossier only.</summary>
    public static Entry Restore(EntryRecord record)
    {
        var entry = new Entry
        {
            Id = record.Id,
            CompetitionId = record.CompetitionId,
            Number = record.Number,
            Language = record.Language,
            Status = record.Status,
            StartedAt = record.StartedAt ?? record.Versions.Select(v => v.At).Append(record.DraftSavedAt).Min(),
            Draft = record.Draft,
            DraftSavedAt = record.DraftSavedAt,
            IneligibleReason = record.IneligibleReason,
            ScreenedAt = record.ScreenedAt,
            Admission = record.Admission,
            Rulings = record.Rulings ?? [],
            Translations = record.Translations ?? [],
            Endorsement = record.Endorsement,
        };
        entry.versions.AddRange(record.Versions);
        entry.team.AddRange(record.Team);
        entry.supplements.AddRange(record.Supplements ?? []);
        return entry;
    }
}

/// <summary>Everything an entry is made of, as a dossier carries it.</summary>
/// <param name="StartedAt">Null where the record does not say: the earliest time that it names.</param>
public sealed record EntryRecord(
    EntryId Id, CompetitionId CompetitionId, int? Number, Language Language, EntryStatus Status, Answers Draft,
    DateTimeOffset DraftSavedAt, string? IneligibleReason, DateTimeOffset? ScreenedAt,
    IReadOnlyList<SubmittedVersion> Versions, IReadOnlyList<TeamMember> Team, Admission? Admission = null, DateTimeOffset? StartedAt = null,
    IReadOnlyList<StaffRuling>? Rulings = null, IReadOnlyList<StaffTranslation>? Translations = null,
    IReadOnlyList<SupplementRequest>? Supplements = null, Endorsement? Endorsement = null);
