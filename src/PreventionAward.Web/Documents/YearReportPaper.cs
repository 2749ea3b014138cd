using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The year report of a competition: what happened, when, and how many of each.</summary>
public static class YearReportPaper
{
    /// <param name="at">When the report is drawn: it tells the record as it stands then.</param>
    /// <param name="texts">In any language; the paper is written in <paramref name="language"/>.</param>
    public static Paper Of(YearReportMaterial material, DateTimeOffset at, Language language, Texts texts)
    {
        var t = texts.In(language);
        var title = t.Written(material.Competition.Title);
        return new(t["report.title", title], language, PaperFrame.Letterhead(material.Competition, t["report.kind"], HelsinkiTime.Date(at, language), t),
            [
                new Paragraph(t["report.intro", at]),
                .. Timetable(material, t),
                .. YearReportEntries.Of(material, t),
                .. Jury(material, t),
                .. Decision(material, t),
                .. Operation(material, t),
            ])
        {
            Mark = PaperFrame.Mark(material.Competition, isDraft: false, t),
            RunningHead = t["report.title", title],
            Summary = t["report.summary", title],
        };
    }

    private static IEnumerable<Block> Timetable(YearReportMaterial material, Texts t)
    {
        var competition = material.Competition;
        yield return new Heading(1, t["report.timetable"]);
        yield return new Facts(
        [
            new(t["documents.decision.theme"], Passage.Of(competition.Theme.Title, t.Language)),
            .. competition.Timetable.ClosesAt is { } closes ? [new Fact(t["documents.decision.deadline"], t.Written(closes))] : Array.Empty<Fact>(),
            .. competition.Milestones.OrderBy(m => m.At).Select(m => new Fact(t.Written(m.Kind), t.Written(m.At))),
        ]);
        if (competition.Timetable.Extensions is { Count: > 0 } extensions)
            yield return new Table(t["report.extensions"],
                [new(t["report.extended-at"]), new(t["report.extended-from"]), new(t["report.extended-to"]), new(t["report.reason"], Share: 2)],
                [.. extensions.Select(e => (IReadOnlyList<Passage>)[HelsinkiTime.Date(e.At, t.Language), t.Written(e.From), t.Written(e.To), Passage.Of(e.Reason, t.Language)])]);
        else yield return new Paragraph(t["report.no-extensions"]);

        yield return new Heading(2, t["report.kept"]);
        yield return new Bullets([.. Kept(material, t)]);
    }

    // Time limits that were set, and whether they were kept.
    private static IEnumerable<Passage> Kept(YearReportMaterial material, Texts t)
    {
        var (competition, timetable) = (material.Competition, material.Competition.Timetable);
        if (timetable.ScoringDue is { } due) yield return t["report.scoring-due", due, material.Sheets.InTime, material.Sheets.HandedIn];
        else yield return t["report.scoring-no-due"];
        if (timetable.EuropeDue is not { } europe) yield break;
        yield return competition.At(MilestoneKind.SentToEurope) is not { } sent ? t["report.europe-not-sent", europe]
            : t[HelsinkiTime.DayOf(sent) <= europe ? "report.europe-in-time" : "report.europe-late", europe, HelsinkiTime.DayOf(sent)];
    }

    private static IEnumerable<Block> Jury(YearReportMaterial material, Texts t)
    {
        yield return new Heading(1, t["report.jury"]);
        yield return new Facts(
        [
            new(t["report.jurors"], t.Written(material.Jurors)),
            .. material.JuryChanges.Select(c => new Fact(t["report.change", c.Kind], t.Written(c.Count))),
            new(t["report.sheets"], t.Written(material.Sheets.HandedIn)),
            .. material.Sheets.OnPaper > 0 ? [new Fact(t["report.sheets-on-paper"], t.Written(material.Sheets.OnPaper))] : Array.Empty<Fact>(),
            .. material.Meetings.Select(m => new Fact(t["report.meeting", m.Number], m.Closed is { } closed ? t["report.meeting-closed", m.Opened, closed] : t.Written(m.Opened))),
        ]);
        foreach (var (heading, recusals) in new[] { (t["report.recusals"], material.Recusals), (t["report.recusals-officials"], material.OfficialRecusals) })
        {
            if (recusals.Count == 0) continue;
            yield return new Table(heading, [new(t["documents.decision.ground"], Share: 4), new(t["report.count"], Align.End, Share: 0)],
                [.. recusals.Select(r => (IReadOnlyList<Passage>)[RecusalWords.Ground(r.Ground, t), t.Written(r.Count)])], RowHeaders: true);
        }

        if (material.Recusals.Count + material.OfficialRecusals.Count == 0) yield return new Paragraph(t["report.no-recusals"]);
    }

    private static IEnumerable<Block> Decision(YearReportMaterial material, Texts t)
    {
        yield return new Heading(1, t["report.decision"]);
        if (material.Versions.Count == 0)
        {
            yield return new Paragraph(t["report.not-published"]);
            yield break;
        }

        yield return new Table(t["report.versions"], [new(t["report.version"], Align.End, Share: 0), new(t["report.published-at"]), new(t["report.ground"], Share: 2)],
        [
            .. material.Versions.Select(v => (IReadOnlyList<Passage>)
            [
                t.Written(v.Version), t.Written(v.At),
                v.Corrects is { } kind ? t[$"corrections.ground.{(kind == CorrectionKind.Clerical ? "clerical" : "fact")}"] : t["report.first-version"],
            ]),
        ]);
    }

