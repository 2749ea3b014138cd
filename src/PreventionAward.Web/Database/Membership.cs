using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Reads how a jury has changed since scoring started, and whose scores are in the results.</summary>
public static class Membership
{
    /// <summary>Every change on record, oldest first.</summary>
    public static Task<List<JuryChange>> JuryChangesAsync(this AwardDb db, CompetitionId competition) =>
        db.JuryChanges.AsNoTracking().Where(c => c.CompetitionId == competition).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync();

    /// <summary>Those whose handed-in sheets count: the members, and those who left and whose sheets stay.</summary>
    public static async Task<IReadOnlyList<Juror>> ScorersAsync(this AwardDb db, Competition competition, CancellationToken cancel = default)
    {
        var jurors = await db.JurorsAsync(competition, cancel);
        var changes = await db.JuryChangesAsync(competition.Id);
        return [.. jurors, .. StayedOn(changes, jurors.Select(j => j.Id).ToHashSet())];
    }

    /// <summary>Those who left and whose sheets stay, as they were named when they left. What was last recorded of somebody holds.</summary>
    public static IEnumerable<Juror> StayedOn(IEnumerable<JuryChange> changes, IReadOnlySet<PersonId> members) =>
        from change in changes
        where change.IsLeaving && !members.Contains(change.PersonId)
        group change by change.PersonId into own
        let last = own.MaxBy(c => c.At)
        where last.SheetsStay
        select new Juror(own.Key, SeatRole.Member, last.Name);

    /// <summary>What becomes of the member's sheets if the member leaves now: the same for the member, for staff and for what is then done.</summary>
    public static async Task<Leaving> LeavingAsync(this AwardDb db, Competition competition, PersonId member)
    {
        var eligible = (await db.EligibleAsync(competition)).Select(e => e.Id).ToList();
        var declared = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id && d.PersonId == member).ToDictionaryAsync(d => d.EntryId, d => d.Interest);
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == competition.Id && s.JurorId == member).ToListAsync();
        return Leaving.Of(competition.Stage, eligible, declared, sheets);
    }
}
