using System.Globalization;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>An entry as its team wrote it: a submitted version, or the draft, which says on every page that it has not been submitted.</summary>
public sealed class EntryPaper
{
    private readonly Entry entry;
    private readonly Answers answers;
    private readonly Language written;
    private readonly IReadOnlyList<SubmittedFile> files;
    private readonly bool isCounting;
    private readonly Texts t;
    private readonly Reading? reading;
    private readonly int level;

    private EntryPaper(Entry entry, Answers answers, Language written, IReadOnlyList<SubmittedFile> files, bool isCounting, Texts t, Reading? reading = null, int level = 1) =>
        (this.entry, this.answers, this.written, this.files, this.isCounting, this.t, this.reading, this.level) = (entry, answers, written, files, isCounting, t, reading, level);

    /// <summary>What a juror reads of an entry, as a section of a larger paper: the version that counts, the files that are judged, in the translation that was chosen.</summary>
    /// <param name="level">Of the headings of its parts.</param>
    internal static IEnumerable<Block> ForJury(Competition competition, Entry entry, SubmittedVersion version, Reading reading, int level, Texts t)
    {
        var paper = new EntryPaper(entry, version.Answers, version.Language, entry.JudgedFiles, isCounting: true, t, reading, level);
        return competition.Form.Parts.SelectMany(paper.Part);
    }

    /// <summary>A version as it was submitted.</summary>
    public static Paper Of(Competition competition, Entry entry, SubmittedVersion version, Language language, Texts texts)
    {
        var t = texts.In(language);
        var paper = new EntryPaper(entry, version.Answers, version.Language, version.Files, version == entry.Submitted, t);
        return paper.Whole(competition, t["documents.entry.kind"], HelsinkiTime.Date(version.At, language),
        [
            new(t["documents.receipt.number"], entry.Number?.ToString(CultureInfo.InvariantCulture) ?? "–"),
            new(t["documents.receipt.version"], version.Version.ToString(CultureInfo.InvariantCulture)),
            new(t["documents.receipt.time"], t["documents.receipt.time-is", HelsinkiTime.ToTheSecond(entry.ArrivalOf(version).At, language), HelsinkiTime.UniversalTime(entry.ArrivalOf(version).At, language)]),
            .. version.Supplement is null ? Array.Empty<Fact>() : [new(t["entries.receipt.supplemented-at"], t["documents.receipt.time-is", HelsinkiTime.ToTheSecond(version.At, language), HelsinkiTime.UniversalTime(version.At, language)])],
            new(t["documents.receipt.digest"], version.Sha256),
        ], notice: null);
    }

    /// <summary>The draft as it stands.</summary>
    public static Paper OfDraft(Competition competition, Entry entry, IReadOnlyList<SubmittedFile> files, Language language, Texts texts)
    {
        var t = texts.In(language);
        var paper = new EntryPaper(entry, entry.Draft, entry.Language, files, false, t);
        return paper.Whole(competition, t["documents.entry.kind-draft"], HelsinkiTime.Date(entry.DraftSavedAt, language),
            [new(t["documents.entry.saved"], t.Written(entry.DraftSavedAt))],
            entry.Submitted is { } submitted ? t["documents.entry.draft-after", submitted.Version.ToString(CultureInfo.InvariantCulture), submitted.At] : t["documents.entry.draft-only"]);
    }

    private Paper Whole(Competition competition, string kind, string date, Fact[] facts, string? notice)
    {
        var secret = competition.Form.Fields.Select(field => SecretOf(field.Key)).Concat(files.Select(SecretOf)).OfType<SecrecyGround>().Distinct().Order().ToList();
        string?[] marks = [notice is null ? null : t["documents.entry.mark-draft"], PaperFrame.Mark(competition, isDraft: false, t)?.Text, secret.Count > 0 ? t["documents.entry.mark-secret"] : null];
        return new(answers["title"] is { Length: > 0 } title ? new Passage(title, Foreign) : t["entries.untitled"], t.Language, PaperFrame.Letterhead(competition, kind, date, t),
        [
            .. notice is null ? Array.Empty<Block>() : [new Notice(notice)],
            new Facts([new(t["documents.receipt.competition"], Passage.Of(competition.Title, t.Language)), .. facts, new(t["documents.entry.language"], t.Written(written))]),
            .. secret.Count > 0 ? [new Notice(t["documents.entry.secret-grounds", string.Join("; ", secret.Select(ground => t.Written(ground)))])] : Array.Empty<Block>(),
            .. competition.Form.Parts.SelectMany(Part),
        ])
        {
            Mark = marks.OfType<string>().ToArray() is { Length: > 0 } said ? new(string.Join(" · ", said)) : null,
            Summary = t["documents.entry.summary", competition.Title],
        };
    }

