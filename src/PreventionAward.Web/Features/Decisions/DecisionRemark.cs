using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>A remark on a section of the draft, as those who write it read it.</summary>
/// <param name="By">The name of the account.</param>
public sealed record DecisionRemark(Guid Id, string Section, string Text, LocalizedText By, DateTimeOffset At, DateTimeOffset? SettledAt);

/// <summary>Reads the remarks on a draft, oldest first.</summary>
public static class DecisionRemarks
{
    public static async Task<IReadOnlyList<DecisionRemark>> RemarksAsync(this AwardDb db, CompetitionId competition)
    {
        var remarks = await (
            from comment in db.Set<DecisionComment>().AsNoTracking()
            where comment.CompetitionId == competition
            join account in db.Accounts on comment.By equals account.Id
            orderby comment.At, comment.Id
            select new { comment, account.Name }).ToListAsync();
        return [.. remarks.Select(r => new DecisionRemark(r.comment.Id, r.comment.Section, r.comment.Text, r.Name, r.comment.At, r.comment.SettledAt))];
    }

    /// <summary>The open ones by section.</summary>
    public static ILookup<string, DecisionRemark> Open(this IEnumerable<DecisionRemark> remarks) => remarks.Where(r => r.SettledAt is null).ToLookup(r => r.Section);
}
