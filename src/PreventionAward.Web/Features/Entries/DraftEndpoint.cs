using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Drafts;
using PreventionAward.Web.Features.Entries.Translating;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves a part while it is being written: the page's own form, sent by its script and answered answer by answer (js/drafts.js).</summary>
internal static class DraftEndpoint
{
    public const string Pattern = "/entries/{id:guid}/draft";

    /// <summary>The largest request, in bytes: the most characters of a part, each written as six (%C3%A4), and what stands beside them.</summary>
    public const long LargestRequest = AnswerLimit.Part * 6 + 200_000;

    /// <summary>200 with the fate of each answer; 401 = sign in as that person; 400 = ask for a new token; 409 = cannot be saved, and why.</summary>
    /// <remarks>The token is checked here, after the sign-in: a sign-in that has run out must not look like a forgery.</remarks>
    public static async Task<IResult> SaveAsync(
        Guid id, Guid person, string part, HttpContext http, CurrentPerson current, IAntiforgery antiforgery, IDbContextFactory<AwardDb> dbs, SaveDraft saveDraft, SaveSupplementDraft saveSupplement, Texts texts)
    {
        if (!await DraftAnswer.IsAskingAsync(current, person)) return DraftAnswer.Said("signed-out", StatusCodes.Status401Unauthorized);
        if (await DraftAnswer.FormAsync(http) is not { } form) return DraftAnswer.Refused(new("entries.too-much-at-once"), texts);
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return DraftAnswer.Said("token", StatusCodes.Status400BadRequest);
        if (await PartAsync(dbs, new(id), part) is not { } found) return DraftAnswer.Refused(new("entries.not-found"), texts);

        if (PostedAnswers.Check(form, found.Part) is { } tooMuch) return DraftAnswer.Refused(tooMuch, texts);
        var typed = PostedAnswers.Read(form, found.Part);
        var change = new DraftChange(typed, AnswerMarks.Parse(form["seen"]), AnswerMarks.Parse(form["sent"]), SavePart.LanguageIn(form), IsAutomatic: true);
        var saved = found.Supplement is { } request ? await saveSupplement.RunAsync(new(id), request, change, http.ArrivedAt()) : await saveDraft.RunAsync(new(id), change);
        return saved.Refusal is { } refusal ? DraftAnswer.Refused(refusal, texts) : Results.Json(DraftAnswer.Fate(saved, typed, texts));
    }

    // Only the form's shape is read here; whether the person may is the use case's question.
    private static async Task<(FormPart Part, Guid? Supplement)?> PartAsync(IDbContextFactory<AwardDb> dbs, EntryId id, string part)
    {
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Entries.AsNoTracking().Include(e => e.Supplements).FirstOrDefaultAsync(e => e.Id == id) is not { } entry) return null;
        var form = (await db.Competitions.AsNoTracking().FirstAsync(c => c.Id == entry.CompetitionId)).Form;
        if (entry.Supplements.FirstOrDefault(s => part == $"supplement.{s.Id}") is { } request) return (SupplementView.PartOf(form, request), request.Id);
        return (form.Part(part) ?? TranslationPart.Of(form, entry, part)) is { } found ? (found, null) : null;
    }
}
