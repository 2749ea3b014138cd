using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>What every document of a competition has in common: letterhead and mark.</summary>
internal static class PaperFrame
{
    /// <param name="kind">What kind of document it is, in its language.</param>
    /// <param name="date">The date line, ready to print; may be empty.</param>
    public static Letterhead Letterhead(Competition competition, string kind, string date, Texts t) =>
        new(Sender(competition, t), kind, date, competition.Authority.DiaryNumber);

    // What was put together afterwards does not speak in the authority's name.
    private static IReadOnlyList<Passage> Sender(Competition competition, Texts t) => competition.Provenance == Provenance.Reconstructed
        ? [t["ui.service"]]
        : [.. new[] { competition.Authority.Name, competition.Authority.Unit }.Where(name => !name.IsEmpty()).Select(name => Passage.Of(name, t.Language))];

    /// <summary>What the document is not; null for a real and final one.</summary>
    public static Passage? Mark(Competition competition, bool isDraft, Texts t)
    {
        string?[] marks =
        [
            isDraft ? t["documents.mark.draft"] : null,
            competition.Provenance switch
            {
                Provenance.Example => t["documents.mark.example"],
                Provenance.Reconstructed when competition.At(MilestoneKind.Published) is { } at => t["documents.mark.reconstructed", HelsinkiTime.DayOf(at)],
                Provenance.Reconstructed => t["documents.mark.reconstructed-undated"],
                _ => null,
            },
        ];
        return marks.OfType<string>().ToArray() is { Length: > 0 } said ? new(string.Join(" · ", said)) : null;
    }

    /// <summary>Who gives further information (Hallintolaki 44 §), on one line; null where nobody is named.</summary>
    public static Passage? Contact(Authority authority, Language language)
    {
        var (name, _) = authority.ContactName.Best(language);
        return new[] { name, authority.ContactPhone, authority.ContactMail }.Where(part => part.Length > 0).ToArray() is { Length: > 0 } parts
            ? new(string.Join(", ", parts))
            : null;
    }
}
