using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The receipt of one submitted version: what arrived, when, and by which digest it can be known again (law 13/2003, 12 §).</summary>
public static class ReceiptPaper
{
    /// <param name="number">The entry's register number in the competition.</param>
    /// <param name="arrived">The submission that the version supplements; null or itself where it is no supplement.</param>
    public static Paper Of(Competition competition, int number, SubmittedVersion version, Language language, Texts texts, SubmittedVersion? arrived = null)
    {
        var t = texts.In(language);
        return new(t[version.Supplement is null ? "documents.receipt.title" : "supplements.received-title"], language,
            PaperFrame.Letterhead(competition, t["documents.receipt.kind"], HelsinkiTime.Date(version.At, language), t),
            [
                new Paragraph(t["documents.receipt.received"]),
                new Facts(Facts(competition, number, version, arrived ?? version, t)),
                .. Files(version, t),
                new Heading(1, t["documents.receipt.next"]),
                new Paragraph(version.Supplement is null ? t["documents.receipt.latest-counts", competition.Timetable.ClosesAt] : t["supplements.in-receipt"]),
                new Paragraph(t["documents.receipt.digest-is"]),
                .. PaperFrame.Contact(competition.Authority, language) is { } contact ? [new Facts([new(t["documents.contact"], contact)])] : Array.Empty<Block>(),
            ])
        {
            Mark = PaperFrame.Mark(competition, isDraft: false, t),
            Summary = t["documents.receipt.summary", number.ToString(CultureInfo.InvariantCulture), competition.Title],
        };
    }

    private static IReadOnlyList<Fact> Facts(Competition competition, int number, SubmittedVersion version, SubmittedVersion arrived, Texts t)
    {
        Passage Time(SubmittedVersion of) => t["documents.receipt.time-is", HelsinkiTime.ToTheSecond(of.At, t.Language), HelsinkiTime.UniversalTime(of.At, t.Language)];
        Passage Typed(string key) => new(version.Answers[key], version.Language == t.Language ? null : version.Language);
        return
        [
            new(t["documents.receipt.competition"], Passage.Of(competition.Title, t.Language)),
            new(t["documents.receipt.number"], number.ToString(CultureInfo.InvariantCulture)),
            new(t["documents.entry"], Typed("title")),
            new(t["documents.organisation"], Typed("organisation")),
            new(t["documents.receipt.version"], version.Version > 1 ? t["documents.receipt.version-replaces", version.Version, version.Version - 1] : version.Version.ToString(CultureInfo.InvariantCulture)),
            new(t["documents.receipt.time"], Time(arrived)),
            .. version == arrived ? Array.Empty<Fact>() : [new(t["entries.receipt.supplemented-at"], Time(version))],
            new(t["documents.receipt.digest"], version.Sha256),
        ];
    }

    private static IEnumerable<Block> Files(SubmittedVersion version, Texts t)
    {
        if (version.Files.Count == 0) yield break;
        yield return new Table(t["documents.receipt.files"],
            [new(t["documents.receipt.file"], Share: 2), new(t["documents.receipt.size"], Align.End, Share: 0), new("SHA-256", Share: 2)],
            [.. version.Files.Select(f => (IReadOnlyList<Passage>)[f.Name, t.Written(f.Size), f.Sha256])],
            RowHeaders: true);
    }
}
