using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves what a team has written to supplement its entry: the questions that were asked, and no other.</summary>
public sealed class SaveSupplement(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, AttachFiles attachFiles, RemoveFile removeFile)
{
    /// <param name="arrivedAt">When the whole request was there; null: now.</param>
    /// <returns>Refused: over; an answer to a question that was not asked. Answers that two members changed are named.</returns>
    public async Task<PartResult> RunAsync(EntryId id, Guid requestId, IFormCollection form, DateTimeOffset? arrivedAt)
    {
        var now = arrivedAt ?? await clock.NowAsync();
        var person = await current.GetAsync();
        var command = PartCommand.Parse(form["do"].FirstOrDefault());
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.TeamEntryAsync(person, id, Can.SupplementEntry, tracked: true) is not { } own) return Refused(command, new Dictionary<string, string>(), new("supplements.closed"));
        if (own.Entry.Supplements.FirstOrDefault(s => s.Id == requestId) is not { } request) return Refused(command, new Dictionary<string, string>(), new("supplements.closed"));

        var parts = SupplementView.PartsOf(own, request);
        var typed = parts.SelectMany(part => PostedAnswers.Read(form, part)).ToDictionary();
        if (form.Keys.Select(Answers.FieldOf).Any(field => own.Competition.Form.Field(field) is not null && !request.Fields.Contains(field)))
            return Refused(command, typed, new("supplements.not-asked"));
        var merged = DraftMerge.Merge(request.Draft, typed, AnswerMarks.Parse(form["seen"]));
        var draft = parts.Select(command.Row).FirstOrDefault(row => row is not null) is { } row ? merged.Answers.WithoutRow(row.Field, row.Number) : merged.Answers;
        if (!draft.Equals(request.Draft) || !request.IsOpen(now))
        {
            if (request.Save(draft, now) is { } closed) return Refused(command, typed, closed);
            db.Audit(person.Id, "supplement-saved", now, own.Competition.Id, id, new { answers = merged.Changed });
            if (await db.CommitAsync() is { } lost) return Refused(command, typed, lost);
        }

        return await FilesAsync(id, requestId, command, form, new(command, typed, null, merged.Conflicts, []), parts);
    }

    private async Task<PartResult> FilesAsync(EntryId id, Guid request, PartCommand command, IFormCollection form, PartResult saved, IReadOnlyList<FormPart> parts)
    {
        if (parts.SelectMany(part => part.Fields).FirstOrDefault(f => f.Kind == FieldKind.Files) is not { } field) return saved;
        List<IFormFile> chosen = [.. form.Files.GetFiles(field.Key).Where(f => f.FileName.Length > 0)];
        if (command.Verb == "upload" && chosen.Count == 0) return saved with { Files = [new("entries.no-file-chosen")] };
        var refused = await attachFiles.RunAsync(id, chosen, field.Max, request);
        return saved with { Files = refused, Refusal = command.File is { } file ? await removeFile.RunAsync(id, file, request) : null };
    }

    private static PartResult Refused(PartCommand command, IReadOnlyDictionary<string, string> typed, Refusal why) => new(command, typed, why, [], []);
}
