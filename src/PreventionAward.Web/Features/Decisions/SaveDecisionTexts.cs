using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Drafts;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Saves what was written of the decision, finished or not; what another writer changed meanwhile stays.</summary>
public sealed class SaveDecisionTexts(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: a section that is not there for this person, approved already, or too long; nothing is saved then. Texts that two writers changed are named, and the other's stays.</returns>
    public async Task<SavedDraft> RunAsync(string competition, DraftChange change)
    {
        var now = await clock.NowAsync();
        return await SavedDraft.UntilNobodyElseSavesAsync(() => TryAsync(competition, change, now));
    }

    private async Task<SavedDraft> TryAsync(string competition, DraftChange change, DateTimeOffset now)
    {
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition, forChange: true) is not { } material || person.Id is not { } by) return SavedDraft.Refused(new("ui.not-found"));
        if (!person.May(Can.WriteDecision, material.Competition.Matter)) return SavedDraft.Refused(new("ui.not-found"));

        if (change.Answers.Keys.Any(field => !MayWrite(field, material, person))) return SavedDraft.Refused(new("ui.not-found"));

        var (before, decision) = (material.Decision.Texts, material.Decision);
        var merged = DraftMerge.Merge(DecisionFields.Saved(decision), change.Answers, change.Seen, change.Sent);
        if (merged.Changed.Count == 0) return new(decision.IsApproved ? new("decisions.already-approved") : null, merged, now);
        if (decision.Write([.. merged.Changed.Select(field => DecisionFields.Written(field, merged.Answers[field]))]) is { } refusal) return SavedDraft.Refused(refusal);

        await KeepAsync(db, decision, by, now);
        if (!change.IsAutomatic) db.Audit(by, "decision-texts-saved", now, material.Competition.Id, null, new { sections = Changed(before, decision) });
        return new(await db.CommitAsync(), merged, now);
    }

    private static bool MayWrite(string field, DecisionMaterial material, Person person) =>
        DecisionFields.Of(field) is var (section, _) && material.Sections.Contains(section) && !material.IsWithheld(section, person);

    private static List<string> Changed(IReadOnlyDictionary<string, LocalizedText> before, Decision decision) =>
        [.. decision.Texts.Where(t => before.GetValueOrDefault(t.Key) != t.Value).Select(t => t.Key).Concat(before.Keys.Except(decision.Texts.Keys)).Order(StringComparer.Ordinal)];

    private static async Task KeepAsync(AwardDb db, Decision decision, PersonId by, DateTimeOffset now)
    {
        var last = await db.Set<DecisionVersion>().AsNoTracking().Where(v => v.CompetitionId == decision.CompetitionId).OrderByDescending(v => v.Number).FirstOrDefaultAsync();
        var next = DecisionVersion.Next(last, decision, by, now);
        db.Entry(next).State = next.Number == last?.Number ? EntityState.Modified : EntityState.Added;
    }
}
