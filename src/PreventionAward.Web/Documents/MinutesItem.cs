using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>One item of the minutes: who took part and who was out, what was agreed on, voted and said against.</summary>
internal sealed class MinutesItem(MinutesMaterial material, AgendaItem item, int number, Texts t)
{
    private readonly Meeting meeting = material.Meeting;

    public IEnumerable<Block> Blocks()
    {
        yield return new Heading(1, Title());
        if (material.Withheld.Contains(item))
        {
            yield return new Paragraph(t["minutes.doc.withheld"]);
            yield break;
        }

        var turns = meeting.Turns.Where(turn => turn.Item == item).ToList();
        if (turns.Count == 0)
        {
            yield return new Paragraph(t[meeting.IsOpen ? "minutes.doc.not-yet-handled" : "minutes.doc.not-handled"]);
            yield break;
        }

        foreach (var block in turns.SelectMany(Handled).Concat(item.Entry is { } entry ? OfEntry(entry) : []).Concat(ByTime()).Concat(Dissents())) yield return block;
    }

    private Passage Title() => item.Entry is { } entry && material.Titles.TryGetValue(entry, out var title)
        ? new($"{number} § {t["minutes.doc.entry", string.Join(": ", title.Text.Split(". ", 2))]}", title.Language)
        : new($"{number} § {t.Written(item.Kind)}");

    private IEnumerable<Block> Handled(Turn turn)
    {
        if (turn.Waits)
        {
            yield return new Paragraph(t["minutes.doc.never-begun", MinutesPaper.AtBetween(meeting, turn.From, turn.To, t), string.Join(", ", turn.Out.Where(o => o.LeftAt is null).Select(o => Name(o.Person)))]);
            yield break;
        }

        if (turn.PassedOver)
        {
            yield return new Paragraph(t["minutes.doc.passed-over", MinutesPaper.AtBetween(meeting, turn.From, turn.To, t)]);
            yield break;
        }

        List<Fact> facts = [new(t["minutes.doc.handled"], MinutesPaper.Between(meeting, turn.From, turn.To, t))];
        if (turn.Quorum is { } quorum)
        {
            facts.Add(new(t["meeting.quorum"], $"{t[quorum.IsMet ? "meeting.quorum-met" : "meeting.quorum-not-met"]}: {Figures(turn, quorum)}"));
            if (turn.Gaps.Count > 0) facts.Add(new(t["minutes.doc.no-quorum-between"], string.Join("\n", turn.Gaps.Select(gap => MinutesPaper.AtBetween(meeting, gap.From, gap.To, t)))));
            facts.Add(new(t["minutes.doc.took-part"], string.Join(", ", turn.Present.Select(Name))));
        }

        yield return new Facts(facts);
        if (turn.Out.Count == 0) yield break;
        yield return new Table(t[turn.Out.Count == 1 ? "minutes.doc.out-one" : "minutes.doc.out"],
            [new(t["meeting.person"], Share: 4), new(t["documents.decision.ground"], Share: 8), new(t["documents.decision.decided-by"], Share: 6), new(t["minutes.doc.left-at"], Share: 4)],
            [
                .. turn.Out.Select(o => (IReadOnlyList<Passage>)
                [
                    Name(o.Person),
                    o.Ground is { } ground ? $"{t.Written(o.Reason)}: {RecusalWords.Ground(ground, t)}" : t.Written(o.Reason),
                    DecidedBy(o.Person),
                    Absent(turn, o),
                ]),
            ],
            RowHeaders: true);
    }

    // Who counts neither among the present nor among all is told, so that the figures add up to the jury.
    private string Figures(Turn turn, Quorum quorum)
    {
        var recused = turn.Out.Count(o => o.Reason != OutReason.Undeclared && material.Table.Members.Any(m => m.Id == o.Person));
        return t[FiguresKey(quorum), quorum.Present, quorum.Needed] + (recused > 0 ? " " + t["minutes.doc.quorum-recused", quorum.Members + recused, recused] : "");
    }

    // Enough members without one who presides are no quorum: then that is said, and not only how many there were.
    private string FiguresKey(Quorum quorum)
    {
        var presiders = material.Table.Presiders(item);
        return !quorum.LacksChair ? "minutes.doc.quorum-figures"
            : !presiders.Contains(SeatRole.Chair) ? "minutes.doc.without-vice-chair"
            : presiders.Contains(SeatRole.ViceChair) ? "minutes.doc.without-presider" : "minutes.doc.without-chair";
    }

