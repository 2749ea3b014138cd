using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Deliberation.Meetings;

/// <summary>Reads what the minutes of a meeting are drawn from, as one person may see it, and gives them as PDF.</summary>
internal static class MinutesQuery
{
    /// <summary>Null where there is no such meeting, or the person does not belong at its table.</summary>
    public static async Task<MinutesMaterial?> MinutesAsync(this AwardDb db, string name, int? number, Person person)
    {
        if (await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == name) is not { } competition) return null;
        if (await db.MeetingViewAsync(competition, person, number) is not { } view) return null;
        var table = await db.ScoreTableAsync(competition, person);
        var seen = table.Entries.Select(e => e.Entry.Id).ToHashSet();
        var sheets = (await db.CountingSheetsAsync(competition)).Where(sheet => seen.Contains(sheet.EntryId));
        return new(
            competition, view.Meeting, view.Table, view.Names,
            view.Entries.ToDictionary(e => e.Id, e => new Passage($"{e.Number}. {e.Title}", e.Language)),
            view.Meeting.Agenda.Where(item => !view.Sees(item)).ToHashSet(), table.Ranking, [.. sheets])
        {
            MinutedRecusals = await db.MinutedRecusalsAsync(competition, await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).ToListAsync()),
            Later = await db.LaterChangesAsync(view.Meeting),
        };
    }

    private static async Task<IReadOnlyList<LaterChange>> LaterChangesAsync(this AwardDb db, Meeting meeting)
    {
        if (meeting is not { Outcomes: [.., { At: var recorded }], ClosedAt: { } closed }) return [];
        var anew = await db.Decisions.Where(d => d.CompetitionId == meeting.CompetitionId && d.RecordedAt > closed).Select(d => d.RecordedAt!.Value).ToListAsync();
        var corrected = await db.Corrections.Where(c => c.CompetitionId == meeting.CompetitionId && c.PublishedAt > recorded).Select(c => c.PublishedAt!.Value).ToListAsync();
        return [.. anew.Select(at => new LaterChange(at, false)).Concat(corrected.Select(at => new LaterChange(at, true))).OrderBy(change => change.At)];
    }

    /// <summary>The minutes as PDF; they say on every page that they are not public.</summary>
    public static async Task<IResult> AnswerAsync(
        string name, int? number, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, PaperPress press, Texts texts, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.MinutesAsync(name, number, await current.GetAsync()) is not { } material) return Results.NotFound();
        var language = @in is null ? texts.Language : Language.Of(@in);
        try
        {
            var pdf = await press.DrawAsync(MinutesPaper.Of(material, language, texts), material.Meeting.ClosedAt ?? material.Meeting.Turns[^1].From, [], cancel);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(pdf, "application/pdf", $"{name}-minutes-{material.Meeting.Number}-{language}.pdf");
        }
        catch (PaperNotDrawnException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
