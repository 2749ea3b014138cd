using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The call for entries, to be sent on and put on a wall: theme, criteria, timetable, how to enter, whom to ask.</summary>
public static class CallPaper
{
    /// <param name="jury">Those whose names are public already.</param>
    /// <param name="address">Where the competition's page is.</param>
    /// <param name="texts">In any language; the call is written in <paramref name="language"/>.</param>
    public static Paper Of(Competition competition, IReadOnlyList<JuryMember> jury, string address, Language language, Texts texts)
    {
        var t = texts.In(language);
        var opened = competition.At(MilestoneKind.Opened);
        return new(Passage.Of(competition.Title, language), language, PaperFrame.Letterhead(competition, t["documents.decision.call"], opened is { } at ? HelsinkiTime.Date(at, language) : "", t),
            [
                .. Theme(competition, t),
                .. Timetable(competition, t),
                new Heading(1, t["call.how"]),
                new Bullets([t["call.how-portal", address], t["public.competition.rule-language"], t["public.competition.rule-deadline"], t["public.home.step-3-text"]]),
                .. PaperFrame.Contact(competition.Authority, language) is { } contact ? [new Facts([new(t["documents.contact"], contact)])] : Array.Empty<Block>(),
                .. Criteria(competition, t),
                .. Jury(competition, jury, t),
                .. Rules(competition, jury, t),
            ])
        {
            Mark = PaperFrame.Mark(competition, isDraft: false, t),
            Summary = t["call.summary", competition.Title],
        };
    }

    private static IEnumerable<Block> Theme(Competition competition, Texts t)
    {
        yield return new Proclamation(t["documents.decision.theme"], Passage.Of(competition.Theme.Title, t.Language), competition.Timetable.ClosesAt is { } closes ? new Passage(t["call.until", closes]) : null);
        if (!competition.Theme.Description.IsEmpty()) yield return new Paragraph(Passage.Of(competition.Theme.Description, t.Language));
        foreach (var (heading, text) in new[] { (t["public.competition.in-scope"], competition.Theme.InScope), (t["public.competition.out-of-scope"], competition.Theme.OutOfScope) })
        {
            if (text.IsEmpty()) continue;
            yield return new Heading(1, heading);
            yield return new Paragraph(Passage.Of(text, t.Language));
        }
    }

    private static IEnumerable<Block> Timetable(Competition competition, Texts t)
    {
        List<Fact> facts = [];
        if (competition.At(MilestoneKind.Opened) is { } opened) facts.Add(new(t["call.opened"], t.Written(opened)));
        if (competition.Timetable.ClosesAt is { } closes) facts.Add(new(t["public.deadline"], t.Written(closes)));
        if (competition.Timetable.EuropeDue is { } due) facts.Add(new(t["call.europe-due"], t.Written(due)));
        if (facts.Count == 0) yield break;
        yield return new Heading(1, t["public.competition.timetable"]);
        if (competition.Timetable.Extensions is [.., var last])
        {
            yield return new Notice(t["extension.notice-title", last.To] + "\n" + t["extension.notice", last.From] + " " + t.Written(last.Reason));
        }

        yield return new Facts(facts);
        yield return new Small(t["public.deadline-note"]);
    }

    private static IEnumerable<Block> Criteria(Competition competition, Texts t)
    {
        if (competition.Criteria.Count == 0) yield break;
        yield return new Heading(1, t["public.competition.criteria"]);
        yield return new Table(t["documents.decision.criteria-table"],
            [new(t["documents.number"], Share: 0), new(t["documents.decision.criterion"]), new(t["documents.decision.weight"], Align.End, Share: 0)],
            [.. competition.Criteria.Select(c => (IReadOnlyList<Passage>)[c.Key, Passage.Of(c.Title, t.Language), t.Written(c.Weight)])],
            RowHeaders: true);
        yield return new Paragraph(t["call.scale"]);
        foreach (var criterion in competition.Criteria.Where(c => !c.Guidance.IsEmpty()))
        {
            yield return new Heading(2, new($"{criterion.Key}. {criterion.Title.Best(t.Language).Text}", Passage.Of(criterion.Title, t.Language).Language));
            yield return new Paragraph(new($"{t["competitions.criterion-guidance"]}: {criterion.Guidance.Best(t.Language).Text}", Passage.Of(criterion.Guidance, t.Language).Language));
        }
    }

    private static IEnumerable<Block> Jury(Competition competition, IReadOnlyList<JuryMember> jury, Texts t)
    {
        yield return new Heading(1, t["public.competition.jury"]);
        if (!competition.Appointment.IsEmpty()) yield return new Paragraph(Passage.Of(competition.Appointment, t.Language));
        if (MandateFacts.Of(competition.Mandate, t) is { Count: > 0 } facts) yield return new Facts(facts);
        yield return jury.Count == 0
            ? new Paragraph(competition.Mandate.NamesPublicAt is { } at ? t["public.competition.jury-from", at] : t["public.competition.jury-later"])
            : new Bullets([.. jury.Select(m => new Passage(string.Join(", ", new[] { t.Written(m.Name), Role(m.Role, t), t.Written(m.Organisation) }.Where(part => part.Length > 0))))]);
    }

    private static string Role(SeatRole role, Texts t) =>
        t[role switch { SeatRole.Chair => "documents.decision.role-chair", SeatRole.ViceChair => "documents.decision.role-vice-chair", _ => "documents.decision.role-member" }];

    // The same rules as on the competition's page, and the quorum.
    private static IEnumerable<Block> Rules(Competition competition, IReadOnlyList<JuryMember> jury, Texts t)
    {
        yield return new Heading(1, t["public.competition.rules"]);
        yield return new Bullets(
        [
            t["public.competition.rule-jury"], t["public.competition.rule-interest"], t["public.competition.rule-advice"],
            competition.TieRule.CriteriaOrder.Count > 0 ? competition.TieRule.InWords(t, key => Quoted(competition, key, t)) : t["public.competition.rule-tie-end", competition.TieRule.End],
            DecisionPaperMeeting.Rule(competition.Quorum, jury.Count == 0 || jury.Any(m => m.Role == SeatRole.ViceChair), t),
        ]);
    }

    private static string Quoted(Competition competition, string key, Texts t) =>
        competition.Criteria.FirstOrDefault(c => c.Key == key) is { } criterion ? t["deliberation.quoted", criterion.Title] : key;
}