    // At the decision: of the first entry that keeps the person out.
    private string DecidedBy(PersonId person) =>
        (item.Entry is { } one ? [one] : material.Table.Entries).Select(entry => material.Table.Declarations.GetValueOrDefault((entry, person)))
            .FirstOrDefault(declaration => declaration?.Interest == Interest.Recused) is { } recused
            ? material.Table.People.Any(p => p.Id == person && p.IsMember)
                ? RecusalWords.DecidedBy(recused, RecusalDeciders.Of(recused, material.Table.Members.FirstOrDefault(m => m.Id == recused.ConfirmedBy)?.Role, material.MinutedRecusals.Contains((recused.EntryId, person))), t)
                : RecusalWords.DecidedOnOfficial(recused, t)
            : "–";

    private string Absent(Turn turn, Absence absence) => absence.ToldAt is { } told ? $"{t["minutes.doc.told-at", MinutesPaper.At(meeting, told, t)]} {Left(turn, absence)}" : Left(turn, absence);

    private string Left(Turn turn, Absence absence) => absence.LeftAt is { } left ? t["minutes.doc.out-from", MinutesPaper.At(meeting, left, t)]
        : t[meeting.WhoDidNotLeave(turn).Contains(absence.Person) ? "minutes.doc.did-not-leave" : "minutes.doc.was-not-there"];

    private IEnumerable<Block> OfEntry(EntryId entry)
    {
        if (material.Ranking.FirstOrDefault(r => r.Id == entry) is { } ranked) yield return Spread(ranked);
        foreach (var rescoring in meeting.Rescorings.Where(r => r.Entry == entry))
        {
            yield return new Heading(2, t["meeting.rescoring"]);
            yield return new Paragraph(t["minutes.doc.rescoring", Name(rescoring.By), rescoring.Reason, MinutesPaper.Between(meeting, rescoring.From, rescoring.To, t)]);
            if (Rescored(entry) is { Rows.Count: > 0 } table) yield return table;
        }

        var agreed = material.Competition.Criteria.Select(c => (Criterion: c, Text: meeting.Consensus.FirstOrDefault(a => a.Entry == entry && a.Criterion == c.Key))).Where(a => a.Text is not null).ToList();
        if (agreed.Count > 0) yield return new Heading(2, t["meeting.consensus"]);
        foreach (var (criterion, text) in agreed)
        {
            yield return new Heading(3, Passage.Of(criterion.Title, t.Language));
            if (text!.Language != t.Language) yield return new Small(t["documents.text-is-in", text.Language]);
            yield return new Paragraph(new(text.Text, text.Language == t.Language ? null : text.Language));
        }
    }

    private Table Spread(RankedEntry ranked) => new(t["minutes.doc.spread"],
        [new(t["documents.decision.criterion"], Share: 3), new(t["minutes.doc.scores"], Align.End, 0), new(t["minutes.doc.range"], Align.End, 0), new(t["minutes.doc.mean"], Align.End, 0)],
        [
            .. ranked.Criteria.Select(c => (IReadOnlyList<Passage>)
            [
                Passage.Of(c.Criterion.Title, t.Language), t.Written(c.Points.Count), c.Points.Count == 0 ? "–" : $"{c.Points[0]}–{c.Points[^1]}", Shown(c.Mean),
            ]),
        ],
        RowHeaders: true);

    private Table Rescored(EntryId entry) => new(t["minutes.doc.rescored-table"],
        [new(t["meeting.person"], Share: 2), new(t["minutes.doc.before"], Align.End), new(t["minutes.doc.after"], Align.End)],
        [
            .. from sheet in material.Sheets
               where sheet.EntryId == entry && sheet.Earlier.Count > 0
               let before = ScoreSheet.Restore(sheet.CompetitionId, sheet.EntryId, sheet.JurorId, sheet.Earlier[0].Marks, null, null)
               select (IReadOnlyList<Passage>)[Name(sheet.JurorId), Shown(Ranking.SoFar(before, material.Competition.Criteria)), Shown(Ranking.SoFar(sheet, material.Competition.Criteria))],
        ],
        RowHeaders: true);

