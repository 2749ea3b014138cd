using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Questions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Reports;

/// <summary>Counts what a competition's year held, for its staff once the jury has decided. A year put together from public sources has no such record.</summary>
public static class YearReportQuery
{
    /// <summary>Null for whoever may not see it, and before the decision.</summary>
    public static async Task<YearReportMaterial?> YearReportAsync(this AwardDb db, Person person, string name)
    {
        if (await db.Competitions.AsNoTracking().ForStaffAsync(person, name) is not { } competition) return null;
        if (!person.May(Can.ManageCompetition, competition.Matter) || !competition.Stage.HasDecision || competition.Provenance == Provenance.Reconstructed) return null;
        var id = competition.Id;
        var entries = await db.Entries.AsNoTracking().Include(e => e.Versions).Include(e => e.Supplements).AsSplitQuery().Where(e => e.CompetitionId == id).ToListAsync();
        List<Entry> numbered = [.. entries.Where(e => e.Number is not null)];
        var late = await db.LateAttempts.AsNoTracking().Where(a => a.CompetitionId == id).Select(a => a.EntryId).Distinct().ToListAsync();
        var supplements = numbered.SelectMany(e => e.Supplements).ToList();
        return new YearReportMaterial(
            competition, [.. numbered.Where(e => e.Versions.Count > 0).Select(e => e.Versions.Min(v => v.At))],
            numbered.CountBy(e => e.Status).ToDictionary(), numbered.CountBy(e => e.Submitted?.Language ?? e.Language).ToDictionary(),
            Kinds(competition, numbered), entries.Count(e => e.Status == EntryStatus.Draft))
        {
            Late = late.Count(entry => numbered.All(e => e.Id != entry)),
            Admitted = numbered.Count(e => e.Admission is not null),
            Supplements = (supplements.Count, supplements.Count(s => s.HandedInAt is not null)),
            Endorsements = (numbered.Count(e => e.Endorsement is not null), numbered.Count(e => e.Endorsement?.Answer == EndorsementAnswer.Endorsed), numbered.Count(e => e.Endorsement?.Answer == EndorsementAnswer.Declined)),
            Outages = await OutagesAsync(db, competition),
        }.With(await JuryAsync(db, competition), await RestAsync(db, competition));
    }

    /// <summary>The report as PDF, in the language that is asked for.</summary>
    public static async Task<IResult> AnswerAsync(
        string name, string? @in, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PaperPress press, Texts texts, CancellationToken cancel)
    {
        var now = await clock.NowAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.YearReportAsync(await current.GetAsync(), name) is not { } material) return Results.NotFound();
        var language = @in is null ? texts.Language : Language.Of(@in);
        try
        {
            var pdf = await press.DrawAsync(YearReportPaper.Of(material, now, language, texts), now, [], cancel);
            http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = texts.In(language)["report.file", name, language.Code] }.ToString();
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.Bytes(pdf, "application/pdf");
        }
        catch (PaperNotDrawnException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IReadOnlyList<(LocalizedText, int)> Kinds(Competition competition, List<Entry> entries)
    {
        if (competition.Form.Field("organisationType") is not { Options: { } options }) return [];
        var counts = entries.CountBy(e => e.Content["organisationType"]).ToDictionary();
        return [.. options.Select(option => (option.Label, counts.GetValueOrDefault(option.Key))).Where(kind => kind.Item2 > 0)];
    }

    private static async Task<IReadOnlyList<Outage>> OutagesAsync(AwardDb db, Competition competition)
    {
        if (competition.At(MilestoneKind.Opened) is not { } from) return [];
        var to = competition.Timetable.ClosesAt ?? DateTimeOffset.MaxValue.ToUniversalTime();
        return await db.Set<Outage>().AsNoTracking().Where(o => o.From <= to && (o.To == null || o.To >= from)).OrderBy(o => o.From).ToListAsync();
    }

    private static async Task<YearReportMaterial> JuryAsync(AwardDb db, Competition competition)
    {
        var id = competition.Id;
        var jury = await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == id).Select(m => m.PersonId).ToListAsync();
        var changes = await db.JuryChangesAsync(id);
        var members = jury.Concat(changes.Select(c => c.PersonId)).ToHashSet();
        var recused = (await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == id).ToListAsync()).Where(d => d.Interest == Interest.Recused).ToLookup(d => members.Contains(d.PersonId));
        var sheets = (await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == id && s.HandedInAt != null).ToListAsync());
        var due = competition.Timetable.ScoringDue;
        return new(competition, [], new Dictionary<EntryStatus, int>(), new Dictionary<Language, int>(), [], 0)
        {
            Jurors = jury.Count,
            JuryChanges = [.. changes.CountBy(c => c.Kind).Select(c => (c.Key, c.Value)).OrderBy(c => c.Key)],
            Recusals = Grounds(recused[true]),
            OfficialRecusals = Grounds(recused[false]),
            Sheets = (sheets.Count, sheets.Count(s => s.Paper is not null), sheets.Count(s => due is null || (s.Earlier is [var first, ..] ? first.HandedInAt : s.HandedInAt) < due)),
            Meetings = [.. (await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == id).OrderBy(m => m.Number).ToListAsync()).Select(m => (m.Number, m.OpenedAt, m.ClosedAt))],
        };
    }

    private static IReadOnlyList<(RecusalGround, int)> Grounds(IEnumerable<Declaration> declarations) =>
        [.. declarations.CountBy(d => d.Ground ?? RecusalGround.OtherReason).Select(g => (g.Key, g.Value)).OrderBy(g => g.Key)];

    private static async Task<YearReportMaterial> RestAsync(AwardDb db, Competition competition)
    {
        var id = competition.Id;
        var questions = await db.Set<CallQuestion>().Where(q => q.CompetitionId == id).Select(q => new { Published = q.PublishedAt != null, Dismissed = q.DismissedAt != null }).ToListAsync();
        var mails = await db.Set<OutboxMail>().Where(m => m.CompetitionId == id).Select(m => new { Sent = m.SentAt != null, Waits = m.NextAttemptAt != null }).ToListAsync();
        var corrections = await db.Corrections.AsNoTracking().Where(c => c.CompetitionId == id && c.PublishedAt != null).OrderBy(c => c.Version).Select(c => new { c.Version, c.PublishedAt, c.Kind }).ToListAsync();
        return new(competition, [], new Dictionary<EntryStatus, int>(), new Dictionary<Language, int>(), [], 0)
        {
            Questions = (questions.Count, questions.Count(q => q.Published), questions.Count(q => q.Dismissed)),
            Mails = (mails.Count(m => m.Sent), mails.Count(m => !m.Sent && m.Waits), mails.Count(m => !m.Sent && !m.Waits)),
            Versions = competition.Stage.IsPublic && competition.At(MilestoneKind.Published) is { } first
                ? [(1, first, null), .. corrections.Select(c => (c.Version, c.PublishedAt!.Value, (Domain.Decisions.CorrectionKind?)c.Kind))]
                : [],
        };
    }

    private static YearReportMaterial With(this YearReportMaterial entries, YearReportMaterial jury, YearReportMaterial rest) => entries with
    {
        Jurors = jury.Jurors,
        JuryChanges = jury.JuryChanges,
        Recusals = jury.Recusals,
        OfficialRecusals = jury.OfficialRecusals,
        Sheets = jury.Sheets,
        Meetings = jury.Meetings,
        Questions = rest.Questions,
        Mails = rest.Mails,
        Versions = rest.Versions,
    };
}
