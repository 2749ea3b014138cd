using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Screening;

/// <summary>Enters a time at which the portal did not work into the register; nothing in it is changed afterwards.</summary>
public sealed class RecordOutage(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="to">Null while it lasts.</param>
    /// <returns>Refused: not said what failed; an end before the beginning; a beginning still to come.</returns>
    public async Task<Refusal?> RunAsync(DateTimeOffset from, DateTimeOffset? to, string what)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        if (!person.May(Can.KeepOutages) || person.Id is not { } by) return new("ui.not-found");
        if (what.Length == 0) return new("late.outage-what-missing");
        if (to < from || from > now) return new("late.outage-order");
        if (TextLimit.Check(what) is { } tooLong) return tooLong;

        await using var db = await dbs.CreateDbContextAsync();
        db.Add(new Outage(Guid.CreateVersion7(now), from, to, Answers.Clean(what), by, now));
        db.Audit(by, "outage-recorded", now, detail: new { from, to, what });
        return await db.CommitAsync();
    }
}
