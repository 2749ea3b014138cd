using Microsoft.AspNetCore.Antiforgery;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Drafts;

/// <summary>What a page that saves itself while one types (js/drafts.js) is answered; the same for every such page.</summary>
internal static class DraftAnswer
{
    /// <summary>A new anti-forgery token for a page whose own has grown old; 401 while nobody, or somebody else, is signed in.</summary>
    public static async Task<IResult> TokenAsync(Guid person, HttpContext http, CurrentPerson current, IAntiforgery antiforgery) =>
        await IsAskingAsync(current, person)
            ? Results.Json(new { token = antiforgery.GetAndStoreTokens(http).RequestToken })
            : Said("signed-out", StatusCodes.Status401Unauthorized);

    /// <summary>The fate of each answer that was sent.</summary>
    /// <param name="version">The new version of the whole, for a page that knew the one before; null otherwise.</param>
    public static object Fate(SavedDraft saved, IReadOnlyDictionary<string, string> typed, Texts texts, uint? version = null)
    {
        var (draft, _, conflicts, moved) = saved.Merged;
        var placed = typed.Select(a => (Key: Placed(a.Key, moved), Text: a.Value)).ToList();
        return new
        {
            message = texts["entries.draft.saved", HelsinkiTime.TimeInput(saved.At)],
            saved = placed.Where(a => draft[a.Key] == a.Text).ToDictionary(a => a.Key, a => AnswerMarks.Mark(a.Text)),
            conflicts = conflicts.ToDictionary(key => key, key => new { text = draft[key], mark = AnswerMarks.Mark(draft[key]) }),
            moved,
            version,
        };
    }

    private static string Placed(string key, IReadOnlyDictionary<string, string> moved) =>
        moved.FirstOrDefault(row => key.StartsWith(row.Key + ".", StringComparison.Ordinal)) is { Key: { } from, Value: var to } ? to + key[from.Length..] : key;

    /// <summary>Whether whoever asks is the person for whom the page was drawn.</summary>
    public static async Task<bool> IsAskingAsync(CurrentPerson current, Guid person) =>
        await current.AccountAsync() is { } account && account.Id.Value == person;

    /// <summary>Null where the request is larger than it may be.</summary>
    public static async Task<IFormCollection?> FormAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : FormCollection.Empty;
        }
        catch (Exception e) when (e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException)
        {
            return null;
        }
    }

    public static IResult Refused(Refusal refusal, Texts texts) =>
        Results.Json(new { state = "refused", message = texts[refusal] }, statusCode: StatusCodes.Status409Conflict);

    public static IResult Said(string state, int status) => Results.Json(new { state }, statusCode: status);
}
