using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Takes an entry back for good.</summary>
public sealed class WithdrawEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: not found, entries opened already.</returns>
    public async Task<Refusal?> RunAsync(EntryId id)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.WithdrawEntry, tracked: true) is not { } own) return new("entries.not-found");
        if (own.Entry.Withdraw(own.Competition) is { } refusal) return refusal;
        db.Audit(person.Id, "entry-withdrawn", now, own.Competition.Id, id);
        return await db.CommitAsync();
    }
}
