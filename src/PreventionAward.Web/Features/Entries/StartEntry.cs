using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Starts an empty draft in an open call; its starter is its owner.</summary>
public sealed class StartEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="language">The language the entry will be written in, to begin with.</param>
    /// <returns>The new entry, or why there is none: no such call, not open.</returns>
    public async Task<(EntryId? Id, Refusal? Refusal)> RunAsync(string competitionName, Language language)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == competitionName);
        if (competition is null || person.Id is not { } owner) return (null, new("entries.no-such-call"));
        if (!person.May(Can.StartEntry, competition.Matter) || !competition.AcceptsEntries(now)) return (null, new("entries.call-not-open"));

        var entry = new Entry(new(Guid.CreateVersion7(now)), competition.Id, language, owner, now);
        db.Add(entry);
        db.Audit(owner, "entry-started", now, competition.Id, entry.Id);
        return (entry.Id, await db.CommitAsync());
    }
}
