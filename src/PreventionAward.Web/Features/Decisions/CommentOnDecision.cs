using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Remarks on sections of the draft, among those who write it.</summary>
public sealed class CommentOnDecision(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: no such section for this person; no text, or one that is too long.</returns>
    public async Task<Refusal?> RunAsync(string competition, string section, string? text)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition) is not { } material || person.Id is not { } by) return new("ui.not-found");
        if (!person.May(Can.WriteDecision, material.Competition.Matter) || !material.Sections.Contains(section) || material.IsWithheld(section, person)) return new("ui.not-found");

        var (comment, refusal) = DecisionComment.Of(Guid.CreateVersion7(), material.Competition.Id, section, text, by, now);
        if (comment is null) return refusal;
        db.Add(comment);
        db.Audit(by, "decision-commented", now, material.Competition.Id, null, new { section });
        return await db.CommitAsync();
    }

    /// <summary>Marks a remark as settled; it stays on record.</summary>
    public async Task<Refusal?> SettleAsync(string competition, Guid id)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.DecisionMaterialAsync(competition) is not { } material || !person.May(Can.WriteDecision, material.Competition.Matter)) return new("ui.not-found");
        var comment = await db.Set<DecisionComment>().FirstOrDefaultAsync(c => c.Id == id && c.CompetitionId == material.Competition.Id);
        if (comment is null || material.IsWithheld(comment.Section, person)) return new("ui.not-found");

        comment.Settle(now);
        db.Audit(person.Id, "decision-comment-settled", now, material.Competition.Id, null, new { comment.Section });
        return await db.CommitAsync();
    }
}
