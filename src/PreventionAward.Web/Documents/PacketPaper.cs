using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>Everything that a juror reads and scores, to be printed or read without a connection.</summary>
/// <param name="Juror">As the jury's list names the member.</param>
/// <param name="Entries">Those that this juror may read, each in the language that was chosen for it.</param>
/// <param name="NotIncluded">Titles of the others before the jury. Why they are not in it is not said.</param>
public sealed record PacketMaterial(Competition Competition, LocalizedText Juror, IReadOnlyList<PacketEntry> Entries, IReadOnlyList<Passage> NotIncluded);

/// <summary>One entry of a packet.</summary>
public sealed record PacketEntry(Entry Entry, SubmittedVersion Version, Reading Reading)
{
    /// <summary>As its team wrote it, or as it was translated.</summary>
    internal Passage TitleIn(Language language)
    {
        var (text, found, _) = Reading.Of("title");
        return new($"{Entry.Number}. {text}", found == language ? null : found);
    }
}

/// <summary>The jury's packet as a paper: contents, each entry, and after each a score form to fill in by hand.</summary>
public static class PacketPaper
{
    public static Paper Of(PacketMaterial material, DateTimeOffset at, Language language, Texts texts)
    {
        var t = texts.In(language);
        return Framed(t["documents.packet.title"], t["documents.packet.kind"], material.Competition, at, t,
        [
            new Notice(t["documents.packet.secrecy"]),
            new Facts(
            [
                new(t["documents.receipt.competition"], Passage.Of(material.Competition.Title, language)),
                new(t["documents.packet.member"], Passage.Of(material.Juror, language)),
                .. material.Competition.Timetable.ScoringDue is { } due ? [new(t["documents.packet.due"], t.Written(due))] : Array.Empty<Fact>(),
            ]),
            .. Contents(material, t),
            .. NotIncluded(material.NotIncluded, t),
            .. material.Entries.SelectMany(entry => One(material, entry, t)),
        ]);
    }

    /// <summary>A score form alone.</summary>
    /// <param name="entry">Null for one that fits any entry.</param>
    public static Paper FormOf(Competition competition, PacketEntry? entry, LocalizedText? juror, DateTimeOffset at, Language language, Texts texts)
    {
        var t = texts.In(language);
        return Framed(t["scoring.sheet"], t["scoring.sheet"], competition, at, t, [.. ScoreFormPaper.Blocks(competition, entry, juror, entry is null ? 0 : 1, t)]);
    }

    private static IEnumerable<Block> Contents(PacketMaterial material, Texts t) => material.Entries.Count == 0
        ? [new Paragraph(t["documents.packet.empty"])]
        : [new Contents([.. material.Entries.Select(entry => entry.TitleIn(t.Language))])];

    private static IEnumerable<Block> NotIncluded(IReadOnlyList<Passage> titles, Texts t) => titles.Count == 0
        ? []
        : [new Small(t["documents.packet.not-included"]), new Bullets(titles)];

    private static IEnumerable<Block> One(PacketMaterial material, PacketEntry one, Texts t) =>
    [
        new NewPage(),
        new Heading(1, one.TitleIn(t.Language)),
        new Facts(
        [
            new(t["documents.receipt.number"], one.Entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"),
            new(t["documents.receipt.time"], t.Written(one.Version.At)),
            new(t["documents.entry.language"], t.Written(one.Version.Language)),
        ]),
        .. EntryPaper.ForJury(material.Competition, one.Entry, one.Version, one.Reading, 2, t),
        new NewPage(),
        .. ScoreFormPaper.Blocks(material.Competition, one, material.Juror, 2, t),
    ];

    private static Paper Framed(string title, string kind, Competition competition, DateTimeOffset at, Texts t, IReadOnlyList<Block> blocks) =>
        new(title, t.Language, PaperFrame.Letterhead(competition, kind, HelsinkiTime.Date(at, t.Language), t), blocks)
        {
            Mark = PaperFrame.Mark(competition, isDraft: false, t),
            RunningHead = Passage.Of(competition.Title, t.Language),
            Summary = t["documents.packet.summary", competition.Title],
        };
}

/// <summary>A score sheet to fill in by hand: the same criteria, steps and rules as on the screen.</summary>
internal static class ScoreFormPaper
{
    private const int CommentLines = 3;
    private static readonly string ToFillIn = new('_', 46);

    /// <param name="level">Of the form's own heading; 0 where the title of the paper is all it has.</param>
    public static IEnumerable<Block> Blocks(Competition competition, PacketEntry? entry, LocalizedText? juror, int level, Texts t)
    {
        if (entry is not null) yield return new Heading(level, t["documents.packet.form-of", $"{entry.Entry.Number}"]);
        yield return new Facts(
        [
            new(t["documents.entry"], entry?.TitleIn(t.Language) ?? ToFillIn),
            new(t["documents.packet.member"], juror is null ? ToFillIn : Passage.Of(juror, t.Language)),
        ]);
        yield return new Paragraph(t["scoring.intro"]);
        foreach (var (criterion, place) in competition.Criteria.Select((c, i) => (c, i + 1)))
        {
            yield return new Heading(level + 1, t["documents.packet.criterion", place, criterion.Title, criterion.Weight]);
            yield return new Small(Passage.Of(criterion.Guidance, t.Language));
            yield return new TickBoxes(
            [
                .. criterion.Anchors.Select((anchor, points) => new TickBox($"{points}", Passage.Of(anchor, t.Language))),
                new("–", t["documents.packet.abstain"]),
            ]);
            yield return new WritingLines(t["scoring.comment"], CommentLines);
        }

        yield return new Signatures([new(t["documents.packet.signature"]), new(t["documents.packet.date"])], ByHand: true);
    }
}
