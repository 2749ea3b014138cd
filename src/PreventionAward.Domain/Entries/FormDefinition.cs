namespace PreventionAward.Domain.Entries;

/// <summary>The entry form of one year. It is copied into the competition and frozen when the call opens (rule R9).</summary>
/// <param name="Note">Said above the form, such as that the ministry has yet to confirm it.</param>
public sealed record FormDefinition(string Version, LocalizedText Note, IReadOnlyList<FormPart> Parts)
{
    public static readonly FormDefinition Empty = new("", LocalizedText.Empty, []);

    public IEnumerable<FormField> Fields => Parts.SelectMany(part => part.Fields);

    public FormPart? Part(string key) => Parts.FirstOrDefault(part => part.Key == key);

    public FormField? Field(string key) => Fields.FirstOrDefault(field => field.Key == key);
}

/// <summary>One page of the form.</summary>
public sealed record FormPart(string Key, LocalizedText Title, IReadOnlyList<FormField> Fields, LocalizedText? Intro = null);

/// <summary>One question of the form.</summary>
/// <param name="Key">Stable name of the answer; unique within the form.</param>
/// <param name="Words">Most words the answer may have when it is submitted, equal in every language (rule R13); null = no limit.</param>
/// <param name="Ecpa">Number of the question in the European template (ECPA Annex I), as recalled; null = national only.</param>
/// <param name="BeforeDeclaring">Whether a juror sees the answer before declaring interests: title, organisations and named persons.</param>
/// <param name="Max">Most rows or files; null = no limit.</param>
/// <param name="After">The date or year that may not come after this one: a question of the same part or of the same row.</param>
/// <param name="Past">Whether a year must have begun already.</param>
public sealed record FormField(
    string Key,
    FieldKind Kind,
    LocalizedText Label,
    LocalizedText? Hint = null,
    bool Required = false,
    int? Words = null,
    string? Ecpa = null,
    IReadOnlyList<FieldOption>? Options = null,
    ShownWhen? ShowWhen = null,
    bool BeforeDeclaring = false,
    IReadOnlyList<FormField>? Fields = null,
    int? Max = null,
    string? After = null,
    bool Past = false)
{
    /// <summary>Whether the question is asked at all, given the answers so far.</summary>
    public bool IsAsked(Answers answers) =>
        ShowWhen is null || answers.Choices(ShowWhen.Field).Any(ShowWhen.Is.Contains);

    /// <summary>An answer as it is kept: what asks for one line is on one line, and reads in one direction.</summary>
    public string Kept(string? raw) => Kind is FieldKind.Text or FieldKind.Choices ? Answers.Clean(raw) : Answers.CleanLine(raw);
}

/// <summary>One answer to choose.</summary>
/// <param name="Exclusive">Whether it says no to all the others, such as "none".</param>
public sealed record FieldOption(string Key, LocalizedText Label, bool Exclusive = false);

/// <summary>A question is asked only when another question has one of these answers.</summary>
public sealed record ShownWhen(string Field, IReadOnlyList<string> Is);

/// <summary>How a question is answered.</summary>
public enum FieldKind
{
    Line,
    Text,
    Choice,
    Choices,
    Date,
    Year,
    Number,
    Money,
    Mail,
    Phone,
    Url,
    Rows,
    Files,
    Confirm,

    /// <summary>A Finnish business identity code, 1234567-8.</summary>
    BusinessId,
}
