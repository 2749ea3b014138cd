using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Reads from the record what a move of a competition depends on.</summary>
public static class RecordStanding
{
    public static async Task<Standing> StandingAsync(this AwardDb db, Competition competition, CancellationToken cancel = default)
    {
        var entries = await db.Entries.Where(e => e.CompetitionId == competition.Id).Select(e => new { e.Id, e.Status }).ToListAsync(cancel);
        var jury = await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == competition.Id).ToListAsync(cancel);
        var decision = await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.CompetitionId == competition.Id, cancel);
        var eligible = entries.Where(e => e.Status == EntryStatus.Eligible).Select(e => e.Id).ToList();
        var (handedIn, missing) = await db.SheetsAsync(competition, [.. jury.Select(m => m.PersonId)], eligible, cancel);

        return new(
            Eligible: eligible.Count,
            Unscreened: entries.Count(e => e.Status == EntryStatus.Submitted),
            Jurors: jury.Count,
            HasChair: jury.Any(m => m.Role == SeatRole.Chair),
            SheetsHandedIn: handedIn,
            SheetsMissing: missing,
            DecisionRecorded: decision?.IsRecorded == true,
            DecisionApproved: decision?.IsApproved == true,
            TextsMissing: decision?.Missing(DecisionScope.Of(competition, eligible)).Count ?? 0,
            FactsMissing: BothLanguages.Missing(competition, jury).FirstOrDefault(),
            SupplementsUntil: await db.Entries.Where(e => e.CompetitionId == competition.Id && e.Status != EntryStatus.Withdrawn).SelectMany(e => e.Supplements)
                .Where(s => s.Version == null && s.WithdrawnAt == null).MaxAsync(s => (DateTimeOffset?)s.Until, cancel))
        {
            LanguagesUnread = decision?.Unchecked(DecisionScope.Of(competition, eligible)) ?? [],
        };
    }

    /// <summary>Whether the jury has approved its decision.</summary>
    public static Task<bool> IsApprovedAsync(this AwardDb db, Competition competition, CancellationToken cancel = default) =>
        db.Decisions.AnyAsync(d => d.CompetitionId == competition.Id && d.ApprovedAt != null, cancel);

    /// <summary>Handed-in sheets that count, entry by entry: those of members who are not recused from it, and of members who left and whose sheets stay.</summary>
    public static async Task<List<ScoreSheet>> CountingSheetsAsync(this AwardDb db, Competition competition, CancellationToken cancel = default)
    {
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == competition.Id && s.HandedInAt != null).ToListAsync(cancel);
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync(cancel);
        var clear = declarations.Where(d => d.Interest == Interest.Clear).Select(d => (d.EntryId, d.PersonId)).ToHashSet();
        var members = (await db.JuryMembers.Where(m => m.CompetitionId == competition.Id).Select(m => m.PersonId).ToListAsync(cancel)).ToHashSet();
        var scorers = Membership.StayedOn(await db.JuryChangesAsync(competition.Id), members).Select(j => j.Id).Union(members).ToHashSet();
        return [.. sheets.Where(s => clear.Contains((s.EntryId, s.JurorId)) && scorers.Contains(s.JurorId))];
    }

    /// <summary>The sheets of one entry that have been handed in, by member; whether they count is for the table to say.</summary>
    public static async Task<IReadOnlyDictionary<Domain.PersonId, ScoreSheet>> SheetsInHandAsync(this AwardDb db, Domain.EntryId entry, CancellationToken cancel = default) =>
        await db.ScoreSheets.AsNoTracking().Where(s => s.EntryId == entry && s.HandedInAt != null).ToDictionaryAsync(s => s.JurorId, cancel);

    private static async Task<(int HandedIn, int Missing)> SheetsAsync(
        this AwardDb db, Competition competition, IReadOnlyList<Domain.PersonId> jurors, IReadOnlyList<Domain.EntryId> eligible, CancellationToken cancel)
    {
        var declarations = await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync(cancel);
        var recused = declarations.Where(d => d.Interest == Interest.Recused).Select(d => (d.EntryId, d.PersonId)).ToHashSet();
        var sheets = (await db.CountingSheetsAsync(competition, cancel)).Where(s => jurors.Contains(s.JurorId)).ToList();
        var handedIn = sheets.Select(s => (s.EntryId, s.JurorId)).ToHashSet();
        var expected = eligible.SelectMany(entry => jurors.Select(juror => (entry, juror))).Where(pair => !recused.Contains(pair)).ToList();
        return (handedIn.Count, expected.Count(pair => !handedIn.Contains(pair)));
    }
}