    private static IEnumerable<Block> Operation(YearReportMaterial material, Texts t)
    {
        yield return new Heading(1, t["report.operation"]);
        yield return new Facts(
        [
            new(t["report.mails-sent"], t.Written(material.Mails.Sent)),
            new(t["report.mails-waiting"], t.Written(material.Mails.Waiting)),
            new(t["report.mails-failed"], t.Written(material.Mails.Failed)),
        ]);
        if (material.Outages.Count == 0) yield return new Paragraph(t["report.no-outages"]);
        else
            yield return new Table(t["report.outages"], [new(t["report.outage-from"]), new(t["report.outage-to"]), new(t["report.outage-what"], Share: 2)],
                [.. material.Outages.Select(o => (IReadOnlyList<Passage>)[t.Written(o.From), o.To is { } to ? t.Written(to) : "–", o.What])]);
    }
}

/// <summary>The part of the year report about entries, with when they came.</summary>
internal static class YearReportEntries
{
    // More days than these would not be read.
    private const int MostDays = 14;

    public static IEnumerable<Block> Of(YearReportMaterial material, Texts t)
    {
        int In(EntryStatus status) => material.Statuses.GetValueOrDefault(status);
        yield return new Heading(1, t["report.entries"]);
        yield return new Facts(
        [
            new(t["report.received"], t.Written(material.Arrived.Count)),
            new(t["report.eligible"], t.Written(In(EntryStatus.Eligible))),
            new(t["report.excluded"], t.Written(In(EntryStatus.Ineligible))),
            new(t["report.withdrawn"], t.Written(In(EntryStatus.Withdrawn))),
            new(t["report.late"], t.Written(material.Late)),
            .. material.Admitted > 0 ? [new Fact(t["report.admitted"], t.Written(material.Admitted))] : Array.Empty<Fact>(),
            new(t["report.begun"], t.Written(material.Begun)),
        ]);
        if (Days(material) is { Count: > 0 } days) yield return Chart(t["report.arrivals"], days.Select(d => (Label(d, t), d.Count)), t);
        if (material.Languages.Count > 0) yield return Chart(t["report.languages"], Language.All.Select(l => ((Passage)t.Written(l), material.Languages.GetValueOrDefault(l))), t);
        if (material.Kinds.Any(k => k.Count > 0)) yield return Chart(t["report.kinds"], material.Kinds.Select(k => (Passage.Of(k.Kind, t.Language), k.Count)), t);
        yield return new Heading(2, t["report.handling"]);
        yield return new Facts(
        [
            new(t["report.questions"], material.Questions.Asked == 0 ? t["report.questions-none"] : t["report.questions-are", material.Questions.Asked, material.Questions.Published, material.Questions.Dismissed]),
            new(t["report.supplements"], material.Supplements.Asked == 0 ? t["report.none"] : t["report.supplements-are", material.Supplements.Asked, material.Supplements.HandedIn]),
            new(t["report.endorsements"], material.Endorsements.Asked == 0 ? t["report.none"] : t["report.endorsements-are", material.Endorsements.Asked, material.Endorsements.Endorsed, material.Endorsements.Declined]),
        ]);
    }

    /// <summary>How many came on each of the last days before the closing, and before them; the closing day last.</summary>
    private static List<(DateOnly? Day, DateOnly? Until, int Count)> Days(YearReportMaterial material)
    {
        if (material.Arrived.Count == 0) return [];
        var last = material.Competition.Timetable.ClosesAt is { } closes ? HelsinkiTime.DayOf(closes.AddTicks(-1)) : material.Arrived.Max(HelsinkiTime.DayOf);
        var arrived = material.Arrived.Select(HelsinkiTime.DayOf).ToList();
        var first = arrived.Min();
        if (last.AddDays(1 - MostDays) is var earliest && first < earliest) first = earliest;
        var before = arrived.Count(day => day < first);
        return
        [
            .. before > 0 ? [(null, first, before)] : Array.Empty<(DateOnly?, DateOnly?, int)>(),
            .. Enumerable.Range(0, Math.Max(1, last.DayNumber - first.DayNumber + 1)).Select(i => first.AddDays(i)).Select(day => ((DateOnly?)day, (DateOnly?)null, arrived.Count(d => d == day))),
            .. arrived.Count(day => day > last) is > 0 and var after ? [(null, null, after)] : Array.Empty<(DateOnly?, DateOnly?, int)>(),
        ];
    }

    private static Passage Label((DateOnly? Day, DateOnly? Until, int Count) day, Texts t) =>
        day.Day is { } on ? t.Written(on) : day.Until is { } until ? t["report.before", until] : t["report.after-deadline"];

    // What the drawing says is said in words too: every row with its number.
    private static Bars Chart(string caption, IEnumerable<(Passage Label, int Count)> rows, Texts t)
    {
        List<Bar> bars = [.. rows.Select(row => new Bar(row.Label, row.Count, t.Written(row.Count)))];
        return new(caption, $"{caption}: {string.Join("; ", bars.Select(bar => $"{bar.Label.Text} {bar.Words.Text}"))}", bars);
    }
}
