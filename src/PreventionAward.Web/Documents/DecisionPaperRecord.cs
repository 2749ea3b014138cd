using System.Text.Json;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The parts of the decision that the record fills in: who decided, on what, and by which measure.</summary>
internal static class DecisionPaperRecord
{
    public static IEnumerable<Block> Jury(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t["documents.decision.jury"]);
        if (!material.Competition.Appointment.IsEmpty()) yield return new Paragraph(Passage.Of(material.Competition.Appointment, t.Language));
        if (MandateFacts.Of(material.Competition.Mandate, t) is { Count: > 0 } facts) yield return new Facts(facts);
        if (material.Jury.Count == 0)
        {
            yield return new Paragraph(t["documents.decision.jury-unknown"] + (material.IsReconstructed ? " " + t["documents.record.recusals-unknown"] : ""));
            yield break;
        }

        yield return Members(material, t);
        foreach (var block in Changes(material, t).Concat(DecisionPaperMeeting.Of(material, t))) yield return block;
        yield return new Heading(2, t["documents.decision.recusals"]);
        yield return new Paragraph(t[!material.Recusals.Any() ? "documents.decision.no-recusals" : DecisionPaperMeeting.CameUpLate(material).Any() ? "documents.decision.recused-since-known" : material.Meetings is { Held.Count: > 0 } ? "documents.decision.recused-stayed-out" : "documents.decision.recused-took-no-part"]);
        foreach (var (member, entry, until) in DecisionPaperMeeting.CameUpLate(material)) yield return new Paragraph(t["documents.decision.recused-until", member.Name, $"{entry.Number}", until]);
        if (material.Recusals.Any()) yield return Recusals(material, t);
        if (material.Officials.Count == 0) yield break;
        yield return new Paragraph(t["documents.decision.officials-stayed-out"]);
        yield return Officials(material, t);
    }

    public static IEnumerable<Block> Entries(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t["documents.decision.entries"]);
        if (material.IsReconstructed)
        {
            yield return new Paragraph($"{HowMany("took-part", material.Received, t)} {HowMany("known", material.Entries.Count(IsKnown), t)}");
        }
        else
        {
            var late = material.LateEntries.Count();
            yield return new Paragraph(Received(material, t)
                + (late > 0 ? " " + t["documents.decision.entries-late", late] : ""));
        }

        yield return EntriesTable(material, t);
    }

    private static Table EntriesTable(DecisionMaterial material, Texts t)
    {
        // The entries of a reconstructed year may have no numbers; an empty column would only raise questions.
        var numbered = material.Entries.Any(e => e.Number is not null) || material.LateEntries.Any();
        var withOutcome = !material.IsReconstructed && !material.IsOutcomeWithheld;
        IEnumerable<T> Numbered<T>(T number) => numbered ? [number] : [];
        IEnumerable<T> Outcome<T>(T outcome) => withOutcome ? [outcome] : [];
        return new(t["documents.decision.entries-table"],
            [.. Numbered(new Column(t["documents.number"], Align.End, Share: 0)), new(t["documents.entry"], Share: 6), new(t["documents.organisation"], Share: 5), new(t["documents.decision.handling"], Share: 4), .. Outcome(new Column(t["documents.decision.outcome"], Share: 5))],
            [
                .. material.Entries.Select(e => (IReadOnlyList<Passage>)[.. Numbered<Passage>(t.Written(e.Number)), .. Row(e, material, t), .. Outcome<Passage>(OutcomeOf(e, material, t))]),
                .. material.LateEntries.Select(late => (IReadOnlyList<Passage>)["–", late.Answers["title"], late.Answers["organisation"], t["documents.decision.came-late", late.At], .. Outcome<Passage>(t["documents.decision.outcome-not-assessed"])]),
            ],
            RowHeaders: true);
    }

    public static IEnumerable<Block> Criteria(DecisionMaterial material, Texts t)
    {
        yield return new Heading(1, t["documents.decision.criteria"]);
        yield return new Paragraph(material.IsReconstructed ? t["documents.decision.method-unknown"] : t["documents.decision.method"] + DecisionPaperMeeting.Discussed(material, t));
        if (material.Competition.Criteria.Count == 0 || material.IsReconstructed) yield break;
        yield return new Table(t["documents.decision.criteria-table"],
            [new(t["documents.number"], Share: 0), new(t["documents.decision.criterion"]), new(t["documents.decision.weight"], Align.End, Share: 0)],
            [.. material.Competition.Criteria.Select(c => (IReadOnlyList<Passage>)[c.Key, Passage.Of(c.Title, t.Language), t.Written(c.Weight)])],
            RowHeaders: true);
    }

    private static Table Members(DecisionMaterial material, Texts t)
    {
        var withOrganisation = material.Jury.Any(m => !m.Organisation.IsEmpty());
        return new(t["documents.decision.members-table"],
            [new(t["documents.decision.member"]), new(t["documents.decision.role"]), .. withOrganisation ? [new Column(t["documents.decision.body"])] : Array.Empty<Column>()],
            [
                .. material.Jury.Select(m => (IReadOnlyList<Passage>)
                [
                    Passage.Of(m.Name, t.Language),
                    t[m.Role switch { SeatRole.Chair => "documents.decision.role-chair", SeatRole.ViceChair => "documents.decision.role-vice-chair", _ => "documents.decision.role-member" }],
                    .. withOrganisation ? [Passage.Of(m.Organisation, t.Language)] : Array.Empty<Passage>(),
                ]),
            ],
            RowHeaders: true);
    }

    // The membership froze when scoring started: what has changed since is told, with the coded reason and no private circumstance.
    private static IEnumerable<Block> Changes(DecisionMaterial material, Texts t)
    {
        if (material.Changes.Count == 0) yield break;
        yield return new Heading(2, t["documents.decision.changes"]);
        yield return new Paragraph(t["documents.decision.changes-explain"]);
        yield return new Table(t["documents.decision.changes-table"],
            [new(t["documents.decision.changed-on"], Share: 1), new(t["documents.decision.member"], Share: 2), new(t["documents.decision.change"], Share: 3), new(t["documents.decision.change-reason"], Share: 2)],
            [
                .. material.Changes.Select(c => (IReadOnlyList<Passage>)
                [
                    HelsinkiTime.Date(c.At, t.Language), Passage.Of(c.Name, t.Language),
                    t[$"membership.change-{Kebab(c.Kind)}", t.Written(c.Role)] + (c.IsLeaving ? " " + t[c.SheetsStay ? "membership.scores-stay" : "membership.scores-dropped"] : ""),
                    t.Written(c.Reason),
                ]),
            ]);
    }

    private static string Kebab(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static Table Recusals(DecisionMaterial material, Texts t) => new(t["documents.decision.recusals-table"],
        [new(t["documents.decision.member"], Share: 4), new(t["documents.entry"], Share: 5), new(t["documents.decision.ground"], Share: 8), new(t["documents.decision.decided-by"], Share: 6)],
        [
            .. material.Recusals.Select(r => (IReadOnlyList<Passage>)
            [
                Passage.Of(r.Member.Name, t.Language),
                new($"{r.Entry.Number}. {r.Entry.TitleIn(t.Language).Text}", r.Entry.TitleIn(t.Language).Language),
                RecusalWords.Ground(r.Declaration.Ground, t),
                RecusalWords.DecidedBy(r.Declaration, material.DeciderOf(r.Declaration), t),
            ]),
        ],
        RowHeaders: true);

    private static Table Officials(DecisionMaterial material, Texts t) => new(t["documents.decision.officials-table"],
        [new(t["documents.decision.role"], Share: 4), new(t["documents.entry"], Share: 5), new(t["documents.decision.ground"], Share: 8), new(t["documents.decision.decided-by"], Share: 5)],
        [
            .. material.Officials.Select(o => (IReadOnlyList<Passage>)
            [
                string.Join(", ", o.Roles.Select(role => t.Written(role))),
                new($"{o.Entry.Number}. {o.Entry.TitleIn(t.Language).Text}", o.Entry.TitleIn(t.Language).Language),
                RecusalWords.Ground(o.Declaration.Ground, t),
                RecusalWords.DecidedOnOfficial(o.Declaration, t),
            ]),
        ],
        RowHeaders: true);

    private static IReadOnlyList<Passage> Row(Entry entry, DecisionMaterial material, Texts t) =>
    [
        IsKnown(entry) ? entry.TitleIn(t.Language) : t["documents.decision.not-known"],
        IsKnown(entry) ? entry.OrganisationIn(t.Language) : "",
        entry.Status switch
        {
            // What the jury did with an entry of a reconstructed year is not known, except that it chose one.
            _ when material.IsReconstructed => entry.Id == material.Decision.WinnerId ? t["documents.record.chosen-as-winner"] : "",
            EntryStatus.Eligible => t["documents.decision.assessed"],
            EntryStatus.Ineligible => t["documents.decision.excluded", entry.IneligibleReason],
            _ => t["documents.decision.received"],
        } + Admitted(entry, t) + Supplemented(entry, t),
    ];

    /// <summary>What became of one entry, in the words of the decision's table.</summary>
    internal static string OutcomeOf(Entry entry, DecisionMaterial material, Texts t) => t[entry.Status switch
    {
        EntryStatus.Eligible => material.Decision.OutcomeOf(entry.Id) switch
        {
            EntryOutcome.Winner => material.SharedWith.Any() ? "documents.decision.outcome-shared" : "documents.decision.outcome-winner",
            EntryOutcome.Mentioned => "documents.decision.outcome-mentioned",
            _ => "documents.decision.outcome-assessed",
        },
        _ => "documents.decision.outcome-not-assessed",
    }];

    // Small numbers in words; a sentence begins with a capital in every language.
    /// <summary>How many entries came in time, and how many of them the jury assessed.</summary>
    internal static string Received(DecisionMaterial material, Texts t)
    {
        var (received, assessed) = (material.Received, material.Assessed.Count);
        var came = HowMany("received", received, t);
        if (received == 0) return came;
        return $"{came} {(assessed != received ? HowMany("taken-up", assessed, t) : t[received == 1 ? "documents.record.taken-up-alone" : "documents.record.taken-up-all"])}";
    }

    private static string HowMany(string key, int count, Texts t)
    {
        if (count == 1) return t[$"documents.record.{key}-one"];
        var number = count is > 1 and <= 10 ? t[$"documents.number-in-words.{count}"] : t.Written(count);
        var sentence = t[$"documents.record.{key}", number];
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private static string Admitted(Entry entry, Texts t) => entry.Admission is { } admission
        ? "; " + t[admission.Kind == AdmissionKind.Late ? "late.in-decision-late" : "late.in-decision-in-time", entry.Versions.LastOrDefault(v => v.Supplement is null)?.At]
        : "";

    private static string Supplemented(Entry entry, Texts t) => entry.Submitted is { Supplement: not null, At: var at } ? "; " + t["supplements.in-decision", at] : "";

    private static bool IsKnown(Entry entry) => entry.PublicTitle.Length > 0;
}
