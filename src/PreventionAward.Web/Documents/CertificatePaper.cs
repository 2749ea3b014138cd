using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The certificate of a winner, of those who share the prize, and of an honourable mention: one page, to be signed by hand.</summary>
public static class CertificatePaper
{
    /// <param name="texts">In any language; the certificate is written in <paramref name="language"/>.</param>
    /// <returns>Null for an entry that was given neither.</returns>
    public static Paper? Of(DecisionMaterial material, Entry entry, Language language, Texts texts)
    {
        var outcome = material.Decision.OutcomeOf(entry.Id);
        if (entry.Status != EntryStatus.Eligible || outcome == EntryOutcome.Assessed) return null;
        var (t, competition) = (texts.In(language), material.Competition);
        return new(t["certificate.kind"], language, PaperFrame.Letterhead(competition, t["certificate.kind"], "", t),
            [
                new Paragraph(Passage.Of(competition.Title, language)),
                new Proclamation(Honour(material, outcome, t), entry.TitleIn(language), entry.OrganisationIn(language)),
                new Paragraph(t["certificate.theme", competition.Theme.Title]),
                Signed(material, GivenAt(material, entry.Id), t),
            ])
        {
            Mark = PaperFrame.Mark(competition, isDraft: false, t),
            Summary = t["certificate.summary", competition.Title],
            Layout = PaperLayout.Certificate,
        };
    }

    private static string Honour(DecisionMaterial material, EntryOutcome outcome, Texts t) =>
        t[outcome == EntryOutcome.Mentioned ? "certificate.mention" : material.SharedWith.Any() ? "certificate.shared" : "certificate.winner"];

    // When the honour that it now has was published: with the decision, or with the correction that gave it.
    private static DateTimeOffset? GivenAt(DecisionMaterial material, EntryId entry) =>
        material.Corrections.LastOrDefault(c => HonourIn(c.Replaces, entry) != HonourIn(c.Content, entry))?.PublishedAt ?? ReleasePaper.PublishedAt(material);

    private static (EntryOutcome Outcome, bool IsShared) HonourIn(DecisionContent content, EntryId entry) =>
        content.OutcomeOf(entry) is EntryOutcome.Winner ? (EntryOutcome.Winner, content.SharedWith.Count > 0) : (content.OutcomeOf(entry), false);

    // Who approved for the jury signs for it; where nobody of its presidium could, the chair's line stays without a name.
    private static Signatures Signed(DecisionMaterial material, DateTimeOffset? givenAt, Texts t)
    {
        var role = t[material.Approver?.Role == SeatRole.ViceChair ? "documents.decision.vice-chair-of-jury" : "documents.decision.chair-of-jury"];
        var name = material.Approver is { } approver ? Passage.Of(approver.Name, t.Language) : new Passage(role);
        var signature = string.Equals(name.Text, role, StringComparison.OrdinalIgnoreCase) ? new Signature(name) : new Signature(name, role);
        return new([signature], givenAt is { } at ? new Passage(HelsinkiTime.Date(at, t.Language)) : null, ByHand: true);
    }
}
