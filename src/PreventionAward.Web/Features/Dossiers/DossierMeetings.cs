using PreventionAward.Domain;
using PreventionAward.Domain.Meetings;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Turns meetings into what a dossier holds of them, and back: people by mail address.</summary>
internal static class DossierMeetings
{
    public static DossierMeeting Of(Meeting m, Func<PersonId, string> mail) => new(
        m.Id, m.Number, m.Place, mail(m.OpenedBy), m.OpenedAt, m.Entries,
        [.. m.Attendances.Select(a => new DossierAttendance(mail(a.Person), a.From, a.To))],
        [
            .. m.Turns.Select(t => new DossierTurn(
                t.Item, t.From, t.To, Some(t.Out.Select(o => Of(o, mail))), Some(t.Present.Select(mail)), t.Quorum, t.Waits ? true : null, Some(t.Gaps), t.PassedOver ? true : null)),
        ],
        m.ClosedAt, m.ClosedBy is { } by ? mail(by) : null,
        Some(m.Consensus.Select(c => new DossierConsensus(c.Entry, c.Criterion, c.Text, c.Language, mail(c.By), c.At))),
        Some(m.Votes.Select(v => new DossierVote(
            v.Id, v.Item, v.Question, v.At, [.. v.Ballots.Select(b => Of(b, mail))], Some(v.Tied),
            v.Result is { } r ? new(r.For, r.Against, r.Abstain, r.Carried, r.At, r.Chosen, r.ByCastingVote, r.Presiding is { } chair ? mail(chair) : null, r.NotVoting, Some(r.Silent.Select(mail)), r.RecountedAt) : null,
            Some(v.Voided.Select(b => new DossierVoidBallot(Of(b.Ballot, mail), b.At))), v.Lapsed is { } lapsed ? new(lapsed.Reason, mail(lapsed.By), lapsed.At) : null))),
        Some(m.Dissents.Select(d => new DossierDissent(d.Item, mail(d.By), d.Text, d.Language, d.At))),
        Some(m.Rescorings.Select(r => new DossierRescoring(r.Entry, r.Reason, mail(r.By), r.From, r.To))),
        Some(m.Outcomes.Select(o => new DossierOutcome(mail(o.By), o.At, o.Winner, Some(o.SharedWith), Some(o.Mentions), o.Reason, o.HandlingReason))));

    public static Meeting Restored(DossierMeeting m, CompetitionId competition, IReadOnlyDictionary<string, PersonId> people)
    {
        PersonId? Of(string? mail) => mail is null ? null : people[mail];
        return Meeting.Restore(new(
            m.Id, competition, m.Number, m.Place, people[m.OpenedBy], m.OpenedAt, m.ClosedAt, Of(m.ClosedBy), m.Entries,
            [.. m.Attendances.Select(a => new Attendance(people[a.Person], a.From, a.To))],
            [
                .. m.Turns.Select(t => new Turn(
                    t.Item, t.From, t.To, [.. (t.Out ?? []).Select(o => Restored(o, people))], [.. (t.Present ?? []).Select(p => people[p])], t.Quorum) { Waits = t.Waits == true, PassedOver = t.PassedOver == true, Gaps = t.Gaps ?? [] }),
            ],
            [.. (m.Consensus ?? []).Select(c => new Consensus(c.Entry, c.Criterion, c.Text, c.Language, people[c.By], c.At))],
            [
                .. (m.Votes ?? []).Select(v => new Vote(
                    v.Id, v.Item, v.Question, v.Tied ?? [], v.At, [.. v.Ballots.Select(b => Restored(b, people))],
                    v.Result is { } r ? new(r.For, r.Against, r.Abstain, r.Carried, r.Chosen, r.ByCastingVote, Of(r.Presiding), r.At, r.NotVoting) { Silent = [.. (r.Silent ?? []).Select(p => people[p])], RecountedAt = r.RecountedAt } : null)
                {
                    Voided = [.. (v.Voided ?? []).Select(b => new VoidBallot(Restored(b.Ballot, people), b.At))],
                    Lapsed = v.Lapsed is { } l ? new(l.Reason, people[l.By], l.At) : null,
                }),
            ],
            [.. (m.Dissents ?? []).Select(d => new Dissent(d.Item, people[d.By], d.Text, d.Language, d.At))],
            [.. (m.Rescorings ?? []).Select(r => new Rescoring(r.Entry, r.Reason, people[r.By], r.From, r.To))])
        {
            Outcomes = [.. (m.Outcomes ?? []).Select(o => new RecordedOutcome(o.Winner, o.SharedWith ?? [], o.Mentions ?? [], o.Reason, o.HandlingReason, people[o.By], o.At))],
        });
    }

    public static DossierDeciding? Of(Deciding? d, Func<PersonId, string> mail) => d is null ? null
        : new(d.Meeting, [.. d.TookPart.Select(mail)], d.Quorum, Some(d.Out.Select(o => Of(o, mail))));

    public static Deciding? Restored(DossierDeciding? d, IReadOnlyDictionary<string, PersonId> people) => d is null ? null
        : new(d.Meeting, [.. d.TookPart.Select(mail => people[mail])], [.. (d.Out ?? []).Select(o => Restored(o, people))], d.Quorum);

    /// <summary>Everybody whom a meeting names, by mail address.</summary>
    public static IEnumerable<string> People(DossierMeeting m) => new[]
    {
        m.Attendances.Select(a => a.Person),
        m.Turns.SelectMany(t => (t.Out ?? []).Select(o => o.Person).Concat(t.Present ?? [])),
        (m.Consensus ?? []).Select(c => c.By),
        (m.Votes ?? []).SelectMany(v => v.Ballots.Concat((v.Voided ?? []).Select(b => b.Ballot)).SelectMany(b => new[] { b.By, b.RecordedBy }).Append(v.Result?.Presiding).Append(v.Lapsed?.By).Concat(v.Result?.Silent ?? [])).OfType<string>(),
        (m.Outcomes ?? []).Select(o => o.By),
        (m.Dissents ?? []).Select(d => d.By),
        (m.Rescorings ?? []).Select(r => r.By),
        new[] { m.OpenedBy, m.ClosedBy }.OfType<string>(),
    }.SelectMany(mails => mails).Distinct();

    /// <summary>Every entry that a meeting names.</summary>
    public static IEnumerable<EntryId> EntriesOf(DossierMeeting m) =>
        m.Entries.Concat(m.Turns.Select(t => t.Item.Entry).OfType<EntryId>()).Concat((m.Consensus ?? []).Select(c => c.Entry))
            .Concat((m.Outcomes ?? []).SelectMany(o => (o.SharedWith ?? []).Concat(o.Mentions ?? []).Concat(o.Winner is { } winner ? [winner] : []))).Distinct();

    private static DossierAbsence Of(Absence o, Func<PersonId, string> mail) => new(mail(o.Person), o.Reason, o.Ground, o.LeftAt, o.ToldAt);

    private static Absence Restored(DossierAbsence o, IReadOnlyDictionary<string, PersonId> people) => new(people[o.Person], o.Reason, o.Ground, o.LeftAt, o.ToldAt);

    private static DossierBallot Of(Ballot b, Func<PersonId, string> mail) => new(mail(b.By), b.Stance, b.Choice, b.RecordedBy is { } recorder ? mail(recorder) : null);

    private static Ballot Restored(DossierBallot b, IReadOnlyDictionary<string, PersonId> people) => new(people[b.By], b.Stance, b.Choice, b.RecordedBy is { } recorder ? people[recorder] : null);

    private static IReadOnlyList<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
