using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The jury's decision as a paper, with the elements that Hallintolaki 44-45 § asks of a decision. It names no points and no spread.</summary>
public static class DecisionPaper
{
    /// <param name="texts">In any language; the paper is written in <paramref name="language"/>.</param>
    public static Paper Of(DecisionMaterial material, Language language, Texts texts)
    {
        var t = texts.In(language);
        var (title, _) = material.Competition.Title.Best(language);
        var form = material.IsReconstructed ? "record" : "decision";
        return new(t[$"documents.{form}.title", title], language, PaperFrame.Letterhead(material.Competition, t[$"documents.{form}.kind"], DateLine(material, t), t),
            [
                .. CorrectionNote.Of(material, t),
                .. Matter(material, t),
                .. Result(material, t),
                .. DecisionPaperRecord.Jury(material, t),
                .. DecisionPaperRecord.Entries(material, t),
                .. DecisionPaperRecord.Criteria(material, t),
                .. Grounds(material, t),
                .. Assessments(material, t),
                .. Written(material, DecisionSection.Remarks, t["documents.decision.remarks"], t),
                .. Provisions(material, t),
                .. Confirmation(material, t),
            ])
        {
            Mark = PaperFrame.Mark(material.Competition, isDraft: material.DecidedAt is null && !material.IsReconstructed, t),
            RunningHead = CorrectionNote.Head(title, material, t),
            Summary = t[$"documents.{form}.summary", title],
            Author = material.IsReconstructed ? t["ui.service"] : null,
        };
    }

    // The text as it stands was approved with its latest correction, which is told beside the decision's own days.
    private static string DateLine(DecisionMaterial material, Texts t) =>
        Dated(material, t) is { Length: > 0 } dated && material.Corrections is [.., { Kind: CorrectionKind.Clerical, ApprovedAt: { } at }]
            ? t["documents.decision.dated-corrected", dated, HelsinkiTime.DayOf(at)] : Dated(material, t);

    private static string Dated(DecisionMaterial material, Texts t) =>
        material is { IsReconstructed: false, DecidedOn: { } decided, TextApprovedOn: { } approved }
            ? decided == approved ? HelsinkiTime.Date(decided, t.Language) : t["documents.decision.dated", decided, approved]
        : material.IsReconstructed && material.Competition.At(MilestoneKind.Published) is { } published ? t["documents.record.date", HelsinkiTime.DayOf(published)]
        : "";

    private static IEnumerable<Block> Matter(DecisionMaterial material, Texts t)
    {
        var competition = material.Competition;
        List<Fact> facts =
        [
            new(t["documents.decision.matter"], Passage.Of(competition.Title, t.Language)),
            new(t["documents.decision.theme"], Passage.Of(competition.Theme.Title, t.Language)),
        ];
        if (competition.At(MilestoneKind.Opened) is { } opened) facts.Add(new(t["documents.decision.call"], HelsinkiTime.Date(opened, t.Language)));
        if (competition.Timetable.ClosesAt is { } closes) facts.Add(new(t["documents.decision.deadline"], t.Written(closes)));
        if (!material.IsReconstructed) facts.Add(new(t["documents.decision.parties"], t["documents.decision.parties-are"]));
        yield return new Facts(facts);
    }

    private static IEnumerable<Block> Result(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t["documents.decision.result"]);
        if (material.IsOutcomeWithheld)
        {
            yield return new Paragraph(t["decisions.outcome-withheld"]);
            yield break;
        }

        if (material.Winner is not { } winner)
        {
            yield return new Proclamation(t["documents.decision.outcome"], t["documents.decision.no-winner"]);
        }
        else
        {
            yield return new Paragraph(t[material.IsReconstructed ? "documents.record.chosen" : "documents.decision.jury-has-decided"]);
            yield return new Proclamation(t["documents.decision.winner"], winner.TitleIn(t.Language), winner.OrganisationIn(t.Language));
            if (winner.SummaryIn(t.Language, material.IsReconstructed) is { } summary) yield return new Paragraph(t[material.IsReconstructed ? "documents.record.by-the-news" : material.SummaryKeyIn(t.Language), summary]);
        }

