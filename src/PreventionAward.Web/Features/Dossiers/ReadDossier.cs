using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Questions;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Reads a competition's whole record, in an order that is the same every time.</summary>
/// <param name="received">Only what the authority has received: no draft that was never submitted, nor what was changed after submitting.</param>
internal sealed class ReadDossier(AwardDb db, Competition competition, bool received = false)
{
    private Dictionary<PersonId, Domain.Access.Account> accounts = [];

    /// <summary>The dossier; the bytes of its files are fetched when they are written.</summary>
    public async Task<Dossier> RunAsync()
    {
        accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id);
        var jury = await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Place).ToListAsync();
        var entries = await EntriesAsync();
        var decision = await DecisionAsync();
        var documents = await db.PublishedDocuments.Where(d => d.CompetitionId == competition.Id)
            .OrderBy(d => d.Kind).ThenBy(d => d.Version).ThenBy(d => d.Language)
            .Select(d => new { d.Kind, d.Language, d.Version, d.Sha256, d.At }).ToListAsync();

        var dossier = new Dossier(
            competition.Name, competition.Provenance, competition.Stage, competition.Title, competition.Theme, competition.Authority,
            competition.Timetable, competition.Appointment, competition.Milestones, [],
            [.. jury.Select(m => new DossierJuror(Mail(m.PersonId), m.Role, m.Name, m.Organisation, m.Place, m.Expertise.IsEmpty() ? null : m.Expertise, m.AcknowledgedAt))],
            entries, decision,
            [.. documents.Select(d => new DossierDocument(d.Kind, d.Language, d.Version, d.Sha256, d.At, FileOf(d.Kind, d.Language, d.Version)))],
            competition.EntriesReceived, competition.TieRule, competition.Form, competition.Criteria,
            await QuestionsAsync(), DossierMandate.Of(competition.Mandate),
            Some((await db.JuryChangesAsync(competition.Id)).Select(c => new DossierJuryChange(
                c.Id, Mail(c.PersonId), c.Kind, c.Name, c.Role, c.Reason, Mail(c.By), c.At, c.Explanation, c.SheetsStay ? true : null))),
            competition.Quorum, await MeetingsAsync(), competition.Appeal.IsEmpty() ? null : competition.Appeal);
        return dossier with { People = People(dossier) };
    }

    /// <summary>Where the bytes of a published document lie.</summary>
    private static string FileOf(string kind, Language language, int version) =>
        $"documents/{kind}-{language}{(version == 1 ? "" : $"-{version}")}.pdf";

    private async Task<IReadOnlyList<DossierEntry>> EntriesAsync()
    {
        var entries = await db.Entries.AsNoTracking().Include(e => e.Versions).Include(e => e.Team).Include(e => e.Supplements).AsSplitQuery()
            .Where(e => e.CompetitionId == competition.Id && (!received || e.Number != null)).OrderBy(e => e.Number).ThenBy(e => e.Id).ToListAsync();
        var ids = entries.Select(e => e.Id).ToArray();
        var submitted = entries.SelectMany(e => e.Versions).SelectMany(v => v.Files).Select(f => f.Id).ToHashSet();
        var attachments = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.EntryId)).ToListAsync())
            .Where(a => !received || submitted.Contains(a.Id)).ToLookup(a => a.EntryId);
        var kept = (await db.Set<AttachmentContent>().Where(c => db.Attachments.Any(a => a.Id == c.AttachmentId && ids.Contains(a.EntryId))).Select(c => c.AttachmentId).ToListAsync()).ToHashSet();
        var declarations = (await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync()).ToLookup(d => d.EntryId);
        var sheets = (await db.ScoreSheets.AsNoTracking().Where(s => s.CompetitionId == competition.Id).ToListAsync()).ToLookup(s => s.EntryId);
        var late = (await db.LateAttempts.AsNoTracking().Where(a => a.CompetitionId == competition.Id).ToListAsync()).ToLookup(a => a.EntryId);
        return
        [
            .. entries.Select(e => Of(e) with
            {
                Attachments = Some(attachments[e.Id].OrderBy(a => a.AddedAt).ThenBy(a => a.Id.Value).Select(a => Of(a, kept.Contains(a.Id)))),
                Declarations = Some(declarations[e.Id].Select(Of).OrderBy(d => d.By, StringComparer.Ordinal)),
                Sheets = Some(sheets[e.Id].Select(Of).OrderBy(s => s.By, StringComparer.Ordinal)),
                LateAttempts = Some(late[e.Id].OrderBy(a => a.At).Select(a => new DossierLateAttempt(a.Id, Mail(a.By), a.At, a.Answers, a.Sha256, a.Language, Some(a.Files), a.Key))),
            }),
        ];
    }

    private DossierEntry Of(Entry entry) => new(
        entry.Id, entry.Language, entry.Status, entry.DraftSavedAt,
        [.. entry.Team.Select(m => new DossierTeamMember(Mail(m.PersonId), m.Role)).OrderBy(m => m.Mail, StringComparer.Ordinal)],
        [.. entry.Versions.OrderBy(v => v.Version).Select(v => new DossierVersion(v.Version, v.Language, Mail(v.By), v.At, v.Answers, Some(v.Files), v.Sha256, v.Key, v.Supplement))],
        entry.Number, received || entry.Submitted?.Answers.Equals(entry.Draft) == true ? null : entry.Draft, entry.IneligibleReason, entry.ScreenedAt,
        Admission: entry.Admission is { } a ? new(a.Kind, a.Attempt, a.Reason, Mail(a.By), a.At, a.Evidence) : null,
        StartedAt: entry.StartedAt,
        Rulings: Some(entry.Rulings.OrderBy(r => r.On, StringComparer.Ordinal).Select(r => new DossierRuling(r.On, r.NotJudged, Mail(r.By), r.At, r.Secret))),
        Translations: Some(entry.Translations.OrderBy(t => t.Language.Code, StringComparer.Ordinal).Select(t => new DossierTranslation(t.Language, t.Texts, Mail(t.By), t.At))),
        Supplements: Some(entry.Supplements.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s =>
            new DossierSupplement(s.Id, s.Fields, s.Message, s.Until, Mail(s.By), s.At, s.Draft, s.DraftSavedAt, s.Version, s.HandedInAt, s.WithdrawnAt))),
        Endorsement: entry.Endorsement is { } e ? new(e.Organisation, e.Mail, e.AskedAt, e.Answer, e.By, e.Remark, e.AnsweredAt, e.AcceptedWithout) : null);

    private static DossierAttachment Of(Attachment a, bool hasBytes) => new(
        a.Id, a.Name, a.ContentType, a.Size, a.Sha256, a.AddedAt, hasBytes ? $"attachments/{a.Id.Value}{Path.GetExtension(a.Name).ToLowerInvariant()}" : null, a.RemovedAt,
        a.Scan == ScanState.NotScanned ? null : a.Scan, a.ScannedAt, a.Found, a.Secret, a.NotJudged ? true : null, a.Supplement);

    private DossierDeclaration Of(Domain.Scoring.Declaration d) => new(
        Mail(d.PersonId), d.Answer, d.DeclaredAt, d.Ground, d.Explanation, d.ConfirmedBy is { } by ? Mail(by) : null, d.ConfirmedAt, d.FoundRecused, d.FindingReason);

    private DossierSheet Of(Domain.Scoring.ScoreSheet s) => new(
        Mail(s.JurorId), new(s.Marks, StringComparer.Ordinal), s.SavedAt, s.HandedInAt,
        s.Paper is { } p ? new(Mail(p.By), p.At, p.ConfirmedAt, p.CorrectedAt) : null,
        Some(s.Earlier.Select(e => new DossierEarlierMarks(new(e.Marks, StringComparer.Ordinal), e.HandedInAt))));

    private async Task<DossierDecision?> DecisionAsync()
    {
        if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(d => d.CompetitionId == competition.Id) is not { } d) return null;
        var versions = await db.Set<DecisionVersion>().AsNoTracking().Where(v => v.CompetitionId == competition.Id).OrderBy(v => v.Number).ToListAsync();
        var remarks = await db.Set<DecisionComment>().AsNoTracking().Where(c => c.CompetitionId == competition.Id).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync();
        return new(
            new(d.Texts, StringComparer.Ordinal), d.WinnerId, Some(d.Mentions), d.OutcomeReason,
            d.RecordedBy is { } recorder ? Mail(recorder) : null, d.RecordedAt, d.ApprovedBy is { } approver ? Mail(approver) : null, d.ApprovedAt,
            Some(d.TextStanding.OutOfDate),
            Sorted(d.TextStanding.Checks, check => new DossierCheckedLanguage(Mail(check.By), check.At, check.Words)),
            Sorted(d.TextStanding.Passed, passed => new DossierPassedWarning(passed.Reason, Mail(passed.By), passed.At)),
            Some(versions.Select(v => new DossierDecisionVersion(v.Number, new(v.Texts, StringComparer.Ordinal), Mail(v.By), v.At))),
            Some(remarks.Select(r => new DossierRemark(r.Id, r.Section, r.Text, Mail(r.By), r.At, r.SettledAt))),
            Some(d.SharedWith), d.Tie, DossierMeetings.Of(d.Deciding, Mail), d.HandlingReason,
            Some((await db.Corrections.AsNoTracking().Where(c => c.CompetitionId == competition.Id).OrderBy(c => c.Version).ToListAsync()).Select(c => DossierCorrections.Of(c, Mail))));
    }

    private static SortedDictionary<string, TOut>? Sorted<TIn, TOut>(IReadOnlyDictionary<string, TIn> items, Func<TIn, TOut> of) =>
        items.Count == 0 ? null : new(items.ToDictionary(item => item.Key, item => of(item.Value)), StringComparer.Ordinal);

    private async Task<IReadOnlyList<DossierQuestion>?> QuestionsAsync()
    {
        var questions = await db.Set<CallQuestion>().AsNoTracking().Where(q => q.CompetitionId == competition.Id).ToListAsync();
        return Some(questions.OrderBy(q => q.AskedAt).ThenBy(q => q.Id).Select(q => new DossierQuestion(
            q.Id, q.Mail, q.Language, q.Asked, q.AskedAt, q.Question.IsEmpty() ? null : q.Question, q.Answer.IsEmpty() ? null : q.Answer,
            q.AnsweredBy is { } by ? Mail(by) : null, q.PublishedAt, q.DismissedAt)));
    }

    private async Task<IReadOnlyList<DossierMeeting>?> MeetingsAsync() =>
        Some((await db.Meetings.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Number).ToListAsync()).Select(m => DossierMeetings.Of(m, Mail)));

    private IReadOnlyList<DossierPerson> People(Dossier dossier)
    {
        var mails = new HashSet<string>(dossier.Jury.Select(j => j.Mail).Concat((dossier.JuryChanges ?? []).SelectMany(c => new[] { c.Mail, c.By })));
        foreach (var entry in dossier.Entries)
        {
            mails.UnionWith(entry.Team.Select(m => m.Mail));
            mails.UnionWith(entry.Versions.Select(v => v.By));
            mails.UnionWith((entry.Declarations ?? []).SelectMany(d => new[] { d.By, d.ConfirmedBy }).OfType<string>());
            mails.UnionWith((entry.Sheets ?? []).SelectMany(s => new[] { s.By, s.Paper?.By }).OfType<string>());
            mails.UnionWith((entry.LateAttempts ?? []).Select(a => a.By));
            if (entry.Admission is { } admission) mails.Add(admission.By);
            mails.UnionWith((entry.Rulings ?? []).Select(r => r.By));
            mails.UnionWith((entry.Translations ?? []).Select(t => t.By));
            mails.UnionWith((entry.Supplements ?? []).Select(s => s.By));
        }

        mails.UnionWith((dossier.Meetings ?? []).SelectMany(DossierMeetings.People));
        mails.UnionWith((dossier.Questions ?? []).Select(q => q.AnsweredBy).OfType<string>());
        if (dossier.Decision is { } decision) mails.UnionWith(decision.People);
        return [.. accounts.Values.Where(a => mails.Contains(a.Mail)).OrderBy(a => a.Mail, StringComparer.Ordinal).Select(a => new DossierPerson(a.Mail, a.Name, a.Language))];
    }

    private string Mail(PersonId id) => accounts[id].Mail;

    /// <summary>Nothing is left out of the file rather than written as an empty list.</summary>
    private static IReadOnlyList<T>? Some<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;
}
