using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>What the record knows of a decision: everything its document is drawn from, and no score of anybody.</summary>
/// <param name="Jury">In the order of its list.</param>
/// <param name="Entries">Those that were submitted, by number, with their versions.</param>
/// <param name="Declarations">Of the jury's members, by entry.</param>
/// <param name="Late">Attempts after the deadline.</param>
public sealed record DecisionRecord(
    Competition Competition, Decision Decision, IReadOnlyList<JuryMember> Jury, IReadOnlyList<Entry> Entries,
    IReadOnlyList<Declaration> Declarations, IReadOnlyList<LateAttempt> Late)
{
    /// <summary>The entries that the jury assessed.</summary>
    public IReadOnlyList<Entry> Eligible { get; } = [.. Entries.Where(e => e.Status == EntryStatus.Eligible)];

    public IReadOnlyList<EntryId> EligibleIds => [.. Eligible.Select(e => e.Id)];

    /// <summary>The winner's entry; null where no entry was found worthy.</summary>
    public Entry? Winner => Eligible.FirstOrDefault(e => e.Id == Decision.WinnerId);

    /// <summary>The languages in which the decision is whole: the required two come first.</summary>
    public IReadOnlyList<Language> WholeIn =>
        [.. Language.All.Where(language => Decision.Sections(EligibleIds).All(section => Decision[section].Has(language)))];

    /// <summary>The decision is drawn from this whole record, or null where there is no such competition or nothing is decided.</summary>
    public static async Task<DecisionRecord?> OfAsync(AwardDb db, string competition)
    {
        if (await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Name == competition) is not { } found) return null;
        if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.CompetitionId == found.Id) is not { } decision) return null;
        return new(
            found,
            decision,
            await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == found.Id).OrderBy(m => m.Place).ToListAsync(),
            await db.Entries.AsNoTracking().Include(e => e.Versions).Where(e => e.CompetitionId == found.Id && e.Number != null && e.Status != EntryStatus.Withdrawn)
                .OrderBy(e => e.Number).ToListAsync(),
            await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == found.Id).ToListAsync(),
            await db.LateAttempts.AsNoTracking().Where(a => a.CompetitionId == found.Id).OrderBy(a => a.At).ToListAsync());
    }
}
