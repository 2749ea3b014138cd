using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;

namespace PreventionAward.Rush;

/// <summary>Holds the record against what the clients were told.</summary>
internal sealed class Checker(Ground ground, Competition call, IReadOnlyList<Applicant> rush)
{
    private readonly DateTimeOffset closes = call.Timetable.ClosesAt!.Value;
    private readonly List<string> lost = [];
    private readonly List<string> doubled = [];
    private readonly List<string> late = [];

    public async Task<Findings> RunAsync()
    {
        await using var db = ground.Db();
        var entries = await db.Entries.AsNoTracking().Include(e => e.Versions).Where(e => e.CompetitionId == call.Id).ToDictionaryAsync(e => e.Id);
        var attempts = (await db.LateAttempts.AsNoTracking().Where(a => a.CompetitionId == call.Id).ToListAsync()).ToLookup(a => a.EntryId);
        var ids = entries.Keys.ToArray();
        var files = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.EntryId)).ToListAsync()).ToLookup(a => a.EntryId, a => a.Sha256);
        var mails = (await db.Set<OutboxMail>().AsNoTracking().Where(m => m.CompetitionId == call.Id).ToListAsync()).ToLookup(m => m.To);

        foreach (var applicant in rush)
        {
            var entry = entries[applicant.Person.Entry];
            OfDraft(applicant, entry, [.. files[entry.Id]]);
            OfVersions(applicant, entry, [.. attempts[entry.Id]]);
            OfReceipts(applicant, entry, [.. mails[applicant.Person.Mail]]);
        }

        OfNumbers([.. entries.Values]);
        return new(Summary([.. entries.Values], attempts.Sum(a => a.Count())), lost, doubled, late);
    }

    private void OfDraft(Applicant applicant, Entry entry, string[] files)
    {
        var there = entry.Draft[applicant.Field.Key];
        if (applicant.Acknowledged.Length > 0 && there != applicant.Acknowledged) lost.Add($"{applicant.Person.Mail}: a text of {applicant.Acknowledged.Length} characters, saved and not there");
        foreach (var file in applicant.Files)
            if (!files.Contains(file)) lost.Add($"{applicant.Person.Mail}: a file");
        if (files.Distinct().Count() != files.Length) doubled.Add($"{applicant.Person.Mail}: a file");
    }

    private void OfVersions(Applicant applicant, Entry entry, LateAttempt[] evidence)
    {
        foreach (var digest in applicant.Attempts.Where(a => a.Accepted).Select(a => a.Digest).Distinct())
            if (entry.Versions.All(v => v.Sha256 != digest)) lost.Add($"{applicant.Person.Mail}: a submission that was received");
        foreach (var attempt in applicant.Attempts.Where(a => a is { Accepted: false, AnsweredAt: not null }))
            if (evidence.All(l => l.Sha256 != attempt.Digest)) lost.Add($"{applicant.Person.Mail}: the evidence of a late attempt");
        foreach (var version in entry.Versions)
        {
            if (version.Sha256 != version.Answers.Digest(version.Files)) lost.Add($"{applicant.Person.Mail}: content that its digest speaks of");
            if (applicant.Attempts.All(a => a.Digest != version.Sha256)) doubled.Add($"{applicant.Person.Mail}: a version that nobody submitted");
            if (version.At >= closes && entry.Admission is null) late.Add($"{applicant.Person.Mail}: received at {version.At:HH:mm:ss.ffffff}");
        }

        foreach (var same in entry.Versions.GroupBy(v => v.Sha256).Where(g => g.Count() > 1)) doubled.Add($"{applicant.Person.Mail}: the same content {same.Count()} times");
        // Two milliseconds: the clients' watch and the database's clock are read one after the other.
        foreach (var attempt in applicant.Attempts.Where(a => a.Accepted && a.SentAt >= closes.AddMilliseconds(2)))
            if (!applicant.Attempts.Any(a => a.Digest == attempt.Digest && a.SentAt < closes)) late.Add($"{applicant.Person.Mail}: sent at {attempt.SentAt:HH:mm:ss.ffffff}");
    }

    private void OfReceipts(Applicant applicant, Entry entry, OutboxMail[] mails)
    {
        var receipts = mails.Count(m => m.Template == "entry-received");
        var versions = entry.Versions.Select(v => v.Sha256).Distinct().Count();
        if (receipts > versions && versions > 0) doubled.Add($"{applicant.Person.Mail}: {receipts} receipts of {versions} submissions");
        if (receipts < versions) lost.Add($"{applicant.Person.Mail}: a receipt");
    }

    private void OfNumbers(Entry[] entries)
    {
        foreach (var same in entries.Where(e => e.Number is not null).GroupBy(e => e.Number).Where(g => g.Count() > 1)) doubled.Add($"number {same.Key}");
    }

    private string Summary(Entry[] entries, int evidence) =>
        $"{entries.Count(e => e.Versions.Count > 0)} of {entries.Length} entries received as {entries.Sum(e => e.Versions.Count)} versions; " +
        $"{evidence} attempts too late, kept as evidence; {rush.Sum(a => a.Attempts.Count)} attempts in all, {rush.Sum(a => a.Attempts.Count(t => t.AnsweredAt is null))} of them hung up; " +
        $"{rush.Sum(a => a.Files.Count)} files.";
}
