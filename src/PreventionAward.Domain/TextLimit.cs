namespace PreventionAward.Domain;

/// <summary>How many characters a text may have: more than anybody needs, and little enough that no one text holds up a page or a document.</summary>
public static class TextLimit
{
    /// <summary>A name, or anything else that stands on one line.</summary>
    public const int Line = 300;

    /// <summary>A comment, a reason, a text of the decision or of the set-up; an answer without a limit in words.</summary>
    public const int Text = 20_000;

    /// <summary>A question with a limit in words takes so many characters for each.</summary>
    public const int PerWord = 40;

    /// <returns>Refused: the first text that is longer than <see cref="Text"/>.</returns>
    public static Refusal? Check(params IEnumerable<string?> texts) => CheckTo(Text, texts);

    /// <returns>Refused: the first text that is longer than <see cref="Text"/> in any language.</returns>
    public static Refusal? Check(params IEnumerable<LocalizedText?> texts) => CheckTo(Text, texts);

    /// <returns>Refused: the first name that is longer than <see cref="Line"/>.</returns>
    public static Refusal? CheckLine(params IEnumerable<string?> names) => CheckTo(Line, names);

    /// <returns>Refused: the first name that is longer than <see cref="Line"/> in any language.</returns>
    public static Refusal? CheckLine(params IEnumerable<LocalizedText?> names) => CheckTo(Line, names);

    private static Refusal? CheckTo(int most, IEnumerable<LocalizedText?> texts) => CheckTo(most, texts.SelectMany(text => new[] { text?.Fi, text?.Sv, text?.En }));

    private static Refusal? CheckTo(int most, IEnumerable<string?> texts) =>
        texts.FirstOrDefault(text => text?.Length > most) is { } tooLong ? new("ui.text-too-long", tooLong.Length, most) : null;
}
