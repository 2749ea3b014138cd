using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Public;

/// <summary>A competition as the public lists show it; the winner is there only once the decision is public.</summary>
public sealed record Call(
    CompetitionId Id, string Name, LocalizedText Title, Theme Theme, Stage Stage, Provenance Provenance,
    Timetable Timetable, IReadOnlyList<Milestone> Milestones, WinningEntry? Winner = null)
{
    public DateTimeOffset? At(MilestoneKind kind) => Milestones.LastOrDefault(m => m.Kind == kind)?.At;
}

/// <summary>What is shown of a winner: title and organisation, in the reader's language where a translation stands beside them.</summary>
/// <param name="Answers">Of the submitted version; nothing else of them is shown.</param>
/// <param name="Language">The language of the entry.</param>
/// <param name="Translations">By staff.</param>
public sealed record WinningEntry(Answers Answers, Language Language, IReadOnlyList<StaffTranslation> Translations)
{
    public Reading In(Language language) => Reading.Of(Answers, Language, language, Translations);
}

/// <summary>Reads the public lists: two queries, however many competitions there are.</summary>
public static class Calls
{
    /// <summary>Every announced competition, the latest first, each at the stage as everybody is told it.</summary>
    public static async Task<List<Call>> CallsAsync(this AwardDb db, DateTimeOffset now)
    {
        var calls = (await db.Competitions.VisibleTo(Person.Anyone).ReadAllAsync())
            .Select(c => new Call(c.Id, c.Name, c.Title, c.Theme, c.Timetable.StageAsTold(c.Stage, now), c.Provenance, c.Timetable, c.Milestones)).ToList();
        var winners = calls.Exists(c => c.Stage.IsPublic) ? await db.WinnersAsync() : [];
        return [.. calls.Select(c => c with { Winner = winners.GetValueOrDefault(c.Id) }).OrderByDescending(Latest)];
    }

    private static async Task<Dictionary<CompetitionId, WinningEntry>> WinnersAsync(this AwardDb db)
    {
        Stage[] isPublic = [Stage.Published, Stage.Archived];
        var rows = await (
            from decision in db.Decisions
            join competition in db.Competitions on decision.CompetitionId equals competition.Id
            join entry in db.Entries on decision.WinnerId equals entry.Id
            where isPublic.Contains(competition.Stage)
            select new
            {
                competition.Id,
                entry.Language,
                entry.Translations,
                Answers = entry.Versions.OrderByDescending(v => v.Version).Select(v => v.Answers).FirstOrDefault() ?? entry.Draft,
            }).AsNoTracking().ToListAsync();
        return rows.ToDictionary(r => r.Id, r => new WinningEntry(r.Answers, r.Language, r.Translations));
    }

    // Real and reconstructed competitions stand before invented ones of the same time.
    private static (DateTimeOffset, bool) Latest(Call call) =>
        (call.At(MilestoneKind.Published) ?? call.Timetable.ClosesAt ?? DateTimeOffset.MinValue, call.Provenance != Provenance.Example);
}
