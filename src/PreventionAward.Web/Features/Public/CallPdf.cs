using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Mail;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Public;

/// <summary>Gives everybody the call for entries as PDF, in the language of the address, while entries are taken.</summary>
internal static class CallPdf
{
    public static async Task<IResult> AnswerAsync(
        string name, HttpContext http, IDbContextFactory<AwardDb> dbs, AwardClock clock, Outbox outbox, PressOnce press, IssuedPdf issued, Texts texts)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        var competition = await db.Competitions.AsNoTracking().VisibleTo(Person.Anyone).FirstOrDefaultAsync(c => c.Name == name);
        if (competition is null || competition.Timetable.StageAsTold(competition.Stage, now) != Stage.Open) return Results.NotFound();
        IReadOnlyList<JuryMember> jury = competition.Mandate.NamesArePublic(Stage.Open, now)
            ? await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Place).ToListAsync() : [];
        var paper = CallPaper.Of(competition, [.. jury.Where(m => !m.Name.IsEmpty())], outbox.Address(texts.Language, Links.Competition(name)), texts.Language, texts);
        if (await press.DrawAsync(paper, competition.At(MilestoneKind.Opened) ?? now) is not { } pdf) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = texts["call.file", name, texts.Language.Code] }.ToString();
        http.Response.Headers.CacheControl = "no-cache"; // The deadline may be moved on.
        return Results.Bytes(await issued.SealAsync(pdf, IssuedKind.Call, name, now), "application/pdf");
    }
}
