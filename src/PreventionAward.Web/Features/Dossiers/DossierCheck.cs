using System.Text.RegularExpressions;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Features.Dossiers;

/// <summary>Holds a dossier that reads well to what it says of itself: names that exist, files that are there, digests that are right.</summary>
internal sealed partial class DossierCheck(Dossier dossier, DossierFiles files)
{
    private readonly HashSet<string> people = [.. dossier.People.Select(p => p.Mail)];
    private readonly List<DossierFault> faults = [];

    /// <summary>The first faults found, in the order of the file; none means that the dossier can be taken in.</summary>
    public static IReadOnlyList<DossierFault> Faults(Dossier dossier, DossierFiles files)
    {
        var check = new DossierCheck(dossier, files);
        check.Whole();
        return check.faults;
    }

    private void Whole()
    {
        if (!Name().IsMatch(dossier.Name)) Say("$.name", "must be 1 to 60 lower-case letters, digits and hyphens");
        Each(dossier.People, "$.people", (person, at) =>
        {
            if (person.Mail != Recipient.Parse(person.Mail)) Say($"{at}.mail", "is not a mail address in lower case");
        });
        if (people.Count != dossier.People.Count) Say("$.people", "names a mail address twice");
        Each(dossier.Jury, "$.jury", (juror, at) => Known(juror.Mail, $"{at}.mail"));
        Each(dossier.JuryChanges ?? [], "$.juryChanges", (change, at) =>
        {
            Known(change.Mail, $"{at}.mail");
            Known(change.By, $"{at}.by");
        });
        Each(dossier.Entries, "$.entries", Entry);
        Each(dossier.Documents ?? [], "$.documents", (document, at) => Bytes(document.File, document.Sha256, null, at));
        Each(dossier.Questions ?? [], "$.questions", Question);
        OfDecision();
        Each(dossier.Meetings ?? [], "$.meetings", Meeting);
    }

    private void Meeting(DossierMeeting meeting, string at)
    {
        foreach (var mail in DossierMeetings.People(meeting)) Known(mail, at);
        foreach (var entry in DossierMeetings.EntriesOf(meeting))
            if (dossier.Entries.All(e => e.Id != entry)) Say($"{at}.entries", $"{entry.Value} is no entry of this dossier");
        if (meeting.Turns.Count == 0) Say($"{at}.turns", "is empty although the meeting was opened");
    }

    private void Question(DossierQuestion question, string at)
    {
        if (question.Mail != Recipient.Parse(question.Mail)) Say($"{at}.mail", "is not a mail address in lower case");
        if (question.AnsweredBy is { } by) Known(by, $"{at}.answeredBy");
        if (question.PublishedAt is null) return;
        if (question.AnsweredBy is null) Say($"{at}.answeredBy", "is missing although the answer was published");
        foreach (var language in new[] { Domain.Language.Finnish, Domain.Language.Swedish })
            if (question.Question?.Has(language) != true || question.Answer?.Has(language) != true) Say($"{at}.answer", $"was published without {language}");
    }

