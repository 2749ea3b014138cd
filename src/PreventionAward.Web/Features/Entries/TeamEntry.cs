using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>An entry as its own team has it before it, with the competition and the files of the draft.</summary>
public sealed record TeamEntry(Entry Entry, Competition Competition, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>When the entry was taken back, where it was and that is looked up.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>What the published decision is for the entry; null before it is published, and for an entry that was not assessed.</summary>
    public EntryOutcome? Outcome { get; init; }

    /// <summary>Files that were taken off since the last submission because the scanner found something in them.</summary>
    public IReadOnlyList<Attachment> Infected { get; init; } = [];

    /// <summary>What the scanner said of the draft's files.</summary>
    public IReadOnlyDictionary<AttachmentId, ScanState> Scans { get; } = Attachments.ToDictionary(file => file.Id, file => file.Scan);

    /// <summary>Files that wait with a supplement until it is handed in.</summary>
    public IReadOnlyList<Attachment> Waiting { get; init; } = [];

    /// <summary>What a permission is asked about.</summary>
    public Matter Matter => Entry.MatterIn(Competition);

    /// <summary>The files as a submission would name them.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; } = [.. Attachments.Select(file => file.AsSubmitted())];

    /// <summary>The digest of the draft as it stands.</summary>
    public string DraftDigest => Entry.Draft.Digest(Files);

    /// <summary>Whether the draft differs from what was submitted last.</summary>
    public bool HasUnsubmittedChanges => Entry.HasUnsubmittedChanges(Files);

    /// <summary>Whether the draft is what was submitted last.</summary>
    public bool IsAsSubmitted => Entry.Submitted is not null && !HasUnsubmittedChanges;

    /// <summary>How far the entry is from counting.</summary>
    public Readiness Readiness => Entry.ReadinessIn(Competition, Files);

    /// <summary>What stands in the way of submitting.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. EntryCheck.Problems(Competition.Form, Entry.Draft, Files.Count, Entry.DraftSavedAt),
        .. EntryCheck.TranslationProblems(Competition.Form, Entry.Draft, Entry.Language),
    ];

    /// <summary>What is on record of the draft, in words.</summary>
    public string StandingIn(Localisation.Texts texts) => IsAsSubmitted ? texts["entries.same-as-submitted"] : texts["entries.saved-at", Entry.DraftSavedAt];

    /// <summary>The entry's title; before it has one, when it was started: a team may have several.</summary>
    public string TitleIn(Localisation.Texts texts) => Entry.Title.Length > 0 ? Entry.Title : texts["entries.untitled-started", Entry.StartedAt];
}

/// <summary>Reads entries for their own teams: another team's entry is not found.</summary>
public static class TeamEntryQuery
{
    /// <returns>Null where there is none, or the person is not on its team or may not do that with it.</returns>
    public static async Task<TeamEntry?> TeamEntryAsync(this AwardDb db, Person person, EntryId id, Can can = Can.SeeTeamEntry, bool tracked = false)
    {
        if (!person.Teams.ContainsKey(id)) return null;
        var entries = tracked ? db.Entries.AsTracking() : db.Entries.AsNoTracking();
        if (await entries.Include(e => e.Versions).Include(e => e.Team).Include(e => e.Supplements).AsSplitQuery().FirstOrDefaultAsync(e => e.Id == id) is not { } entry) return null;
        var competition = (await db.CompetitionAsync(entry.CompetitionId))!;
        var files = await db.Attachments.AsNoTracking().Where(a => a.EntryId == id && (a.RemovedAt == null || a.Scan == ScanState.Infected)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync();
        if (!person.May(can, entry.MatterIn(competition))) return null;
        return new(entry, competition, [.. files.Where(file => file.RemovedAt is null && file.Supplement is null)])
        {
            WithdrawnAt = await db.WithdrawnAtAsync(entry),
            Outcome = (await db.OutcomesAsync([entry], [competition])).TryGetValue(id, out var outcome) ? outcome : null,
            Waiting = [.. files.Where(file => file.RemovedAt is null && file.Supplement is not null)],
            Infected = [.. files.Where(file => file.RemovedAt > (entry.Submitted?.At ?? DateTimeOffset.MinValue))],
        };
    }

    // One query, and none before something is public.
    private static async Task<Dictionary<EntryId, EntryOutcome>> OutcomesAsync(this AwardDb db, IReadOnlyList<Entry> entries, IEnumerable<Competition> competitions)
    {
        CompetitionId[] decided = [.. competitions.Where(c => c.Stage.IsPublic).Select(c => c.Id)];
        var assessed = entries.Where(e => e.Status == EntryStatus.Eligible && decided.Contains(e.CompetitionId)).ToList();
        if (assessed.Count == 0) return [];
        var decisions = await db.Decisions.AsNoTracking().Where(d => decided.Contains(d.CompetitionId)).ToDictionaryAsync(d => d.CompetitionId);
        return assessed.Where(e => decisions.ContainsKey(e.CompetitionId)).ToDictionary(e => e.Id, e => decisions[e.CompetitionId].OutcomeOf(e.Id));
    }

    private static async Task<DateTimeOffset?> WithdrawnAtAsync(this AwardDb db, Entry entry) => entry.Status != EntryStatus.Withdrawn
        ? null
        : await db.Set<AuditLine>().Where(l => l.EntryId == entry.Id && l.Action == "entry-withdrawn").MaxAsync(l => (DateTimeOffset?)l.At);

    /// <summary>Every entry in whose team the person is, newest first.</summary>
    public static async Task<IReadOnlyList<TeamEntry>> TeamEntriesAsync(this AwardDb db, Person person)
    {
        var ids = person.Teams.Keys.ToArray();
        if (ids.Length == 0) return [];
        var entries = await db.Entries.AsNoTracking().Include(e => e.Versions).Include(e => e.Supplements).AsSplitQuery().Where(e => ids.Contains(e.Id)).ToListAsync();
        var calls = entries.Select(e => e.CompetitionId).Distinct().ToArray();
        var competitions = (await db.Competitions.Where(c => calls.Contains(c.Id)).ReadAllAsync()).ToDictionary(c => c.Id);
        var files = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.EntryId) && a.RemovedAt == null && a.Supplement == null).ToListAsync()).ToLookup(a => a.EntryId);
        var outcomes = await db.OutcomesAsync(entries, competitions.Values);
        return
        [
            .. from entry in entries
               let competition = competitions[entry.CompetitionId]
               where person.May(Can.SeeTeamEntry, entry.MatterIn(competition))
               orderby entry.DraftSavedAt descending
               select new TeamEntry(entry, competition, [.. files[entry.Id]]) { Outcome = outcomes.TryGetValue(entry.Id, out var outcome) ? outcome : null },
        ];
    }
}
