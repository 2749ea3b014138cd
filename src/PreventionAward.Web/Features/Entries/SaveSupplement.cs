using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Drafts;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves the posted page of a supplement: the answers that were asked for and no other, its files, and what the pressed button asks for.</summary>
public sealed class SaveSupplement(SaveSupplementDraft saveDraft, AttachFiles attachFiles, RemoveFile removeFile)
{
    /// <param name="arrivedAt">When the whole request was there; null: now.</param>
    /// <returns>Refused: over; an answer to a question that was not asked, or one that is too long. Answers that two members changed are named.</returns>
    public async Task<PartResult> RunAsync(SupplementView view, IFormCollection form, DateTimeOffset? arrivedAt)
    {
        var (entry, request, part) = (view.Own.Entry.Id, view.Request, view.Part);
        var command = PartCommand.Parse(form["do"].FirstOrDefault());
        var typed = PostedAnswers.Read(form, part);
        if (PostedAnswers.Check(form, part) is { } tooMuch) return new(command, typed, tooMuch, [], []);
        if (form.Keys.Select(Answers.FieldOf).Any(field => view.Own.Competition.Form.Field(field) is not null && !request.Fields.Contains(field)))
            return new(command, typed, new("supplements.not-asked"), [], []);

        var saved = await saveDraft.RunAsync(entry, request.Id, new(typed, AnswerMarks.Parse(form["seen"]), AnswerMarks.Parse(form["sent"]), RemovedRow: command.Row(part)), arrivedAt);
        var result = new PartResult(command, typed, saved.Refusal, saved.Conflicts, []) { TooLong = saved.TooLong };
        return saved is { Refusal: not null, TooLong.Count: 0 } ? result : await FilesAsync(entry, request.Id, form, result, part);
    }

    private async Task<PartResult> FilesAsync(EntryId id, Guid request, IFormCollection form, PartResult saved, FormPart part)
    {
        if (part.Fields.FirstOrDefault(f => f.Kind == FieldKind.Files) is not { } field) return saved;
        List<IFormFile> chosen = [.. form.Files.GetFiles(field.Key).Where(f => f.FileName.Length > 0)];
        if (saved.Do.Verb == "upload" && chosen.Count == 0) return saved with { Files = [new("entries.no-file-chosen")] };
        var refused = await attachFiles.RunAsync(id, chosen, field.Max, request);
        var notRemoved = saved.Do.File is { } file ? await removeFile.RunAsync(id, file, request) : null;
        return saved with { Files = refused, Refusal = saved.Refusal ?? notRemoved };
    }
}
