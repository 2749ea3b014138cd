using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Meetings;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>What the minutes of a meeting are drawn from, without what is kept from their reader.</summary>
/// <param name="Names">How the people at the table are called.</param>
/// <param name="Titles">The entries as the agenda names them, each in its language.</param>
/// <param name="Withheld">Items that the reader stays out of.</param>
/// <param name="Ranking">The scores of the entries that the reader may see.</param>
/// <param name="Sheets">The sheets behind them.</param>
public sealed record MinutesMaterial(
    Competition Competition, Meeting Meeting, JuryTable Table, IReadOnlyDictionary<PersonId, LocalizedText> Names, IReadOnlyDictionary<EntryId, Passage> Titles,
    IReadOnlySet<AgendaItem> Withheld, IReadOnlyList<RankedEntry> Ranking, IReadOnlyList<ScoreSheet> Sheets)
{
    /// <summary>What became of the decision after the meeting, oldest first: its own record is not touched by that.</summary>
    public IReadOnlyList<LaterChange> Later { get; init; } = [];

    /// <summary>The recusals that were decided while a meeting was handling the entry.</summary>
    public IReadOnlyList<(EntryId Entry, PersonId Member)> MinutedRecusals { get; init; } = [];
}

/// <summary>That the decision was put on record anew or corrected, after a meeting in which it was on record.</summary>
public sealed record LaterChange(DateTimeOffset At, bool IsCorrection);

/// <summary>The minutes of a meeting of the jury, for the jury and its secretary: never published, since points stand in them.</summary>
public static class MinutesPaper
{
    /// <param name="texts">In any language; the paper is written in <paramref name="language"/>.</param>
    public static Paper Of(MinutesMaterial material, Language language, Texts texts)
    {
        var t = texts.In(language);
        var (competition, meeting) = (material.Competition, material.Meeting);
        var mark = PaperFrame.Mark(competition, isDraft: false, t)?.Text;
        return new(t["minutes.doc.title", meeting.Number, competition.Title], language, PaperFrame.Letterhead(competition, t["minutes.doc.kind"], HelsinkiTime.Date(meeting.OpenedAt, language), t),
            [
                .. Head(material, t),
                .. Presence(material, t),
                .. meeting.Agenda.SelectMany((item, place) => new MinutesItem(material, item, place + 1, t).Blocks()),
                .. Signed(material, t),
            ])
        {
            Mark = string.Join(" · ", new[] { t["minutes.doc.internal"], t[meeting.IsOpen ? "minutes.doc.mark-open" : "minutes.doc.mark-unconfirmed"], mark }.OfType<string>()),
            RunningHead = t["minutes.doc.running-head", meeting.Number],
            Summary = t["minutes.doc.title", meeting.Number, competition.Title],
        };
    }

    private static IEnumerable<Block> Head(MinutesMaterial material, Texts t)
    {
        var (competition, meeting) = (material.Competition, material.Meeting);
        yield return new Facts(
        [
            new(t["documents.decision.matter"], Passage.Of(competition.Title, t.Language)),
            new(t["minutes.doc.time"], meeting.ClosedAt is { } closed ? t["minutes.doc.time-is", meeting.OpenedAt, closed] : t["minutes.doc.time-open", meeting.OpenedAt]),
            new(t["meeting.place"], meeting.Place),
            new(t["minutes.doc.opened-by"], Passage.Of(material.Names.GetValueOrDefault(meeting.OpenedBy, LocalizedText.Empty), t.Language)),
            new(t["meeting.quorum"], DecisionPaperMeeting.Rule(competition.Quorum, material.Table.Members.Any(m => m.Role == SeatRole.ViceChair), t)),
        ]);
    }

