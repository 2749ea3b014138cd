using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Takes one step in the meeting that is under way. Whoever comes second waits for the first, so that no vote and no word is lost.</summary>
public sealed class MeetingStep(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <param name="action">For the audit trail.</param>
    /// <param name="step">What is done; a refusal leaves everything as it was.</param>
    /// <param name="entry">The entry that the step is about, for the audit trail.</param>
    public async Task<Refusal?> RunAsync(string name, Can can, string action, Func<MeetingAtHand, Refusal?> step, EntryId? entry = null)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || person.Id is not { } by || !person.May(can, competition.Matter)) return new("ui.not-found");

        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select id from meetings where competition_id = {competition.Id.Value} for update");
        if (await db.Meetings.Where(m => m.CompetitionId == competition.Id).OrderByDescending(m => m.Number).FirstOrDefaultAsync() is not { } meeting) return new("meeting.none");
        var hand = new MeetingAtHand(db, competition, meeting, await db.JuryTableAsync(competition), person, by, now);
        if (step(hand) is { } refusal) return refusal;
        db.Audit(by, action, now, competition.Id, entry ?? hand.About, hand.Detail);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}

/// <summary>What a step is taken with.</summary>
public sealed record MeetingAtHand(AwardDb Db, Competition Competition, Meeting Meeting, JuryTable Table, Person Person, PersonId By, DateTimeOffset Now)
{
    /// <summary>The entry that the step turned out to be about, for the audit trail.</summary>
    public EntryId? About { get; private set; }

    /// <summary>What was done, for the audit trail.</summary>
    public object? Detail { get; private set; }

    /// <summary>Keeps for the audit trail what was done under an item.</summary>
    public Refusal? Done(AgendaItem item, object detail)
    {
        (About, Detail) = (item.Entry, detail);
        return null;
    }

    /// <summary>Why this person may not handle an item: it is as if it were not there for one who stays out of it.</summary>
    public Refusal? WhyOut(AgendaItem item) =>
        Table.WhyOut(item, By) is null && Person.Sees(item, Meeting.Entries, Competition) ? null : new("meeting.you-are-out");

    /// <summary>Why this person does not lead the item at hand: stays out of it while another could, is a member who is not there, or looks at an item that the meeting has left.</summary>
    /// <param name="seen">How many items had been taken up when the form was opened; null where that is not asked.</param>
    public Refusal? WhyNotLed(int? seen = null) =>
        Meeting.WhyStale(seen) ?? Meeting.WhyNotLedBy(By, WhyOut(Meeting.Current) is not null, Table);

    /// <summary>Why this person writes nothing for the jury under an item: stays out of it, or is a member who is not there. Who has gone out for another item may still save what was written under this one.</summary>
    /// <param name="seen">As for <see cref="WhyNotLed"/>.</param>
    public Refusal? WhyNotHandledBy(AgendaItem item, int? seen = null) =>
        WhyOut(item) ?? Meeting.WhyStale(seen) ?? (WhyOut(Meeting.Current) is null ? Meeting.WhyNotLedBy(By, false, Table) : null);
}
