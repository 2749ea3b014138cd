using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The letter to an applicant after publication: what the jury decided and how it assessed the entry, in words. No points, and no member of the jury, are in what it is drawn from.</summary>
public static class FeedbackPaper
{
    /// <param name="agreed">What the jury agreed on about the entry in its meetings, by criterion, in the language of the letter; may be empty.</param>
    /// <param name="texts">In any language; the letter is written in <paramref name="language"/>.</param>
    public static Paper Of(DecisionMaterial material, Entry entry, IReadOnlyDictionary<string, string> agreed, Language language, Texts texts)
    {
        var t = texts.In(language);
        var competition = t.Written(material.Competition.Title);
        return new(t["feedback.title"], language, PaperFrame.Letterhead(material.Competition, t["feedback.kind"], CorrectionNote.Dated(ReleasePaper.PublishedAt(material) is { } at ? HelsinkiTime.Date(at, language) : "", material, t), t),
            [
                new Facts(
                [
                    new(t["documents.receipt.competition"], Passage.Of(material.Competition.Title, language)),
                    .. entry.Number is { } number ? [new Fact(t["documents.receipt.number"], number.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Fact>(),
                    new(t["documents.entry"], entry.TitleIn(language)),
                    new(t["documents.organisation"], entry.OrganisationIn(language)),
                ]),
                .. CorrectionNote.Brief(material, t),
                new Paragraph(t["feedback.thanks"]),
                new Notice(Outcome(material, entry, t)),
                .. entry.Status == EntryStatus.Eligible ? Assessment(material, entry, agreed, t) : [],
                .. Ending(material, entry.Status == EntryStatus.Eligible && agreed.Count > 0, t),
            ])
        {
            Mark = PaperFrame.Mark(material.Competition, isDraft: false, t),
            RunningHead = competition,
            Summary = t["feedback.summary", competition],
        };
    }

    private static string Outcome(DecisionMaterial material, Entry entry, Texts t) => entry.Status != EntryStatus.Eligible
        ? entry.IneligibleReason is { Length: > 0 } reason ? t["feedback.excluded-because", reason] : t["feedback.excluded"]
        : material.Decision.OutcomeOf(entry.Id) switch
        {
            EntryOutcome.Winner => t[material.SharedWith.Any() ? "feedback.shared" : "feedback.winner"],
            EntryOutcome.Mentioned => t["feedback.mentioned"],
            _ => t[material.Winner is null ? "feedback.assessed-no-winner" : "feedback.assessed"],
        };

    private static IEnumerable<Block> Assessment(DecisionMaterial material, Entry entry, IReadOnlyDictionary<string, string> agreed, Texts t)
    {
        var (decision, isWinner) = (material.Decision, entry.Id == material.Decision.WinnerId);
        yield return new Heading(1, t["feedback.assessment"]);
        foreach (var block in Written(decision[isWinner ? DecisionSection.Grounds : DecisionSection.Assessment(entry.Id)], agreed.Count == 0 || isWinner, t)) yield return block;
        foreach (var criterion in material.Competition.Criteria)
        {
            Block[] said = agreed.TryGetValue(criterion.Key, out var words) ? [new Paragraph(words)]
                : isWinner ? [.. Written(decision[DecisionSection.Criterion(criterion.Key)], true, t)] : [];
            if (said.Length == 0) continue;
            yield return new Heading(2, Passage.Of(criterion.Title, t.Language));
            foreach (var block in said) yield return block;
        }
    }

    private static IEnumerable<Block> Written(LocalizedText text, bool isWanted, Texts t)
    {
        if (!isWanted || text.IsEmpty()) yield break;
        var passage = Passage.Of(text, t.Language);
        if (passage.Language is { } other) yield return new Small(t["documents.text-is-in", other]);
        yield return new Paragraph(passage);
    }

    private static IEnumerable<Block> Ending(DecisionMaterial material, bool quotesMinutes, Texts t)
    {
        yield return new Heading(1, t["documents.contact"]);
        yield return new Paragraph(t[quotesMinutes ? "feedback.drawn-from-minutes" : "feedback.drawn-from"]);
        if (PaperFrame.Contact(material.Competition.Authority, t.Language) is { } contact) yield return new Facts([new(t["documents.contact-row"], contact)]);
    }
}
