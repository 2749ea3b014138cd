using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Public;

/// <summary>A competition as its own public page shows it: the call and its rules, nothing of entries.</summary>
public sealed record CompetitionDetails(
    CompetitionId Id, string Name, Provenance Provenance, Stage Stage, LocalizedText Title, Theme Theme, Authority Authority, Timetable Timetable,
    IReadOnlyList<Criterion> Criteria, TieRule TieRule, LocalizedText Appointment, IReadOnlyList<Milestone> Milestones, JuryMandate Mandate)
{
    // What becomes of the winner is told with the decision, not before it.
    private static readonly MilestoneKind[] ToldAtOnce =
    [
        MilestoneKind.Opened, MilestoneKind.Closed, MilestoneKind.Reopened, MilestoneKind.EntriesOpened, MilestoneKind.ScoringOpened, MilestoneKind.ScoringClosed, MilestoneKind.Cancelled,
    ];

    private static readonly MilestoneKind[] ToldWithTheDecision =
    [
        MilestoneKind.Decided, MilestoneKind.Published, MilestoneKind.Nominated, MilestoneKind.SentToEurope, MilestoneKind.EuropeanResult,
    ];

    /// <summary>What has happened so far, as far as it is public; each kind once, at its latest time.</summary>
    public IReadOnlyList<Milestone> PublicMilestones =>
    [
        .. Milestones.Where(m => ToldAtOnce.Contains(m.Kind) || (Stage.IsPublic && ToldWithTheDecision.Contains(m.Kind)))
            .GroupBy(m => m.Kind).Select(same => same.Last()).OrderBy(m => m.At),
    ];

    public DateTimeOffset? PublishedAt => Milestones.LastOrDefault(m => m.Kind == MilestoneKind.Published)?.At;

    /// <summary>When its published decision was corrected, oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> CorrectedAt { get; private init; } = [];

    /// <summary>The entry that an event in Europe is about, where a correction has made another one the winner.</summary>
    public IReadOnlyDictionary<MilestoneKind, Passage> NomineeOf { get; private init; } = new Dictionary<MilestoneKind, Passage>();

    /// <summary>The competition of that name if the person may see it, at the stage as everybody is told it, with its jury once the names are public.</summary>
    public static async Task<(CompetitionDetails?, IReadOnlyList<JuryMember> Jury)> OfAsync(AwardDb db, string name, Person person, DateTimeOffset now)
    {
        if (await db.CompetitionAsync(name, person) is not { } c) return (null, []);
        var found = new CompetitionDetails(
            c.Id, c.Name, c.Provenance, c.Timetable.StageAsTold(c.Stage, now), c.Title, c.Theme, c.Authority, c.Timetable, c.Criteria, c.TieRule, c.Appointment, c.Milestones, c.Mandate)
        {
            CorrectedAt = !c.Stage.IsPublic ? []
                : await db.Corrections.Where(each => each.CompetitionId == c.Id && each.PublishedAt != null).OrderBy(each => each.Version).Select(each => each.PublishedAt!.Value).ToListAsync(),
        };
        found = found with { NomineeOf = await NomineesAsync(db, found) };
        if (!found.Mandate.NamesArePublic(found.Stage, now)) return (found, []);
        return (found, await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == found.Id).OrderBy(m => m.Place).ToListAsync());
    }

    private static async Task<IReadOnlyDictionary<MilestoneKind, Passage>> NomineesAsync(AwardDb db, CompetitionDetails found)
    {
        if (found.CorrectedAt.Count == 0) return found.NomineeOf;
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.CompetitionId == found.Id && c.PublishedAt != null).OrderBy(c => c.Version).ToListAsync();
        if (corrections.All(c => c.Content.WinnerId == c.Replaces.WinnerId)) return found.NomineeOf;
        var winners = found.PublicMilestones.Where(m => m.Kind.IsEuropean).ToDictionary(m => m.Kind, m => corrections.WinnerAt(m.At, corrections[^1].Content.WinnerId));
        var ids = winners.Values.OfType<EntryId>().ToList();
        var entries = await db.Entries.AsNoTracking().Include(e => e.Versions).Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
        return winners.Where(w => w.Value is { } id && entries.ContainsKey(id)).ToDictionary(w => w.Key, w => entries[w.Value!.Value].TitleIn(Cultures.Current));
    }
}
