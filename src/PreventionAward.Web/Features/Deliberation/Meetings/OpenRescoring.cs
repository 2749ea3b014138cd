using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>The chair lets the members score the entry at hand anew, for a reason, and ends that.</summary>
public sealed class OpenRescoring(MeetingStep step)
{
    /// <param name="reason">Null to end it.</param>
    public Task<Refusal?> RunAsync(string name, EntryId entry, string? reason) => reason is null
        ? step.RunAsync(name, Can.OpenRescoring, "meeting-rescoring-closed", hand => hand.WhyNotHandledBy(AgendaItem.Of(entry)) ?? hand.Meeting.CloseRescoring(hand.Now), entry)
        : step.RunAsync(name, Can.OpenRescoring, "meeting-rescoring-opened", hand =>
            hand.WhyNotHandledBy(AgendaItem.Of(entry)) ?? hand.Meeting.OpenRescoringOf(entry, reason, hand.By, hand.Table, hand.Now), entry);
}

/// <summary>A member scores the entry at hand anew: the marks from before the meeting stay on record, the new ones count.</summary>
public sealed class RescoreEntry(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, EntryId entry, IReadOnlyDictionary<string, Mark> marks)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || person.Id is not { } juror) return new("ui.not-found");
        var matter = competition.Matter with { Entry = entry, Status = Domain.Entries.EntryStatus.Eligible };
        if (!person.May(Can.VoteInMeeting, matter) || !person.May(Can.SeeScores, matter)) return new("ui.not-found");

        // The re-scoring is not ended between the asking and the saving.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select id from meetings where competition_id = {competition.Id.Value} for update");
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderByDescending(m => m.Number).FirstOrDefaultAsync();
        if (meeting is null) return new("meeting.none");
        if (meeting.WhyNotRescored(entry, juror, await db.JuryTableAsync(competition)) is { } notNow) return notNow;
        var sheet = await db.ScoreSheets.FindAsync(entry, juror);
        if (sheet is null) db.Add(sheet = new(competition.Id, entry, juror));
        if (sheet.Rescore(competition.Criteria, marks, now) is { } refusal) return refusal;
        db.Audit(juror, "sheet-rescored", now, competition.Id, entry);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}
