using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>An entry as officials have it before them, by number; nothing of its content but the title.</summary>
public sealed record OfficialEntry(EntryId Id, int? Number, EntryStatus Status, string Title)
{
    /// <summary>What a permission about it is asked with.</summary>
    public Matter MatterIn(Competition competition) => competition.Matter with { Entry = Id, Status = Status };
}

/// <summary>Somebody who handles competitions as staff.</summary>
/// <param name="Declared">What the official has declared in the competition, by entry.</param>
public sealed record Official(PersonId Id, LocalizedText Name, StaffRoles Staff, IReadOnlyDictionary<EntryId, Declaration> Declared)
{
    public Interest InterestIn(EntryId entry) => Declared.GetValueOrDefault(entry)?.Interest ?? Interest.Undeclared;
}

/// <summary>Reads which officials handle a competition, and from what each stays out (Hallintolaki 27-28 §).</summary>
public static class Officials
{
    private static readonly EntryStatus[] Opened = [EntryStatus.Submitted, EntryStatus.Eligible, EntryStatus.Ineligible];

    /// <summary>The entries about which officials declare: all that were opened; of a reconstructed year those whose content is on record.</summary>
    public static async Task<IReadOnlyList<OfficialEntry>> OfficialEntriesAsync(this AwardDb db, Competition competition)
    {
        var rows = await db.Entries.Where(e => e.CompetitionId == competition.Id && Opened.Contains(e.Status) && e.Versions.Any()).OrderBy(e => e.Number)
            .Select(e => new { e.Id, e.Number, e.Status, e.Versions.OrderByDescending(v => v.Version).First().Answers }).ToListAsync();
        return [.. rows.Select(r => new OfficialEntry(r.Id, r.Number, r.Status, r.Answers["title"]))];
    }

    /// <summary>How many opened entries still wait for the person's declaration; 0 for whoever is no official of the competition.</summary>
    public static async Task<int> WaitingForAsync(this AwardDb db, Matter matter, Person person)
    {
        if (!person.May(Can.SeeOfficials, matter) || matter.Stage > Stage.Decided) return 0;
        var declared = person.Interests.Keys.ToArray();
        return await db.Entries.CountAsync(e => e.CompetitionId == matter.Competition && Opened.Contains(e.Status) && !declared.Contains(e.Id));
    }

    /// <summary>Everybody with an office who takes no part in the competition, with what they have declared in it.</summary>
    public static async Task<IReadOnlyList<Official>> OfficialsAsync(this AwardDb db, Competition competition)
    {
        var accounts = await db.Accounts.AsNoTracking()
            .Where(a => a.Staff != StaffRoles.None
                && !db.JuryMembers.Any(m => m.CompetitionId == competition.Id && m.PersonId == a.Id)
                && !db.Entries.Any(e => e.CompetitionId == competition.Id && e.Number != null && e.Status != EntryStatus.Withdrawn && e.Team.Any(t => t.PersonId == a.Id)))
            .OrderBy(a => a.Mail).ToListAsync();
        var ids = accounts.Select(a => a.Id).ToArray();
        var declared = (await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id && ids.Contains(d.PersonId)).ToListAsync()).ToLookup(d => d.PersonId);
        return [.. accounts.Select(a => new Official(a.Id, a.Name.IsEmpty() ? LocalizedText.Name(a.Mail) : a.Name, a.Staff, declared[a.Id].ToDictionary(d => d.EntryId)))];
    }
}
