using Microsoft.Extensions.Logging.Abstractions;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;
using PreventionAward.Web.Templates;
using PreventionAward.Web.Tests.Support;

namespace PreventionAward.Rush;

/// <summary>Entries with answers as long as people write them, the same each time.</summary>
internal static class SampleEntries
{
    private static readonly string[] Words =
    [
        "nuorten", "turvallisuuskävelyt", "koulu", "ja", "asukasyhdistys", "poliisin", "kanssa", "vähenivät", "prosenttia", "ilmoitukset", "kun", "kunta",
        "toimintamalli", "on", "otettu", "käyttöön", "vertailualueella", "väkivallan", "ehkäiseminen", "lähiyhteisöissä", "sekä", "arviointi", "mitattiin",
        "ennen", "hankkeen", "alkua", "oppilaitoksissa", "vapaaehtoiset", "kohtaavat", "perheitä", "yhteistyössä", "järjestöjen", "1 253", "Esimerkkilässä",
    ];

    public static CompetitionPlan Plan(string title, DateTimeOffset closes)
    {
        var templates = new TemplateStore(Path.Combine(SourceTree.Root, "templates"));
        return new(
            LocalizedText.Name(title), Theme.Empty with { Title = LocalizedText.Name("Example") },
            Authority.Empty with { Name = LocalizedText.Name("Example Authority"), DiaryNumber = "EX/12/2027", ContactMail = "contact@example.fi" },
            new(closes), templates.EntryForm, templates.Criteria, TieRule.Default, LocalizedText.Empty)
        { Appeal = LocalizedText.Name("Rush") };
    }

    public static string Text(int words, int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(1, words).Select(n => Words[random.Next(Words.Length)] + (n % 90 == 0 ? ".\n\n" : n % 12 == 0 ? "." : "")));
    }

    public static Entry Entry(CompetitionId competition, FormDefinition form, int number, DateTimeOffset at)
    {
        var id = new EntryId(Guid.CreateVersion7(at));
        var texts = form.Fields.Where(field => field.Kind == FieldKind.Text).Select(field => KeyValuePair.Create(field.Key, Text(Math.Min(field.Words ?? 90, 90), number)));
        var answers = FilledForm.Of(form, $"Hanke {number}").With([.. texts]);
        return Domain.Entries.Entry.Restore(new(
            id, competition, number, Language.Finnish, EntryStatus.Eligible, answers, at, null, at.AddDays(1),
            [new(id, 1, answers, Language.Finnish, [], answers.Digest([]), new(Guid.Empty), at)], []));
    }

    /// <summary>A juror's packet as the portal draws it: each entry with its score form.</summary>
    public static Paper Packet(int entries)
    {
        var at = DateTimeOffset.UnixEpoch;
        var texts = new Texts(TextStore.Read(Path.Combine(SourceTree.Root, "templates", "texts")), new TextFaults(NullLogger<TextFaults>.Instance, strict: true));
        var call = Competition.Restore(new(Guid.Empty), "packet", Provenance.Example, Plan("Packet", at), Stage.Scoring, [], null);
        var packed = Enumerable.Range(1, entries).Select(number => Entry(call.Id, call.Form, number, at))
            .Select(entry => new PacketEntry(entry, entry.Versions[0], Reading.Of(entry.Versions[0].Answers, Language.Finnish, Language.Finnish, entry.Translations)));
        return PacketPaper.Of(new(call, LocalizedText.Name("Juror 1"), [.. packed], []), at, Language.Finnish, texts);
    }

    /// <summary>The same with a word more in each paragraph, so that nothing of it has been set before.</summary>
    public static Paper Changed(Paper paper, int round) =>
        paper with { Blocks = [.. paper.Blocks.Select(block => block is Paragraph text ? new Paragraph(text.Text with { Text = $"{round} {text.Text.Text}" }) : block)] };
}