        List<Fact> facts =
        [
            .. material.SharedWith.Select(e => new Fact(t["documents.decision.shared-with"], new Passage($"{e.TitleIn(t.Language).Text}, {e.OrganisationIn(t.Language).Text}", e.TitleIn(t.Language).Language))),
            .. material.Mentions.Select(e => new Fact(t["documents.decision.mention"], new Passage($"{e.TitleIn(t.Language).Text}, {e.OrganisationIn(t.Language).Text}", e.TitleIn(t.Language).Language))),
        ];
        if (material.Winner is not null) facts.Add(new(t["documents.decision.europe"], t[material.IsReconstructed ? "documents.record.represented-finland" : "documents.decision.represents-finland"]));
        if (material.NominationNote is { } note)
            facts.Add(new(t["documents.decision.europe-more"], Passage.Of(note, t.Language)));
        if (facts.Count > 0) yield return new Facts(facts);
        if (WithoutAward(material, t) is { } others) yield return new Paragraph(others);
        if (material.Decision.Tie is { } tie)
            yield return new Paragraph(TieWords.Of(tie, material.Competition, id => material.Assessed.FirstOrDefault(e => e.Id == id)?.TitleIn(t.Language).Text ?? "–", t));
    }

    // The outcome is said of every party (Hallintolaki 44 § 1 mom. 3 k.), not only of those who were awarded.
    private static string? WithoutAward(DecisionMaterial material, Texts t)
    {
        var numbers = material.IsReconstructed ? [] : material.Assessed.Where(e => material.Decision.OutcomeOf(e.Id) == EntryOutcome.Assessed).Select(e => e.Number is { } n ? t.Written(n) : e.TitleIn(t.Language).Text).ToArray();
        return numbers switch
        {
            [] => null,
            [var one] => t["documents.decision.no-award-one", one],
            [.. var others, var last] => t["documents.decision.no-award", t["documents.list-and", string.Join(", ", others), last]],
        };
    }

    private static IEnumerable<Block> Grounds(DecisionMaterial material, Texts t) =>
    [
        .. Written(material, DecisionSection.Grounds, t["documents.decision.grounds"], t),
        .. from criterion in material.Competition.Criteria
           let text = material.Decision[DecisionSection.Criterion(criterion.Key)]
           where !text.IsEmpty()
           from block in (IEnumerable<Block>)[new Heading(2, Passage.Of(criterion.Title, t.Language)), .. Text(text, t)]
           select block,
    ];

    private static IEnumerable<Block> Assessments(DecisionMaterial material, Texts t)
    {
        var others = material.Assessed.Where(e => e.Id != material.Decision.WinnerId).ToList();
        if (others.Count == 0 && !material.IsReconstructed) yield break;

        yield return new Heading(1, t["documents.decision.assessments"]);
        foreach (var entry in others.Where(e => material.Decision[DecisionSection.Assessment(e.Id)] is { } text && !text.IsEmpty()))
        {
            yield return new Heading(2, new($"{entry.Number}. {entry.TitleIn(t.Language).Text}", entry.TitleIn(t.Language).Language));
            foreach (var block in Text(material.Decision[DecisionSection.Assessment(entry.Id)], t)) yield return block;
        }

        if (material.IsReconstructed) yield return new Paragraph(t["documents.decision.assessments-unknown"]);
    }

    private static IEnumerable<Block> Written(DecisionMaterial material, string section, string heading, Texts t) =>
        material.Decision[section].IsEmpty() ? [] : [new Heading(1, heading), .. Text(material.Decision[section], t)];

    /// <summary>A text in the language of the paper, or in the one it has, saying so.</summary>
    private static IEnumerable<Block> Text(LocalizedText text, Texts t)
    {
        var passage = Passage.Of(text, t.Language);
        if (passage.Language is { } other) yield return new Small(t["documents.text-is-in", other]);
        yield return new Paragraph(passage);
    }

    private static IEnumerable<Block> Provisions(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t[material.IsReconstructed ? "documents.contact" : "documents.decision.provisions"]);
        if (!material.IsReconstructed)
        {
            yield return new Paragraph(t[ProvisionsOf(material)]);
            yield return new Notice(Appeal(material.Competition, t));
            yield return new Paragraph(t["documents.decision.correction"]);
        }

        List<Fact> facts = material.IsReconstructed ? [] : [new(t["documents.decision.language"], Languages(material, t))];
        if (PaperFrame.Contact(material.Competition.Authority, t.Language) is { } contact) facts.Add(new(t["documents.contact-row"], contact));
        facts.Add(new(t["documents.attachment"], t["documents.decision.attachment"]));
        if (material.SealedBy is { } sealer) facts.Add(new(t["documents.decision.seal"], t["documents.decision.seal-is", sealer]));
        yield return new Facts(facts);
    }

    // A correction applies what the decision applied, and the sections on correcting.
    private static string ProvisionsOf(DecisionMaterial material) => material.Corrections is not [.., var latest] ? "documents.decision.provisions-are"
        : latest.Kind == CorrectionKind.Clerical ? "documents.decision.provisions-clerical" : "documents.decision.provisions-fact";

    // What the authority has written of appeal, or our default, which the ministry has still to confirm.
    private static Passage Appeal(Competition competition, Texts t) =>
        competition.Appeal.IsEmpty() ? t["documents.decision.appeal-default"] : Passage.Of(competition.Appeal, t.Language);

    private static string Languages(DecisionMaterial material, Texts t)
    {
        var sections = material.Decision.Sections(material.Scope);
        var isInEnglish = sections.All(section => material.Decision[section].Has(Language.English));
        return t["documents.decision.languages"] + (isInEnglish ? " " + t["documents.decision.languages-english"] : "");
    }

    private static IEnumerable<Block> Confirmation(DecisionMaterial material, Texts t)
    {
        if (material.IsReconstructed || material.DecidedAt is not { } decided) yield break;
        var approver = material.Approver;
        yield return new Signatures(
            approver is null ? [] : [Signature.Of(Passage.Of(approver.Name, t.Language), t[IsVice(approver) ? "documents.decision.vice-chair-of-jury" : "documents.decision.chair-of-jury"])],
            string.Join(' ', [t[approver is null ? "documents.decision.approved-recorded" : IsVice(approver) ? "documents.decision.approved-vice" : "documents.decision.approved", decided], .. CorrectionNote.ApprovedSince(material, t)]));
    }

    private static bool IsVice(JuryMember member) => member.Role == SeatRole.ViceChair;
}
