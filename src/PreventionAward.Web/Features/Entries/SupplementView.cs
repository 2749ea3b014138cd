using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Entries;

/// <summary>The questions that staff asked a team to supplement, as their page shows them: parts of the form with everything else left out.</summary>
public sealed record SupplementView(TeamEntry Own, SupplementRequest Request, Answers Shown, string? AddTo = null, bool ShowsMissing = false)
{
    public IReadOnlyList<FormPart> Parts { get; } = PartsOf(Own, Request);

    /// <summary>What stands in the supplement now, for the next save to compare with.</summary>
    public string Seen => AnswerMarks.Of(Request.Draft).ToString();

    /// <summary>The files that wait with this supplement.</summary>
    public IReadOnlyList<Attachment> Waiting => [.. Own.Waiting.Where(file => file.Supplement == Request.Id)];

    /// <summary>Every open question as one part, the way a page of them is posted.</summary>
    public FormPart Part => PartOf(Own.Competition.Form, Request);

    /// <summary>Every open question of that request as one part.</summary>
    public static FormPart PartOf(FormDefinition form, SupplementRequest request) =>
        form.Parts[0] with { Fields = [.. form.Fields.Where(f => request.Fields.Contains(f.Key)).Select(f => Free(f, request))] };

    /// <summary>The same, with what was typed but could not be saved.</summary>
    public SupplementView Typed(PartResult result) => this with { Shown = Request.Draft.With(result.Unsaved), ShowsMissing = result.Do.Verb == "hand-in" };

    /// <summary>The parts of the form, each with the questions that are open.</summary>
    public static IReadOnlyList<FormPart> PartsOf(TeamEntry own, SupplementRequest request) =>
    [
        .. own.Competition.Form.Parts
            .Select(part => part with { Fields = [.. part.Fields.Where(f => request.Fields.Contains(f.Key)).Select(f => Free(f, request))] })
            .Where(part => part.Fields.Count > 0),
    ];

    /// <summary>The rows to draw, as on the ordinary pages of the form.</summary>
    public IReadOnlyList<int> RowsOf(FormField field)
    {
        var rows = Shown.Rows(field.Key);
        var isAdding = AddTo == field.Key && (field.Max is null || rows.Count < field.Max);
        return rows.Count == 0 || isAdding ? [.. rows, Math.Max(DraftMerge.NextRow(Own.Entry, field.Key), rows.LastOrDefault() + 1)] : rows;
    }

    /// <summary>What stands in the way of handing the supplement in.</summary>
    public IReadOnlyList<Problem> Problems() =>
    [
        .. EntryCheck.Problems(Own.Competition.Form, Own.Entry.Submitted!.Answers.Replacing(Request.Fields, Shown), Own.Entry.Submitted.Files.Count + Waiting.Count)
            .Where(problem => Request.Fields.Contains(Answers.FieldOf(problem.Key))),
    ];

    /// <summary>What is wrong, by answer; what is only missing counts when it is handed in.</summary>
    public IReadOnlyDictionary<string, string> Errors(Texts texts) =>
        Problems().Where(problem => ShowsMissing || !problem.IsMissing)
            .DistinctBy(problem => problem.Key)
            .ToDictionary(problem => problem.Key, problem => texts[problem.Why]);

    // A question that hangs on one that is not open is asked for itself.
    private static FormField Free(FormField field, SupplementRequest request) =>
        field.ShowWhen is { } when && !request.Fields.Contains(when.Field) ? field with { ShowWhen = null } : field;
}
