using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Questions;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;
using PreventionAward.Web.Database.Configurations;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Templates;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Takes a dossier into the database, whole or not at all.</summary>
public sealed class ImportDossier(IDbContextFactory<AwardDb> dbs, AwardClock clock, TemplateStore templates)
{
    /// <param name="path">A competition.json, or the folder that it is in.</param>
    /// <param name="adjust">What the demonstration changes in its dossiers before they are taken in.</param>
    /// <returns>What is wrong, by JSON path; empty when the competition has been taken in.</returns>
    public async Task<IReadOnlyList<DossierFault>> RunAsync(string path, Func<Dossier, Dossier>? adjust = null)
    {
        var file = Directory.Exists(path) ? Path.Combine(path, DossierFiles.Main) : path;
        if (!File.Exists(file)) return [new("$", $"there is no file {file}")];
        var (dossier, fault) = DossierJson.Read(await File.ReadAllBytesAsync(file));
        if (dossier is null) return [fault ?? new("$", "is empty")];

        if (adjust is not null) dossier = adjust(dossier);
        var files = new DossierFiles(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var faults = DossierCheck.Faults(dossier, files);
        return faults.Count > 0 ? faults : await TakeAsync(dossier, files);
    }

    private async Task<IReadOnlyList<DossierFault>> TakeAsync(Dossier dossier, DossierFiles files)
    {
        var now = await clock.NowAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.AnyAsync(c => c.Name == dossier.Name)) return [new("$.name", $"a competition \"{dossier.Name}\" is here already")];
        var ids = dossier.Entries.Select(e => e.Id).ToArray();
        if (await db.Entries.AnyAsync(e => ids.Contains(e.Id))) return [new("$.entries", "an entry with one of these ids is here already")];

        var people = await PeopleAsync(db, dossier, now);
        var competition = Restored(dossier, now);
        db.Add(competition);
        foreach (var juror in dossier.Jury) db.Add(Member(competition.Id, juror, people));
        foreach (var c in dossier.JuryChanges ?? [])
            db.Add(new JuryChange(c.Id, competition.Id, people[c.Mail], c.Kind, c.Name, c.Role, c.Reason, c.Explanation, c.SheetsStay == true, people[c.By], c.At));
        foreach (var entry in dossier.Entries) Add(db, competition.Id, entry, people, files);
        foreach (var q in dossier.Questions ?? [])
            db.Add(CallQuestion.Restore(
                q.Id, competition.Id, q.Mail, q.Language, q.Asked, q.AskedAt, q.Question ?? LocalizedText.Empty, q.Answer ?? LocalizedText.Empty,
                q.AnsweredBy is { } by ? people[by] : null, q.PublishedAt, q.DismissedAt));
        foreach (var meeting in dossier.Meetings ?? []) db.Add(DossierMeetings.Restored(meeting, competition.Id, people));
        if (dossier.Decision is { } decision) db.AddRange(Restored(competition.Id, decision, people));
        foreach (var document in dossier.Documents ?? [])
            db.Add(new PublishedDocument(competition.Id, document.Kind, document.Language, document.Version, files.Read(document.File)!, document.Sha256, document.At, SealedPdf.Read(files.Read(document.File)!)?.By));
        db.Audit(null, "dossier-imported", now, competition.Id);
        return await db.CommitAsync() is null ? [] : [new("$", "something in it is here already")];
    }

    private static async Task<Dictionary<string, PersonId>> PeopleAsync(AwardDb db, Dossier dossier, DateTimeOffset now)
    {
        var mails = dossier.People.Select(p => p.Mail).ToArray();
        var known = await db.Accounts.Where(a => mails.Contains(a.Mail)).ToDictionaryAsync(a => a.Mail, a => a.Id);
        foreach (var person in dossier.People.Where(p => !known.ContainsKey(p.Mail)))
        {
            var account = new Account { Id = new(Guid.CreateVersion7(now)), Mail = person.Mail, Name = person.Name, Language = person.Language };
            db.Add(account);
            known[person.Mail] = account.Id;
        }

        return known;
    }

    private Competition Restored(Dossier dossier, DateTimeOffset now)
    {
        var plan = new CompetitionPlan(
            dossier.Title, dossier.Theme, dossier.Authority, dossier.Timetable, dossier.Form ?? templates.EntryForm,
            dossier.Criteria ?? templates.Criteria, dossier.TieRule ?? TieRule.Default, dossier.Appointment)
        { Mandate = dossier.Mandate?.Restored() ?? JuryMandate.Empty, Quorum = dossier.Quorum ?? QuorumRule.Default, Appeal = dossier.Appeal ?? LocalizedText.Empty };
        return Competition.Restore(
            new(Guid.CreateVersion7(now)), dossier.Name, dossier.Provenance, plan, dossier.Stage, dossier.Milestones, dossier.EntriesReceived);
    }

    private static JuryMember Member(CompetitionId competition, DossierJuror juror, Dictionary<string, PersonId> people) => new()
    {
        CompetitionId = competition,
        PersonId = people[juror.Mail],
        Role = juror.Role,
        Name = juror.Name,
        Organisation = juror.Organisation,
        Expertise = juror.Expertise ?? LocalizedText.Empty,
        AcknowledgedAt = juror.AcknowledgedAt,
        Place = juror.Place,
    };