    private static IEnumerable<Block> Presence(MinutesMaterial material, Texts t)
    {
        yield return new Heading(1, t["minutes.doc.presence"]);
        yield return new Table(t["minutes.doc.presence-table"],
            [new(t["meeting.person"], Share: 2), new(t["documents.decision.role"]), new(t["minutes.doc.when"], Share: 2)],
            [
                .. from person in material.Table.People
                   let there = material.Meeting.InTheRoom(person.Id)
                   where person.IsMember || there.Count > 0
                   select (IReadOnlyList<Passage>)
                   [
                       Passage.Of(material.Names.GetValueOrDefault(person.Id, LocalizedText.Empty), t.Language),
                       person.Role is { } role ? t.Written(role) : t["minutes.doc.secretary"],
                       there.Count == 0 ? t["minutes.doc.not-there"] : string.Join("\n", there.Select(a => Between(material.Meeting, a.From, a.To, t))),
                   ],
            ],
            RowHeaders: true);
    }

    private static IEnumerable<Block> Signed(MinutesMaterial material, Texts t)
    {
        if (material.Meeting.ClosedAt is not { } closed) yield break;
        var staff = material.Table.People.Where(p => !p.IsMember && material.Meeting.Attendances.Any(a => a.Person == p.Id));
        yield return new Signatures(
            [
                .. material.Table.Members.Where(m => m.Role == SeatRole.Chair).Concat(staff)
                    .Select(p => Signature.Of(Passage.Of(material.Names.GetValueOrDefault(p.Id, LocalizedText.Empty), t.Language), t[p.IsMember ? "documents.decision.chair-of-jury" : "minutes.doc.secretary"])),
            ],
            material.Meeting.ClosedBy is { } by ? t["minutes.doc.closed-by", closed, material.Names.GetValueOrDefault(by, LocalizedText.Empty)] : t["minutes.doc.closed", closed], ByHand: true);
    }

    /// <summary>Hours and minutes, since the day stands in the head; with the day where the meeting spans several.</summary>
    internal static string Between(Meeting meeting, DateTimeOffset from, DateTimeOffset? to, Texts t) =>
        to is { } end ? HelsinkiTime.DateAndTime(from, t.Language) == HelsinkiTime.DateAndTime(end, t.Language) ? Time(meeting, from, t) : SameDay(from, end) ? $"{Time(meeting, from, t)}–{HelsinkiTime.TimeInput(end)}" : $"{Time(meeting, from, t)} – {Time(meeting, end, t)}"
        : SpansDays(meeting) ? t["minutes.doc.since-day", from] : t["minutes.doc.since", HelsinkiTime.TimeInput(from)];

    /// <summary>A time within a sentence.</summary>
    internal static string At(Meeting meeting, DateTimeOffset at, Texts t) => SpansDays(meeting) ? t.Written(at) : t["minutes.doc.at", HelsinkiTime.TimeInput(at)];

    /// <summary>From when until when, within a sentence.</summary>
    internal static string AtBetween(Meeting meeting, DateTimeOffset from, DateTimeOffset? to, Texts t) =>
        to is { } end && HelsinkiTime.DateAndTime(from, t.Language) == HelsinkiTime.DateAndTime(end, t.Language) ? At(meeting, from, t)
        : to is null || SpansDays(meeting) ? Between(meeting, from, to, t) : t["minutes.doc.at", Between(meeting, from, to, t)];

    /// <summary>A time of the meeting, with its day where that is not told by the head.</summary>
    internal static string Time(Meeting meeting, DateTimeOffset at, Texts t) => SpansDays(meeting) ? $"{HelsinkiTime.Date(at, t.Language)} {HelsinkiTime.TimeInput(at)}" : HelsinkiTime.TimeInput(at);

    private static bool SpansDays(Meeting meeting) =>
        !SameDay(meeting.OpenedAt, meeting.ClosedAt ?? meeting.Turns.Select(turn => turn.To ?? turn.From).Concat(meeting.Attendances.Select(a => a.To ?? a.From)).Max());

    private static bool SameDay(DateTimeOffset one, DateTimeOffset other) => HelsinkiTime.DayOf(one) == HelsinkiTime.DayOf(other);
}