    private void Entry(DossierEntry entry, string at)
    {
        if (dossier.Entries.Count(e => e.Id == entry.Id) > 1) Say($"{at}.id", "is the id of two entries");
        if (entry.Number is { } number && dossier.Entries.Count(e => e.Number == number) > 1) Say($"{at}.number", "is the number of two entries");
        if (entry.Status != EntryStatus.Draft && entry.Versions.Count == 0 && dossier.Provenance != Provenance.Reconstructed) Say($"{at}.versions", "is empty although the entry was submitted");
        if (entry.Draft is null && entry.Versions.Count == 0) Say($"{at}.draft", "is missing, and there is no version to take it from");
        Each(entry.Team, $"{at}.team", (member, path) => Known(member.Mail, $"{path}.mail"));
        Each(entry.Versions, $"{at}.versions", Version);
        Each(entry.Attachments ?? [], $"{at}.attachments", (file, path) =>
        {
            if (file.File is { } beside) Bytes(beside, file.Sha256, file.Size, path);
            else if (file.Scan != ScanState.Infected) Say($"{path}.file", "is missing although nothing was found in the file");
        });
        Each(entry.Declarations ?? [], $"{at}.declarations", (declaration, path) =>
        {
            Known(declaration.By, $"{path}.by");
            if (declaration.ConfirmedBy is { } confirmedBy) Known(confirmedBy, $"{path}.confirmedBy");
        });
        Each(entry.LateAttempts ?? [], $"{at}.lateAttempts", (attempt, path) => Known(attempt.By, $"{path}.by"));
        Each(entry.Supplements ?? [], $"{at}.supplements", (request, path) => Known(request.By, $"{path}.by"));
        if (entry.Admission is { } admission) Known(admission.By, $"{at}.admission.by");
        Each(entry.Rulings ?? [], $"{at}.rulings", (ruling, path) => Known(ruling.By, $"{path}.by"));
        Each(entry.Translations ?? [], $"{at}.translations", (translation, path) => Known(translation.By, $"{path}.by"));
        Each(entry.Sheets ?? [], $"{at}.sheets", (sheet, path) => Sheet(sheet, path));
    }

    private void Version(DossierVersion version, string at)
    {
        Known(version.By, $"{at}.by");
        var digest = version.Answers.Digest(version.Files ?? []);
        if (version.Sha256 is { } given && given != digest) Say($"{at}.sha256", $"is not the digest of the content, {digest}");
    }

    private void Sheet(DossierSheet sheet, string at)
    {
        Known(sheet.By, $"{at}.by");
        if (sheet.Paper is { } paper) Known(paper.By, $"{at}.paper.by");
        foreach (var (key, mark) in sheet.Marks)
        {
            if (dossier.Criteria is { } criteria && criteria.All(c => c.Key != key)) Say($"{at}.marks.{key}", "is no criterion of this competition");
            if (mark.Points is < 0 or > 5) Say($"{at}.marks.{key}.points", "must be 0 to 5");
        }
    }

    private void OfDecision()
    {
        if (dossier.Decision is not { } decision) return;
        var entries = dossier.Entries.Select(e => e.Id).ToHashSet();
        if (decision.Winner is { } winner && !entries.Contains(winner)) Say("$.decision.winner", "is no entry of this dossier");
        Each(decision.Mentions ?? [], "$.decision.mentions", (mention, at) =>
        {
            if (!entries.Contains(mention)) Say(at, "is no entry of this dossier");
        });
        Each(decision.SharedWith ?? [], "$.decision.sharedWith", (shared, at) =>
        {
            if (!entries.Contains(shared)) Say(at, "is no entry of this dossier");
        });
        Each(decision.Corrections ?? [], "$.decision.corrections", (correction, at) =>
        {
            if (DossierCorrections.EntriesOf(correction).Any(id => !entries.Contains(id))) Say(at, "names an entry that is not in this dossier");
            if (correction.Version < 2) Say($"{at}.version", "must be 2 or more");
        });
        if (decision.RecordedBy is { } recordedBy) Known(recordedBy, "$.decision.recordedBy");
        if (decision.ApprovedBy is { } approvedBy) Known(approvedBy, "$.decision.approvedBy");
        foreach (var person in decision.People) Known(person, "$.decision");
    }

    private void Known(string mail, string at)
    {
        if (!people.Contains(mail)) Say(at, $"\"{mail}\" is not among $.people");
    }

    private void Bytes(string file, string sha256, long? size, string at)
    {
        if (files.Read(file) is not { } bytes) Say($"{at}.file", $"there is no file {file} beside competition.json");
        else if (DossierFiles.Sha256(bytes) != sha256) Say($"{at}.sha256", $"is not the digest of {file}");
        else if (size is { } told && told != bytes.Length) Say($"{at}.size", $"is not the size of {file}, {bytes.Length}");
    }

    private void Say(string path, string what) => faults.Add(new(path, what));

    private static void Each<T>(IReadOnlyList<T> items, string at, Action<T, string> check)
    {
        for (var i = 0; i < items.Count; i++) check(items[i], $"{at}[{i}]");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$")]
    private static partial Regex Name();
}