    // Votes and what was put on record, in the order in which they came.
    private IEnumerable<Block> ByTime()
    {
        var votes = meeting.Votes.Where(v => v.Item == item).Select(v => (v.At, Blocks: Held(v)));
        if (item.Kind != ItemKind.Decision) return votes.OrderBy(v => v.At).SelectMany(v => v.Blocks);
        IEnumerable<Block> after = meeting.Outcomes.Count == 0 ? [new Paragraph(t["minutes.doc.nothing-decided"])] : material.Later.Select(change => t[change.IsCorrection ? "minutes.doc.corrected-later" : "minutes.doc.recorded-later", HelsinkiTime.Date(change.At, t.Language)]).Distinct().Select(said => new Paragraph(said));
        return votes.Concat(meeting.Outcomes.Select(o => (o.At, Blocks: Decided(o)))).OrderBy(e => e.At).SelectMany(e => e.Blocks).Concat(after);
    }

    private IEnumerable<Block> Decided(RecordedOutcome outcome)
    {
        List<Fact> facts = [outcome.Winner is { } winner ? new(t["documents.decision.winner"], EntryTitle(winner)) : new(t["documents.decision.outcome"], t["documents.decision.no-winner"])];
        facts.AddRange(outcome.SharedWith.Select(e => new Fact(t["documents.decision.shared-with"], EntryTitle(e))));
        facts.AddRange(outcome.Mentions.Select(e => new Fact(t["documents.decision.mention"], EntryTitle(e))));
        if (outcome.Winner is not null) facts.Add(new(t["documents.decision.europe"], t["documents.decision.represents-finland"]));
        if (outcome.Reason.Length > 0) facts.Add(new(t["decisions.draft.reason"], outcome.Reason));
        if (outcome.HandlingReason.Length > 0) facts.Add(new(t["decisions.draft.handling-reason"], outcome.HandlingReason));
        facts.Add(new(t["minutes.doc.how-decided"], HowDecided.Of(outcome, meeting, t)));
        facts.Add(new(t["minutes.doc.recorded"], t["minutes.doc.recorded-by", Name(outcome.By), outcome.At]));
        yield return new Facts(facts);
    }

    private IEnumerable<Block> Held(Vote vote)
    {
        yield return new Heading(2, t["meeting.vote-heading", vote.Question]);
        if ((vote.Result?.At ?? vote.Lapsed?.At) is { } end)
            yield return new Paragraph(t[vote.Lapsed is null ? "minutes.doc.vote-times" : "minutes.doc.lapse-times", MinutesPaper.At(meeting, vote.At, t), MinutesPaper.At(meeting, end, t)]);
        yield return new Paragraph(VoteWords.Outcome(vote, person => material.Names.GetValueOrDefault(person, LocalizedText.Empty), EntryTitle, t));
        if (vote.Ballots.Count + vote.Voided.Count == 0) yield break;
        yield return new Table(t["minutes.doc.ballots"], [new(t["meeting.person"]), new(t["meeting.vote-is"])],
            [
                .. vote.Ballots.Select(b => (IReadOnlyList<Passage>)[Name(b.By), VoteWords.Of(b, EntryTitle, t)]),
                .. vote.Voided.Select(v => (IReadOnlyList<Passage>)[Name(v.Ballot.By), t["meeting.vote-voided", v.At]]),
            ],
            RowHeaders: true);
    }

    private IEnumerable<Block> Dissents()
    {
        foreach (var dissent in meeting.Dissents.Where(d => d.Item == item))
        {
            yield return new Heading(2, t["meeting.dissent-of", Name(dissent.By)]);
            if (dissent.Language != t.Language) yield return new Small(t["documents.text-is-in", dissent.Language]);
            yield return new Paragraph(new(dissent.Text, dissent.Language == t.Language ? null : dissent.Language));
        }
    }

    private string Name(PersonId person) => t.Written(material.Names.GetValueOrDefault(person, LocalizedText.Empty));

    private string EntryTitle(EntryId entry) => material.Titles.GetValueOrDefault(entry)?.Text ?? "–";

    private string Shown(Fraction? number) => number is { } exact ? exact.Rounded(2).ToString("0.00", Cultures.Of(t.Language)) : "–";
}
