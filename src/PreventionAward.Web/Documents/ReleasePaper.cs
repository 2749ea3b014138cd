using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The press release on the jury's decision, drawn from the same record in each language: what one says, the other says, and whatever was judged the jury has said.</summary>
public static class ReleasePaper
{
    /// <summary>When the decision was published; null before, when the release is under embargo.</summary>
    public static DateTimeOffset? PublishedAt(DecisionMaterial material) =>
        material.Competition.Stage.IsPublic ? material.Competition.At(MilestoneKind.Published) ?? material.DecidedAt : null;

    /// <param name="texts">In any language; the paper is written in <paramref name="language"/>.</param>
    public static Paper Of(DecisionMaterial material, Language language, Texts texts)
    {
        var t = texts.In(language);
        var (published, competition) = (PublishedAt(material), t.Written(material.Competition.Title));
        return new(Headline(material, t), language, PaperFrame.Letterhead(material.Competition, t["release.kind"], CorrectionNote.Dated(published is { } at ? t.Written(at) : "", material, t), t),
            [
                .. published is null ? [new Notice(t["release.embargo"])] : Array.Empty<Block>(),
                .. CorrectionNote.Brief(material, t),
                .. Lead(material, t),
                .. WhatTheJurySaid(material, t),
                .. Mentions(material, t),
                .. Europe(material, t),
                .. Contact(material, t),
            ])
        {
            Mark = Mark(material, published is null, t),
            RunningHead = competition,
            Summary = t["release.summary", competition],
        };
    }

    private static Passage Headline(DecisionMaterial material, Texts t)
    {
        var competition = t.Written(material.Competition.Title);
        return material.Winner is not { } winner ? t["release.title-none", competition]
            : material.SharedWith.Any() ? t["release.title-shared", competition]
            : t["release.title", competition, winner.TitleIn(t.Language).Text];
    }

    private static Passage? Mark(DecisionMaterial material, bool isEmbargoed, Texts t)
    {
        string?[] marks = [isEmbargoed ? t["release.mark"] : null, PaperFrame.Mark(material.Competition, isDraft: false, t)?.Text];
        return marks.OfType<string>().ToArray() is { Length: > 0 } said ? new(string.Join(" · ", said)) : null;
    }

    private static IEnumerable<Block> Lead(DecisionMaterial material, Texts t)
    {
        Entry[] winners = [.. material.Winner is { } first ? [first] : Array.Empty<Entry>(), .. material.SharedWith];
        yield return new Paragraph(winners.Length switch
        {
            0 => t["release.lead-none"],
            1 => t["release.lead"],
            var several => t["release.lead-shared", several],
        });
        foreach (var winner in winners) yield return new Proclamation(t["documents.decision.winner"], winner.TitleIn(t.Language), winner.OrganisationIn(t.Language));
        yield return new Paragraph(t["release.theme", material.Competition.Theme.Title] + " " + DecisionPaperRecord.Received(material, t));
        foreach (var winner in winners.Where(IsSummedUpInBoth))
            if (winner.SummaryIn(t.Language, isPublicAlready: false) is { } summary) yield return new Paragraph(t[material.SummaryKeyIn(t.Language), summary]);
    }

    // What one national language would lack, neither says.
    private static bool IsSummedUpInBoth(Entry winner) =>
        winner.SummaryIn(Language.Finnish, isPublicAlready: false) is not null && winner.SummaryIn(Language.Swedish, isPublicAlready: false) is not null;

    private static IEnumerable<Block> WhatTheJurySaid(DecisionMaterial material, Texts t)
    {
        foreach (var (section, heading) in new[] { (DecisionSection.Grounds, "release.grounds"), (DecisionSection.Remarks, "release.remarks") })
        {
            if (material.Decision[section].IsEmpty()) continue;
            yield return new Heading(1, t[heading]);
            yield return new Paragraph(Passage.Of(material.Decision[section], t.Language));
        }

        yield return new Small(t["release.jury-says"]);
    }

    private static IEnumerable<Block> Mentions(DecisionMaterial material, Texts t)
    {
        if (!material.Mentions.Any()) yield break;
        yield return new Heading(1, t["release.mentions"]);
        yield return new Paragraph(t["release.mentions-given"]);
        yield return new Bullets([.. material.Mentions.Select(e => new Passage($"{e.TitleIn(t.Language).Text}, {e.OrganisationIn(t.Language).Text}", e.TitleIn(t.Language).Language))]);
    }

    private static IEnumerable<Block> Europe(DecisionMaterial material, Texts t)
    {
        if (material.Winner is not { } winner) yield break;
        yield return new Heading(1, t["documents.decision.europe"]);
        yield return new Paragraph(material.SharedWith.Any() ? t["release.europe-of-shared", winner.TitleIn(t.Language).Text] : t["documents.decision.represents-finland"]);
        if (material.NominationNote is { } note)
            yield return new Paragraph(Passage.Of(note, t.Language));
    }

    private static IEnumerable<Block> Contact(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t["documents.contact"]);
        yield return new Paragraph(t["release.with-the-decision"]);
        if (PaperFrame.Contact(material.Competition.Authority, t.Language) is { } contact) yield return new Facts([new(t["documents.contact-row"], contact)]);
    }
}