    private IEnumerable<Block> Part(FormPart part)
    {
        yield return new Heading(level, Passage.Of(part.Title, t.Language));
        List<Fact> facts = [];
        foreach (var field in part.Fields.Where(field => field.IsAsked(answers)))
        {
            if (IsShort(field))
            {
                facts.Add(new(Passage.Of(field.Label, t.Language), Marked(field.Key, Value(field, field.Key))));
                facts.AddRange(TranslatedLines(field));
                continue;
            }

            if (facts.Count > 0) yield return new Facts([.. facts]);
            facts.Clear();
            yield return new Heading(level + 1, Passage.Of(field.Label, t.Language));
            foreach (var block in Long(field)) yield return block;
        }

        if (facts.Count > 0) yield return new Facts([.. facts]);
    }

    private static bool IsShort(FormField field) => field.Kind is not (FieldKind.Text or FieldKind.Rows or FieldKind.Files);

    private IEnumerable<Block> Long(FormField field)
    {
        if (SecretOf(field.Key) is { } ground) yield return new Small(t["marks.secret", ground]);
        switch (field.Kind)
        {
            case FieldKind.Rows when answers.Rows(field.Key) is { Count: > 0 } rows:
                foreach (var (row, place) in rows.Select((row, place) => (row, place + 1)))
                {
                    yield return new Heading(level + 2, t["entries.row", place]);
                    yield return new Facts([.. (field.Fields ?? []).Select(cell => new Fact(Passage.Of(cell.Label, t.Language), Value(cell, $"{field.Key}.{row}.{cell.Key}")))]);
                    foreach (var block in (field.Fields ?? []).SelectMany(cell => Translated(cell, $"{field.Key}.{row}.{cell.Key}"))) yield return block;
                }

                break;
            case FieldKind.Files when files.Count > 0:
                yield return new Table(null, [new(t["documents.receipt.file"], Share: 2), new(t["documents.receipt.size"], Align.End, Share: 0), new("SHA-256", Share: 2)],
                    [.. files.Select(file => (IReadOnlyList<Passage>)[FileName(file), t.Written(file.Size), file.Sha256])], RowHeaders: true);
                break;
            case FieldKind.Text:
                yield return new Paragraph(Value(field, field.Key));
                foreach (var block in Translated(field, field.Key)) yield return block;
                break;
            default:
                yield return new Paragraph(t["entries.no-answer"]);
                break;
        }
    }

    // The team's own translations belong to what it wrote; each is marked as one. Where one language was chosen, the text itself is in it.
    private IEnumerable<Block> Translated(FormField field, string key) => reading is not null ? WhoseTranslation(key) :
        from language in Language.All
        where language != written && field.IsTranslatable()
        let text = answers[Translations.KeyOf(key, language)]
        where text.Length > 0
        from block in new Block[] { new Small(t["documents.entry.translation", language]), new Paragraph(new(text, language == t.Language ? null : language)) }
        select block;

    private IEnumerable<Fact> TranslatedLines(FormField field) =>
        from language in Language.All
        where reading is null && language != written && field.IsTranslatable()
        let text = answers[Translations.KeyOf(field.Key, language)]
        where text.Length > 0
        select new Fact(t["documents.entry.translation", language], new(text, language == t.Language ? null : language));

    private IEnumerable<Block> WhoseTranslation(string key) =>
        reading?.Of(key).By is { } by ? [new Small(t[by == Translator.Team ? "documents.packet.by-team" : "documents.packet.by-staff", reading.Shown])] : [];

    private Passage Value(FormField field, string key)
    {
        var (text, language, _) = reading?.Of(key) ?? (answers[key], written, null);
        if (text.Length == 0) return t["entries.no-answer"];
        return new(AnswerWords.Of(field, text, t), field.Kind is FieldKind.Text or FieldKind.Line && language != t.Language ? language : null);
    }

    private Passage Marked(string key, Passage value) => SecretOf(key) is { } ground ? value with { Text = $"{value.Text}\n{t["marks.secret", ground]}" } : value;

    private Passage FileName(SubmittedFile file)
    {
        string?[] marks = [SecretOf(file) is { } ground ? t["marks.secret", ground] : null, (isCounting ? entry.IsNotJudged(file) : file.NotJudged) ? t["marks.not-judged"] : null];
        return string.Join('\n', marks.OfType<string>().Prepend(file.Name));
    }

    // Staff's rulings hold for the version that counts.
    private SecrecyGround? SecretOf(string question) => isCounting ? entry.SecretOf(question) : answers.SecretOf(question);

    private SecrecyGround? SecretOf(SubmittedFile file) => isCounting ? entry.SecretOf(file) : file.Secret;

    private Language? Foreign => written == t.Language ? null : written;
}
