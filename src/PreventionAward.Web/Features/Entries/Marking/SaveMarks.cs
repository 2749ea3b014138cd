using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries.Marking;

/// <summary>Saves a team's marks on the answers and files of its draft. They count once they are submitted.</summary>
public sealed class SaveMarks(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, SaveDraft saveDraft)
{
    /// <param name="seen">What the form showed: a mark that somebody else changed meanwhile is not overwritten.</param>
    /// <returns>Refused: not found, or changed by somebody else meanwhile; what did not collide is saved.</returns>
    public async Task<Refusal?> RunAsync(EntryId id, IReadOnlyList<MarkRow> rows, IFormCollection form, AnswerMarks seen)
    {
        var answers = rows.Where(row => !row.IsFile).ToDictionary(row => Secrecy.KeyOf(row.On), row => row.SecretIn(form)?.Code ?? "");
        var saved = await saveDraft.RunAsync(id, new(answers, seen));
        if (saved.Refusal is { } refusal) return refusal;
        if (await MarkFilesAsync(id, [.. rows.Where(row => row.IsFile)], form) is { } lost) return lost;
        return saved.Conflicts.Count > 0 ? new("ui.saved-by-someone-else") : null;
    }

    private async Task<Refusal?> MarkFilesAsync(EntryId id, IReadOnlyList<MarkRow> rows, IFormCollection form)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.EditEntry) is not { } own) return new("entries.not-found");
        foreach (var file in await db.Attachments.AsTracking().Where(a => a.EntryId == id && a.RemovedAt == null && a.Supplement == null).ToListAsync())
            if (rows.FirstOrDefault(row => row.On == file.Id.Value.ToString()) is { } row && (row.SecretIn(form), row.NotJudgedIn(form)) is var (secret, notJudged) && (secret, notJudged) != (file.Secret, file.NotJudged))
            {
                (file.Secret, file.NotJudged) = (secret, notJudged);
                db.Audit(person.Id, "file-marked", now, own.Competition.Id, id, new { file.Name, secret, notJudged });
            }

        return await db.CommitAsync();
    }
}