    private static void Add(AwardDb db, CompetitionId competition, DossierEntry entry, Dictionary<string, PersonId> people, DossierFiles files)
    {
        var versions = entry.Versions.Select(v => new SubmittedVersion(
            entry.Id, v.Version, v.Answers, v.Language, v.Files ?? [], v.Answers.Digest(v.Files ?? []), people[v.By], v.At)
        { Key = v.Key, Supplement = v.Supplement }).ToList();
        db.Add(Entry.Restore(new(
            entry.Id, competition, entry.Number, entry.Language, entry.Status, entry.Draft ?? versions[^1].Answers, entry.DraftSavedAt,
            entry.IneligibleReason, entry.ScreenedAt, versions, [.. entry.Team.Select(m => new TeamMember(entry.Id, people[m.Mail], m.Role))],
            entry.Admission is { } a ? new(a.Kind, a.Attempt, a.Reason, a.Evidence, people[a.By], a.At) : null, entry.StartedAt,
            [.. (entry.Rulings ?? []).Select(r => new StaffRuling(r.On, r.Secret, r.NotJudged, people[r.By], r.At))],
            [.. (entry.Translations ?? []).Select(t => new StaffTranslation(t.Language, t.Texts, people[t.By], t.At))],
            [.. (entry.Supplements ?? []).Select(s => SupplementRequest.Restore(
                s.Id, entry.Id, s.Fields, s.Message, s.Until, people[s.By], s.At, s.Draft, s.DraftSavedAt, s.Version, s.HandedInAt, s.WithdrawnAt))],
            entry.Endorsement is { } e
                ? new(e.Organisation, e.Mail, e.AskedAt) { Answer = e.Answer, By = e.By, Remark = e.Remark, AnsweredAt = e.AnsweredAt, AcceptedWithout = e.AcceptedWithout }
                : null)));
        foreach (var attachment in entry.Attachments ?? []) Add(db, entry.Id, attachment, attachment.File is { } file ? files.Read(file) : null);
        foreach (var attempt in entry.LateAttempts ?? [])
            db.Add(new LateAttempt(attempt.Id, entry.Id, competition, attempt.Answers, attempt.Sha256, people[attempt.By], attempt.At)
            {
                Language = attempt.Language ?? entry.Language,
                Files = attempt.Files ?? [],
                Key = attempt.Key,
            });
        foreach (var d in entry.Declarations ?? [])
        {
            PersonId? confirmedBy = d.ConfirmedBy is { } mail ? people[mail] : null;
            db.Add(Declaration.Restore(
                competition, entry.Id, people[d.By], d.Answer, d.Ground, d.Explanation, d.DeclaredAt, confirmedBy, d.ConfirmedAt, d.FoundRecused, d.FindingReason));
        }

        foreach (var sheet in entry.Sheets ?? [])
            db.Add(ScoreSheet.Restore(competition, entry.Id, people[sheet.By], sheet.Marks, sheet.SavedAt, sheet.HandedInAt,
                sheet.Paper is { } p ? new(people[p.By], p.At, p.ConfirmedAt, p.CorrectedAt) : null,
                [.. (sheet.Earlier ?? []).Select(e => new EarlierMarks(e.Marks.ToImmutableSortedDictionary(StringComparer.Ordinal), e.HandedInAt))]));
    }

    private static void Add(AwardDb db, EntryId entry, DossierAttachment attachment, byte[]? bytes)
    {
        db.Add(new Attachment
        {
            Id = attachment.Id,
            EntryId = entry,
            Name = attachment.Name,
            ContentType = attachment.ContentType,
            Size = attachment.Size,
            Sha256 = attachment.Sha256,
            AddedAt = attachment.AddedAt,
            RemovedAt = attachment.RemovedAt,
            Scan = attachment.Scan ?? ScanState.NotScanned,
            ScannedAt = attachment.ScannedAt,
            Found = attachment.Found,
            Secret = attachment.Secret,
            NotJudged = attachment.NotJudged ?? false,
            Supplement = attachment.Supplement,
        });
        if (bytes is not null) db.Add(new AttachmentContent(attachment.Id, bytes));
    }

    private static IEnumerable<object> Restored(CompetitionId competition, DossierDecision decision, Dictionary<string, PersonId> people)
    {
        PersonId? Of(string? mail) => mail is null ? null : people[mail];
        yield return Decision.Restore(
            competition, new(decision.Winner, decision.Mentions ?? [], decision.OutcomeReason) { SharedWith = decision.SharedWith ?? [], HandlingReason = decision.HandlingReason }, decision.Texts,
            Of(decision.RecordedBy), decision.RecordedAt, Of(decision.ApprovedBy), decision.ApprovedAt,
            new(
                [.. decision.OutOfDate ?? []],
                (decision.Checks ?? []).ToImmutableSortedDictionary(c => c.Key, c => new LanguageCheck(people[c.Value.By], c.Value.At, c.Value.Words)),
                (decision.Passed ?? []).ToImmutableSortedDictionary(p => p.Key, p => new PassedWarning(p.Value.Reason, people[p.Value.By], p.Value.At))),
            decision.Tie, DossierMeetings.Restored(decision.Deciding, people));
        foreach (var v in decision.Versions ?? []) yield return new DecisionVersion(competition, v.Number, v.Texts.ToImmutableSortedDictionary(StringComparer.Ordinal), people[v.By], v.At);
        foreach (var c in decision.Corrections ?? []) yield return DossierCorrections.Restored(competition, c, people);
        foreach (var r in decision.Remarks ?? []) yield return DecisionComment.Restore(r.Id, competition, r.Section, r.Text, people[r.By], r.At, r.SettledAt);
    }
}
