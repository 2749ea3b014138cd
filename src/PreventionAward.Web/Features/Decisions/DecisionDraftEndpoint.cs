using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;
using PreventionAward.Web.Drafts;
using PreventionAward.Web.Features.Decisions.Correcting;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>Saves the decision while it is being written: the page's own form, sent by its script and answered text by text (js/drafts.js).</summary>
internal static class DecisionDraftEndpoint
{
    public const string Pattern = "/staff/{name}/decision/draft";

    /// <summary>The same for a correction of a published decision.</summary>
    public const string CorrectionPattern = "/staff/{name}/decision/correction/draft";

    /// <summary>The largest request, in bytes: every text of sixty entries in three languages.</summary>
    public const long LargestRequest = 20_000_000;

    /// <summary>200 with the fate of each text; 401 = sign in as that person; 400 = ask for a new token; 409 = cannot be saved, and why.</summary>
    public static async Task<IResult> SaveAsync(
        string name, Guid person, HttpContext http, CurrentPerson current, IAntiforgery antiforgery, IDbContextFactory<AwardDb> dbs, SaveDecisionTexts saveTexts, Texts texts) =>
        await AnswerAsync(person, http, current, antiforgery, texts, change => saveTexts.RunAsync(name, change), () => VersionAsync(dbs, name));

    /// <inheritdoc cref="SaveAsync"/>
    public static async Task<IResult> SaveCorrectionAsync(
        string name, Guid person, HttpContext http, CurrentPerson current, IAntiforgery antiforgery, IDbContextFactory<AwardDb> dbs, ReviseCorrection revise, Texts texts) =>
        await AnswerAsync(person, http, current, antiforgery, texts, change => revise.SaveAsync(name, change), async () =>
        {
            await using var db = await dbs.CreateDbContextAsync();
            return (await db.DecisionInForceAsync(name))?.RowVersion ?? 0;
        });

    private static async Task<IResult> AnswerAsync(
        Guid person, HttpContext http, CurrentPerson current, IAntiforgery antiforgery, Texts texts, Func<DraftChange, Task<SavedDraft>> save, Func<Task<uint>> versionNow)
    {
        if (!await DraftAnswer.IsAskingAsync(current, person)) return DraftAnswer.Said("signed-out", StatusCodes.Status401Unauthorized);
        if (await DraftAnswer.FormAsync(http) is not { } form) return DraftAnswer.Refused(new("entries.too-much-at-once"), texts);
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http)) return DraftAnswer.Said("token", StatusCodes.Status400BadRequest);

        var before = await versionNow();
        var typed = DecisionFields.Read(form);
        var saved = await save(new(typed, AnswerMarks.Parse(form["seen"]), AnswerMarks.Parse(form["sent"]), IsAutomatic: true));
        if (saved.Refusal is { } refusal) return DraftAnswer.Refused(refusal, texts);

        // Only a page that had the whole as it stood may approve it as it stands now.
        uint? version = form["version"] == $"{before}" ? await versionNow() : null;
        return Results.Json(DraftAnswer.Fate(saved, typed, texts, version));
    }

    private static async Task<uint> VersionAsync(IDbContextFactory<AwardDb> dbs, string name)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await db.Decisions.Where(d => db.Competitions.Any(c => c.Id == d.CompetitionId && c.Name == name)).Select(d => EF.Property<uint>(d, "Version")).FirstOrDefaultAsync();
    }
}
