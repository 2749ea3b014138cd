using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Drafts;

namespace PreventionAward.Web.Features.Entries;

/// <summary>Saves one posted part: its answers, its files, and what the pressed button asks for beside.</summary>
public sealed class SavePart(SaveDraft saveDraft, AttachFiles attachFiles, RemoveFile removeFile)
{
    public async Task<PartResult> RunAsync(EntryId id, FormPart part, IFormCollection form)
    {
        var command = PartCommand.Parse(form["do"].FirstOrDefault());
        var typed = PostedAnswers.Read(form, part);
        if (PostedAnswers.Check(form, part) is { } tooMuch) return new(command, typed, tooMuch, [], []);
        var saved = await saveDraft.RunAsync(id, new(typed, AnswerMarks.Parse(form["seen"]), AnswerMarks.Parse(form["sent"]), LanguageIn(form), command.Row(part)));
        if (saved is { Refusal: not null, TooLong.Count: 0 }) return new(command, typed, saved.Refusal, [], []);

        var field = part.Fields.FirstOrDefault(f => f.Kind == FieldKind.Files);
        List<IFormFile> chosen = field is null ? [] : [.. form.Files.GetFiles(field.Key).Where(f => f.FileName.Length > 0)];
        if (command.Verb == "upload" && chosen.Count == 0) return new(command, typed, saved.Refusal, saved.Conflicts, [new("entries.no-file-chosen")]) { TooLong = saved.TooLong };
        var refused = field is null ? [] : await attachFiles.RunAsync(id, chosen, field.Max);
        var refusal = command.File is { } file ? await removeFile.RunAsync(id, file) : null;
        return new(command, typed, saved.Refusal ?? refusal, saved.Conflicts, refused) { TooLong = saved.TooLong };
    }

    // Only a language that was chosen anew: another member may have changed it meanwhile.
    internal static Language? LanguageIn(IFormCollection form) =>
        form["language"].FirstOrDefault() is { } chosen && chosen != form["seen-language"].FirstOrDefault() ? Language.Of(chosen) : null;
}

/// <summary>What became of saving a part.</summary>
/// <param name="Typed">Everything the form held.</param>
/// <param name="Conflicts">Answers that somebody else changed meanwhile.</param>
/// <param name="Files">Why files were not taken.</param>
public sealed record PartResult(
    PartCommand Do, IReadOnlyDictionary<string, string> Typed, Refusal? Refusal, IReadOnlyList<string> Conflicts, IReadOnlyList<Refusal> Files)
{
    /// <summary>Answers that were not saved because of their length.</summary>
    public IReadOnlySet<string> TooLong { get; init; } = new HashSet<string>();

    /// <summary>What the form still holds that is not on record.</summary>
    public IEnumerable<KeyValuePair<string, string>> Unsaved =>
        Refusal is null || TooLong.Count > 0 ? Typed.Where(answer => Conflicts.Contains(answer.Key) || TooLong.Contains(answer.Key)) : Typed;

    /// <summary>Whether everything was saved.</summary>
    public bool IsWhole => Refusal is null && Conflicts.Count == 0 && Files.Count == 0;
}

/// <summary>What the pressed button of a part asks for.</summary>
/// <param name="Verb">save, next, previous, add, remove, upload or remove-file.</param>
/// <param name="Of">What it is about: a question, a row, a file.</param>
public sealed record PartCommand(string Verb, string Of)
{
    /// <summary>The file to take off, or null.</summary>
    public AttachmentId? File => Verb == "remove-file" && Guid.TryParse(Of, out var file) ? new(file) : null;

    public static PartCommand Parse(string? text) =>
        text?.Split(':', 2) is [var verb, var of] ? new(verb, of) : new(text ?? "save", "");

    /// <summary>The row to remove, or null; only a row of that part.</summary>
    public RowName? Row(FormPart part) =>
        Verb == "remove" && Of.Split('.') is [var field, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
        && part.Fields.Any(f => f.Key == field && f.Kind == FieldKind.Rows)
            ? new(field, row)
            : null;
}
