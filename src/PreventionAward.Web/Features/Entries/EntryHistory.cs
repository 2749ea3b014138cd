using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>An entry's submitted versions before those who may read them: its team, with the draft, and staff once the entries are opened, without it.</summary>
public sealed record EntryHistory(Entry Entry, Competition Competition, IReadOnlyList<SubmittedFile> DraftFiles, bool IsTeam, bool MayEdit)
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<SubmittedVersion> Versions { get; } = [.. Entry.Versions.OrderBy(v => v.Version)];

    /// <summary>What a comparison calls the draft.</summary>
    public const string Draft = "draft";

    /// <summary>The content of a version or of the draft by the name that addresses give it; null where there is none that this reader may see.</summary>
    public HistoryState? State(string? name) =>
        name == Draft ? (IsTeam ? new(null, Entry.Draft, Entry.Language, DraftFiles) : null)
        : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Versions.FirstOrDefault(v => v.Version == number) is { } v
            ? new(v.Version, v.Answers, v.Language, v.Files)
            : null;

    /// <summary>Those who wrote and submitted; for the team only.</summary>
    public IReadOnlyList<Account> People { get; init; } = [];

    /// <summary>Who did something: to the team by name, with what the person may do in it; to staff by that only.</summary>
    public string Who(PersonId person, Texts texts)
    {
        var role = Entry.Team.FirstOrDefault(m => m.PersonId == person) is { } member ? texts.Written(member.Role) : texts["history.former-member"];
        return People.FirstOrDefault(a => a.Id == person) is { } account ? $"{(account.Name.IsEmpty() ? account.Mail : texts.Written(account.Name))} ({char.ToLowerInvariant(role[0])}{role[1..]})" : role;
    }

    /// <summary>The way back from a page of the history.</summary>
    public (string Href, string Text)[] Trail(Texts texts) => IsTeam
        ? [(Links.MyEntries, texts["entries.mine.title"]), (Links.Entry(Entry.Id), Entry.Title.Length > 0 ? Entry.Title : texts["entries.untitled-started", Entry.StartedAt])]
        : [.. StaffTrail.Of(Competition, texts), (Links.ScreenEntry(Competition.Name, Entry.Id.Value), texts["screening.entry-number", Entry.Number])];

    /// <returns>Null where the person may not see it: somebody else's entry, or not opened yet.</returns>
    public static async Task<EntryHistory?> OfAsync(AwardDb db, Person person, EntryId id)
    {
        var entry = await db.Entries.AsNoTracking().ReadableBy(person, db.Competitions).Include(e => e.Versions).Include(e => e.Team).AsSplitQuery().FirstOrDefaultAsync(e => e.Id == id);
        if (entry is null) return null;
        var competition = await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == entry.CompetitionId);
        var matter = entry.MatterIn(competition);
        var isTeam = person.May(Can.SeeTeamEntry, matter);
        if (!isTeam && !(person.May(Can.ManageCompetition, matter) && person.May(Can.ReadEntry, matter))) return null;
        var files = isTeam ? await db.Attachments.AsNoTracking().Where(a => a.EntryId == id && a.RemovedAt == null).OrderBy(a => a.AddedAt).ToListAsync() : [];
        return new(entry, competition, [.. files.Select(f => f.AsSubmitted())], isTeam, person.May(Can.EditEntry, matter)) { People = isTeam ? await PeopleAsync(db, entry) : [] };
    }

    private static Task<List<Account>> PeopleAsync(AwardDb db, Entry entry)
    {
        PersonId[] known = [.. entry.Team.Select(m => m.PersonId), .. entry.Versions.Select(v => v.By)];
        return db.Accounts.AsNoTracking().Where(a => known.Contains(a.Id) || db.Set<EarlierText>().Any(t => t.EntryId == entry.Id && t.By == a.Id)).ToListAsync();
    }
}

/// <summary>What an entry said at one time.</summary>
/// <param name="Version">Null for the draft.</param>
public sealed record HistoryState(int? Version, Answers Answers, Language Language, IReadOnlyList<SubmittedFile> Files);
