namespace PreventionAward.Domain.Entries;

/// <summary>How much a draft takes. What is more is refused in words and stays with its writer; everything else is saved all the same.</summary>
public static class AnswerLimit
{
    /// <summary>A web address, or the chosen options of one question, in characters.</summary>
    public const int Address = 2_000;

    /// <summary>Rows of one question in a draft, whatever their numbers; how many may be submitted is the form's to say.</summary>
    public const int Rows = 50;

    /// <summary>Fields that one posted part may have.</summary>
    public const int Fields = 1_000;

    /// <summary>Characters in the name of a posted field.</summary>
    public const int Name = 100;

    /// <summary>Characters that one posted part may have in all.</summary>
    public const int Part = 500_000;

    /// <summary>The most characters that an answer may have, counted as it is kept.</summary>
    public static int Of(FormField field) => field.Kind switch
    {
        FieldKind.Text => field.Words * TextLimit.PerWord ?? TextLimit.Text,
        FieldKind.Url or FieldKind.Choices => Address,
        _ => TextLimit.Line,
    };

    /// <returns>Refused: the answer is longer than its question takes.</returns>
    public static Refusal? Check(FormField field, string answer) =>
        answer.Length > Of(field) ? new("entries.too-many-characters", answer.Length, Of(field)) : null;

    /// <summary>The answers that cannot be saved: those that are too long, and what stands in the same row.</summary>
    /// <returns>Their keys, and why: the first of them, with its question.</returns>
    public static (IReadOnlySet<string> Unsaved, Refusal? Why) TooLong(FormDefinition form, IReadOnlyDictionary<string, string> answers)
    {
        var tooLong = (from answer in answers
                       let field = form.FieldOf(answer.Key)
                       where field is not null && answer.Value.Length > Of(field)
                       select (answer.Key, Row: AnswerName.RowOf(answer.Key), Why: new Refusal("entries.answer-too-long", field.Label, answer.Value.Length, Of(field)))).ToList();
        if (tooLong.Count == 0) return (new HashSet<string>(), null);
        var unsaved = answers.Keys.Where(key => tooLong.Exists(a => a.Key == key || (a.Row is not null && a.Row == AnswerName.RowOf(key)))).ToHashSet(StringComparer.Ordinal);
        return (unsaved, tooLong[0].Why);
    }

    /// <summary>Whether a posted part is more than a person writes: nothing of it is read then.</summary>
    /// <param name="fields">The name of every posted field and how many characters it holds.</param>
    /// <returns>Refused: too many fields or rows, names too long, too much in all.</returns>
    public static Refusal? Check(FormPart part, IReadOnlyCollection<(string Name, int Length)> fields)
    {
        if (fields.Count > Fields || fields.Any(f => f.Name.Length > Name) || fields.Sum(f => (long)f.Length) > Part) return new("entries.too-much-at-once");
        var rows = from f in fields
                   let row = AnswerName.RowOf(f.Name)
                   where row is not null && part.Fields.Any(asked => asked.Kind == FieldKind.Rows && asked.Key == row.Value.Field)
                   group row.Value.Number by row.Value.Field into numbers
                   select numbers.Distinct().Count();
        return rows.Any(count => count > Rows) ? new("entries.too-many-rows", Rows) : null;
    }
}

/// <summary>Reads the name of an answer: <c>partners.3.organisation</c> is an answer in row 3.</summary>
public static class AnswerName
{
    // Nine digits: a number beyond them could not be followed by another.
    private const int MostDigits = 9;

    /// <summary>The question and the number of the row, or null where the name is no answer in a row.</summary>
    public static (string Field, int Number)? RowOf(string name) =>
        name.Split('.') is [var field, { Length: > 0 and <= MostDigits } number, _]
        && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) && row > 0
            ? (field, row)
            : null;

    /// <summary>The question that an answer, or its translation (<c>title@sv</c>), is to; null where the form asks no such thing.</summary>
    public static FormField? FieldOf(this FormDefinition form, string name) => name.Split('@')[0].Split('.') switch
    {
        [var field] => form.Field(field),
        [var field, _, var cell] => form.Field(field)?.Fields?.FirstOrDefault(f => f.Key == cell),
        _ => null,
    };
}
