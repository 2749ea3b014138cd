using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Gives a juror on paper what the juror may read on the screen, and score forms to fill in by hand; in the language of the address.</summary>
internal static class PacketPdf
{
    public const string Packet = "/jury/{name}/packet.pdf";
    public const string FormOfEntry = "/jury/{name}/entries/{id:guid}/score-form.pdf";
    public const string BlankForm = "/jury/{name}/score-form.pdf";

    /// <param name="read">The language in which entries are read where they are translated; each in its own words where there is none.</param>
    public static async Task<IResult> PacketAsync(
        string name, string? read, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, LongPapers papers, Texts texts, CancellationToken cancel)
    {
        var now = await clock.NowAsync(cancel);
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.SeatedAsync(person, name, cancel) is not { } competition || competition.Stage < Stage.Scoring) return Results.NotFound();

        var before = await db.EligibleAsync(competition, cancel);
        var entries = await db.EntriesAsync(competition, person, read, null, cancel);
        var included = entries.Select(e => e.Entry.Id).ToHashSet();
        var others = before.Where(e => !included.Contains(e.Id) && person.May(Can.SeeEntryTitle, e.MatterIn(competition)));
        var material = new PacketMaterial(
            competition, await db.NameAsync(competition, person, cancel) ?? LocalizedText.Empty, entries,
            [.. others.Select(e => new Passage(e.Title, e.Language == texts.Language ? null : e.Language))]);
        var (pdf, making) = await papers.DrawAsync(
            person.Id!.Value, http.Request.Path.Value!.TrimStart('/') + http.Request.QueryString, entries.Count, at => PacketPaper.Of(material, at, texts.Language, texts.In(texts.Language)), now);
        if (pdf is null) return Results.LocalRedirect($"{http.Request.PathBase}/{Links.PaperInTheMaking(making!.Id)}");
        db.Audit(person.Id, "packet-drawn", now, competition.Id, detail: new { entries = entries.Select(e => e.Entry.Number) });
        await db.CommitAsync(cancel);
        return Pdf(http, pdf, texts["documents.packet.file", name]);
    }

    public static async Task<IResult> FormAsync(
        string name, Guid? id, HttpContext http, IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, PaperPress press, Texts texts, CancellationToken cancel)
    {
        var now = await clock.NowAsync(cancel);
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (await db.SeatedAsync(person, name, cancel) is not { } competition) return Results.NotFound();
        var entry = id is { } one ? (await db.EntriesAsync(competition, person, null, new(one), cancel)).SingleOrDefault() : null;
        if (id is not null && entry is null) return Results.NotFound();
        var juror = id is null ? null : await db.NameAsync(competition, person, cancel);
        var pdf = await press.DrawAsync(PacketPaper.FormOf(competition, entry, juror, now, texts.Language, texts), now, [], cancel);
        return Pdf(http, pdf, texts["documents.packet.form-file", name]);
    }

    private static async Task<Competition?> SeatedAsync(this AwardDb db, Person person, string name, CancellationToken cancel) =>
        await db.Competitions.AsNoTracking().VisibleTo(person).FirstOrDefaultAsync(c => c.Name == name, cancel) is { } competition && person.ServesIn(competition.Id) is not null
            ? competition
            : null;

    private static async Task<LocalizedText?> NameAsync(this AwardDb db, Competition competition, Person person, CancellationToken cancel) =>
        (await db.JurorsAsync(competition, cancel)).FirstOrDefault(j => j.Id == person.Id)?.Name;

    /// <summary>What the person reads as a member of that jury: asked of the database and of the permission, entry by entry.</summary>
    private static async Task<IReadOnlyList<PacketEntry>> EntriesAsync(
        this AwardDb db, Competition competition, Person person, string? read, EntryId? only, CancellationToken cancel)
    {
        var readable = db.Entries.AsNoTracking().ReadableBy(person, db.Competitions).Where(e => e.CompetitionId == competition.Id && e.Status == EntryStatus.Eligible);
        if (only is { } id) readable = readable.Where(e => e.Id == id);
        return
        [
            .. from entry in await readable.Include(e => e.Versions).OrderBy(e => e.Number).ToListAsync(cancel)
               where person.May(Can.ReadEntry, entry.MatterIn(competition)) && !person.Teams.ContainsKey(entry.Id)
               let version = entry.Submitted
               where version is not null
               let languages = Reading.Languages(version.Answers, version.Language, entry.Translations)
               select new PacketEntry(entry, version, Reading.Of(version.Answers, version.Language, languages.FirstOrDefault(l => l.Code == read) ?? version.Language, entry.Translations)),
        ];
    }

    private static IResult Pdf(HttpContext http, byte[] pdf, string file)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(pdf, "application/pdf", file);
    }
}
