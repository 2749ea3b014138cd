using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Ui;

namespace PreventionAward.Web.Features.Entries;

/// <summary>One part of the form as its page shows it: what is on record, or what was typed where that was not saved.</summary>
public sealed record PartView(TeamEntry Own, FormPart Part, Answers Shown, string? AddTo, bool ShowsMissing)
{
    public EntryId Id => Own.Entry.Id;

    /// <summary>Place of the part in the form, from 1.</summary>
    public int Place { get; } = 1 + Own.Competition.Form.Parts.ToList().FindIndex(p => p.Key == Part.Key);

    public IReadOnlyList<PartProgress> Progress { get; } = EntryProgress.Of(Own.Competition.Form, Own.Entry.Draft, Own.Files.Count, Own.Entry.DraftSavedAt);

    /// <summary>How many things stand in the way of submitting this part.</summary>
    public int MissingCount => Progress[Place - 1].Problems;

    /// <summary>What stands in the draft now, for the next save to compare with.</summary>
    public string Seen => AnswerMarks.Of(Answers.Of(Own.Entry.Draft.Values.Where(answer => Part.Fields.Any(f => f.Key == answer.Key.Split('.')[0])))).ToString();

    /// <returns>Null where there is no such entry or part.</returns>
    public static PartView? Of(TeamEntry? own, string part, string? addTo, bool showsMissing) =>
        own?.Competition.Form.Part(part) is { } found ? new(own, found, own.Entry.Draft, addTo, showsMissing) : null;

    /// <summary>The same, with what was typed but could not be saved.</summary>
    public PartView Typed(PartResult result) => this with { Shown = Own.Entry.Draft.With(result.Unsaved) };

    public string Title(Texts texts) => Part.Title.Best(texts.Language).Text;

    /// <summary>The question to which an answer belongs.</summary>
    public LocalizedText LabelOf(string key) => key.Split('.') switch
    {
        [var field, _, var cell] => Part.Fields.FirstOrDefault(f => f.Key == field)?.Fields?.FirstOrDefault(f => f.Key == cell)?.Label ?? LocalizedText.Name(key),
        _ => Part.Fields.FirstOrDefault(f => f.Key == key)?.Label ?? LocalizedText.Name(key),
    };

    /// <summary>The rows to draw: those there are, and an empty one where one is asked for or none is there.</summary>
    public IReadOnlyList<int> RowsOf(FormField field)
    {
        var rows = Shown.Rows(field.Key);
        var isAdding = AddTo == field.Key && (field.Max is null || rows.Count < field.Max);
        return rows.Count == 0 || isAdding ? [.. rows, Math.Max(DraftMerge.NextRow(Own.Entry, field.Key), rows.LastOrDefault() + 1)] : rows;
    }

    /// <summary>What is wrong, by answer. An answer that is only missing is no error yet: it counts when submitting.</summary>
    public IReadOnlyDictionary<string, string> Errors(Texts texts) =>
        EntryCheck.Problems(Own.Competition.Form, Shown, Own.Files.Count, Own.Entry.DraftSavedAt)
            .Where(problem => problem.Part.Key == Part.Key && (ShowsMissing || !problem.IsMissing))
            .DistinctBy(problem => problem.Key)
            .ToDictionary(problem => problem.Key, problem => texts[problem.Why]);

    /// <summary>Where one goes after saving.</summary>
    public string After(PartCommand command) => command switch
    {
        { Verb: "next" } => Place < Own.Competition.Form.Parts.Count ? Links.EntryPart(Id, Own.Competition.Form.Parts[Place].Key) + (Progress[Place - 1].Wrong > 0 ? $"?mend={Part.Key}" : "") : Links.EntryCheck(Id),
        { Verb: "previous" } when Place > 1 => Links.EntryPart(Id, Own.Competition.Form.Parts[Place - 2].Key),
        { Verb: "add", Of: var key } when Part.Fields.FirstOrDefault(f => f.Key == key && f.Kind == FieldKind.Rows) is { } field =>
            $"{Links.EntryPart(Id, Part.Key)}?saved=true&add={field.Key}#{field.Key}.{(this with { AddTo = field.Key }).RowsOf(field)[^1]}.{field.Fields?[0].Key}",
        { Verb: "remove", Of: var row } => $"{Links.EntryPart(Id, Part.Key)}?saved=true#{Uri.EscapeDataString(row.Split('.')[0])}",
        _ => $"{Links.EntryPart(Id, Part.Key)}?saved=true",
    };
}
