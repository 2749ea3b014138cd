using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Meetings;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>The part of the decision that tells how it was made: when the jury met, who took part in deciding, by which quorum. What the record does not hold is not claimed.</summary>
internal static class DecisionPaperMeeting
{
    public static IEnumerable<Block> Of(DecisionMaterial material, Texts t)
    {
        if (material.Meetings is not { } meetings || material.IsReconstructed) yield break;
        yield return new Heading(2, t["documents.decision.meetings"]);
        if (meetings.Held.Count == 0)
        {
            yield return new Paragraph(t["documents.decision.no-meeting"]);
            yield break;
        }

        yield return new Facts(
        [
            new(t["documents.decision.meetings-held"], string.Join("\n", meetings.Held.Select(m => t["documents.decision.meeting", m.Number, When(m, t)]))),
            .. material.Decision.Deciding is { } deciding ? Deciders(deciding, material, t) : [new Fact(t["documents.decision.deciders"], t["documents.decision.deciders-unknown"])],
            new(t["meeting.rescoring"], meetings.SheetsRescored == 0 ? t["documents.decision.rescored-none"] : t["documents.decision.rescored", meetings.SheetsRescored]),
        ]);
    }

    /// <summary>Recused members who had taken part in handling the entry before that came up, and until when.</summary>
    public static IEnumerable<(JuryMember Member, Entry Entry, DateTimeOffset Until)> CameUpLate(DecisionMaterial material) =>
        from recusal in material.Recusals
        from part in material.Meetings?.TookPartUntil ?? []
        where part.Person == recusal.Member.PersonId && part.Entry == recusal.Entry.Id
        group part.Until by (recusal.Member, recusal.Entry) into parts
        select (parts.Key.Member, parts.Key.Entry, parts.Max());

    /// <summary>That the jury discussed the entries, as far as a meeting handled them.</summary>
    public static string Discussed(DecisionMaterial material, Texts t)
    {
        if (material.Meetings is not { Held.Count: > 0 } meetings) return "";
        var not = material.Assessed.Where(e => meetings.NotHandled.Contains(e.Id)).ToList();
        if (not.Count == 0) return " " + t["documents.decision.discussed"];
        return " " + (not.Count == material.Assessed.Count
            ? t["documents.decision.discussed-none"]
            : t["documents.decision.discussed-some", string.Join(", ", not.Select(e => $"{e.Number}. {e.TitleIn(t.Language).Text}"))]);
    }

    /// <summary>The rule by which the jury has a quorum; a vice-chair is named only where there is one, or may still be.</summary>
    public static string Rule(QuorumRule rule, bool withVice, Texts t) =>
        t[!rule.WithChair ? "meeting.quorum-rule" : withVice ? "meeting.quorum-rule-chair" : "meeting.quorum-rule-chair-only", rule.Share];

    private static IEnumerable<Fact> Deciders(Deciding deciding, DecisionMaterial material, Texts t)
    {
        yield return new(t["documents.decision.deciders"], string.Join(", ", deciding.TookPart.Select(person => Name(person, material, t))));
        var others = deciding.Out.Where(o => material.Jury.Any(m => m.PersonId == o.Person)).Select(o => $"{Name(o.Person, material, t)} ({t.Written(o.Reason)})")
            .Concat(material.Jury.Where(m => !deciding.TookPart.Contains(m.PersonId) && deciding.Out.All(o => o.Person != m.PersonId)).Select(m => $"{t.Written(m.Name)} ({t["meeting.not-there"]})"))
            .ToList();
        if (others.Count > 0) yield return new(t[others.Count == 1 ? "documents.decision.non-deciders-one" : "documents.decision.non-deciders"], string.Join(", ", others));
        var (present, needed, members, _) = deciding.Quorum;
        var recused = deciding.Out.Count(o => o.Reason != OutReason.Undeclared && (material.Jury.Any(m => m.PersonId == o.Person) || material.Changes.Any(c => c.PersonId == o.Person)));
        yield return new(t["meeting.quorum"], t["documents.decision.quorum-was", present, needed] + " "
            + (recused > 0 ? t["documents.decision.quorum-recused", members + recused, recused] + " " : "")
            + Rule(material.Competition.Quorum, material.Jury.Any(m => m.Role == SeatRole.ViceChair), t));
    }

    private static string Name(PersonId person, DecisionMaterial material, Texts t) =>
        t.Written(material.NameOf(person) ?? LocalizedText.Name("–"));

    private static string When(HeldMeeting meeting, Texts t)
    {
        var from = HelsinkiTime.DateAndTime(meeting.From, t.Language);
        if (meeting.To is not { } to) return t["minutes.doc.time-open", meeting.From];
        if (from == HelsinkiTime.DateAndTime(to, t.Language)) return from;
        return HelsinkiTime.DayOf(meeting.From) == HelsinkiTime.DayOf(to) ? $"{from}–{HelsinkiTime.TimeInput(to)}" : $"{from} – {HelsinkiTime.DateAndTime(to, t.Language)}";
    }
}
