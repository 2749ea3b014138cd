using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>A whole decision of an invented competition: five entries, one late, one excluded, one recusal, one mention. Its jurors' reasons hold words that must never come out.</summary>
internal static class SampleDecision
{
    public const string Secret = "SALAINEN-PISTEKOMMENTTI";
    public static readonly DateTimeOffset DecidedAt = new(2027, 10, 1, 11, 30, 0, TimeSpan.Zero);

    private static readonly CompetitionId Id = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly DateTimeOffset ClosesAt = new(2027, 8, 31, 13, 15, 0, TimeSpan.Zero);
    private static readonly PersonId Chair = Person(1);

    public static DecisionMaterial Material(Provenance provenance = Provenance.Example, bool approved = true, EntryId? winner = null, bool hasWinner = true, Domain.Meetings.Deciding? deciding = null, Stage stage = Stage.Decided) => new(
        Competition(provenance, stage), Decision(approved, hasWinner ? winner ?? EntryId(1) : null, deciding), Jury, Entries, [Recusal()],
        [new(Guid.NewGuid(), EntryId(9), Id, Answers.Of(Answer("Myöhäinen hanke", "Hidas yhdistys ry")), "", Person(9), ClosesAt.AddMinutes(1))]);

    public static EntryId EntryId(int number) => new(Guid.Parse($"00000000-0000-0000-0001-00000000000{number}"));

    /// <summary>For those who want to look: the folder named by the environment's PAPERS gets the file.</summary>
    public static void Keep(string name, byte[] pdf)
    {
        if (Environment.GetEnvironmentVariable("PAPERS") is { } folder) File.WriteAllBytes(Path.Combine(folder, name), pdf);
    }

    private static Competition Competition(Provenance provenance, Stage stage) => Domain.Competitions.Competition.Restore(Id, "example", provenance,
        new(
            new("Rikoksentorjuntakilpailu 2027", "Tävlingen i brottsförebyggande arbete 2027", "Crime Prevention Award 2027"),
            new(new("Nuorten väkivallan ehkäiseminen lähiyhteisöissä", "Att förebygga våld bland unga i närsamhället", "Preventing violence among young people in local communities"), LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty),
            new(new("Esimerkkiviranomainen", "Exempelmyndigheten", "Example Authority"), new("Rikoksentorjuntakilpailun raati", "Juryn för tävlingen i brottsförebyggande arbete", "Jury of the Crime Prevention Award"),
                "ESIM/12/2027", new("raadin sihteeri", "juryns sekreterare", "secretary of the jury"), "raati@example.fi", "0000 000 000"),
            new(ClosesAt), FormDefinition.Empty, Criteria, TieRule.Default,
            new("Esimerkkiviranomainen asetti raadin 3.5.2027 (ESIM/7/2027).", "Exempelmyndigheten tillsatte juryn 3.5.2027 (ESIM/7/2027).", "The Example Authority appointed the jury on 3 May 2027 (ESIM/7/2027).")),
        stage,
        [new(MilestoneKind.Opened, new(2027, 6, 16, 6, 0, 0, TimeSpan.Zero)), new(MilestoneKind.Published, new(2027, 10, 2, 13, 22, 0, TimeSpan.Zero))], entriesReceived: null);

    private static IReadOnlyList<Criterion> Criteria { get; } =
    [
        Criterion("C1", 20, "Rikosten tai rikollisuuden pelon ehkäiseminen teeman alalla", "Förebyggande av brott eller rädsla för brott inom temat", "Prevention of crime or fear of crime within the theme"),
        Criterion("C2", 30, "Arviointi ja tavoitteiden saavuttaminen", "Utvärdering och uppnådda mål", "Evaluation and achieved objectives"),
        Criterion("C3", 20, "Innovatiivisuus", "Nyskapande", "Innovation"),
        Criterion("C4", 20, "Yhteistyö", "Samarbete", "Co-operation"),
        Criterion("C5", 10, "Toistettavuus muissa jäsenmaissa", "Upprepbarhet i andra medlemsstater", "Replicability in other Member States"),
    ];

    private static IReadOnlyList<JuryMember> Jury { get; } =
    [
        .. Enumerable.Range(1, 5).Select(i => new JuryMember
        {
            CompetitionId = Id,
            PersonId = Person(i),
            Role = i == 1 ? SeatRole.Chair : SeatRole.Member,
            Name = i == 1 ? new("Puheenjohtaja", "Ordförande", "Chair") : new($"Jäsen {i - 1}", $"Medlem {i - 1}", $"Member {i - 1}"),
            Organisation = new($"Esimerkkitaho {i}", $"Exempelinstans {i}", $"Example body {i}"),
            Place = i,
        }),
    ];

    private static IReadOnlyList<Entry> Entries { get; } =
    [
        Entry(1, "Kotinurkilla – nuorten ja asukkaiden turvallisuuskävelyt", "Esimerkkilän kaupunki, nuorisopalvelut", Language.Finnish),
        Entry(2, "Sovittelijat koulun pihalla", "Esimerkkilän koulu ry", Language.Finnish),
        Entry(3, "Gatans vuxna – fältarbete på kvällar och helger", "Föreningen Exempel rf", Language.Swedish),
        Entry(4, "Rabâsvuohta – kylän avoimet ovet (Ǩiurrâl)", "Esimerkkikylän kyläyhdistys ry", Language.Finnish),
        Entry(5, "Lukkoja ja kameroita", "Esimerkkikauppa Oy", Language.Finnish, EntryStatus.Ineligible, "hanke ei ole vielä alkanut"),
    ];

    private static Decision Decision(bool approved, EntryId? winner, Domain.Meetings.Deciding? deciding) => Domain.Decisions.Decision.Restore(
        Id, new(winner, [EntryId(2)], Secret),
        SampleDecisionTexts.All(EntryId), Chair, DecidedAt.AddHours(-1), approved ? Chair : null, approved ? DecidedAt : null, deciding: deciding);

    private static Declaration Recusal() => Declaration.Restore(
        Id, EntryId(3), Person(3), InterestAnswer.Ground, RecusalGround.Employment, Secret, ClosesAt.AddDays(1), Chair, ClosesAt.AddDays(2), true);

    private static Entry Entry(int number, string title, string organisation, Language language, EntryStatus status = EntryStatus.Eligible, string? reason = null)
    {
        var answers = Answers.Of([.. Answer(title, organisation), new("contactMail", Secret), new("description", Secret)]);
        return Domain.Entries.Entry.Restore(new(
            EntryId(number), Id, number, language, status, Answers.Of(Answer(Secret, Secret)), ClosesAt, reason, ClosesAt.AddDays(1),
            [new(EntryId(number), 1, answers, language, [], "", Person(9), ClosesAt.AddDays(-number))], []));
    }

    private static Dictionary<string, string> Answer(string title, string organisation) => new() { ["title"] = title, ["organisation"] = organisation };

    private static Criterion Criterion(string key, int weight, string fi, string sv, string en) =>
        new(key, weight, CriterionForce.Shall, new(fi, sv, en), LocalizedText.Empty, []);

    public static PersonId Person(int number) => new(Guid.Parse($"00000000-0000-0000-0002-00000000000{number}"));
}
