namespace PreventionAward.Domain.Competitions;

/// <summary>Who appointed the jury, by which decision and for how long; told on the public page and in the decision.</summary>
/// <param name="AppointedBy">The appointing body: the ministry or the council, as it has varied.</param>
/// <param name="DecidedOn">The day of the appointing decision.</param>
/// <param name="Reference">The number of that decision in the register; empty until given.</param>
/// <param name="From">The first day of the term.</param>
/// <param name="Until">The last day of the term.</param>
/// <param name="Secretary">The secretary of the jury, by name or office.</param>
/// <param name="NamesPublicAt">From when the public page names the members; null = as soon as they have been named.</param>
public sealed record JuryMandate(
    LocalizedText AppointedBy, DateOnly? DecidedOn, string Reference, DateOnly? From, DateOnly? Until, LocalizedText Secretary, DateTimeOffset? NamesPublicAt)
{
    public static readonly JuryMandate Empty = new(LocalizedText.Empty, null, "", null, null, LocalizedText.Empty, null);

    /// <summary>Whether the public page names the members of the jury. With the published decision they are public at the latest.</summary>
    public bool NamesArePublic(Stage stage, DateTimeOffset now) => stage.IsPublic || NamesPublicAt is not { } from || now >= from;

    /// <returns>Refused: a term that ends before it begins; a text that is too long.</returns>
    public Refusal? Check()
    {
        if (Until < From) return new("mandate.ends-before-it-begins");
        return TextLimit.CheckLine(AppointedBy, Secretary) ?? TextLimit.CheckLine(Reference);
    }
}
