using PreventionAward.Domain;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>Papers that try the drawers: one with every kind of block, one with the texts nobody hopes for.</summary>
internal static class SamplePapers
{
    public const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40"><rect width="100" height="20" fill="#12396f"/></svg>""";

    public static readonly Letterhead Letterhead = new(["Esimerkkiviranomainen", "Raati"], "Päätös", "2.10.2027", "ESIM/12/2027");

    public static Paper Of(params Block[] blocks) => new("Raadin päätös", Language.Finnish, Letterhead, blocks);

    public static Paper EveryBlock { get; } = Of(
        new Heading(1, "Ensimmäinen luku"),
        new Paragraph("Leipäteksti alkaa.\nToinen rivi.\n\nToinen kappale."),
        new Heading(2, "Alaluku"),
        new Paragraph(new("Ett stycke på svenska.", Language.Swedish)),
        new Heading(3, "Alaluvun kohta"),
        new Facts([new("Teema", "Lähiyhteisöt"), new("Määräaika", "31.8.2027 klo 16.15")]),
        new Bullets(["lähtötaso", "toteuma"]),
        Entries(2),
        new Figure(Svg, "Palkki, jonka pituus on puolet", "Kuvan nimi"),
        new DotRange("Pisteiden hajonta", "Kahden ehdotuksen pisteet asteikolla 0–5", 0, 5, [new("Kotinurkilla", 2, 3.5m, 5, "3,5 (2–5)"), new("Sovittelijat", 1, 1, 1, "1,0 (1–1)")]),
        new Bars("Saapuneet ehdotukset", "Ehdotuksia päivittäin: 30.8.2027 yksi, 31.8.2027 neljä", [new("30.8.2027", 1, "1"), new("31.8.2027", 4, "4")]),
        new Notice("Huomautus laatikossa."),
        new Proclamation("Voittaja", "Turvallisuuskävelyt", "Esimerkkilän kaupunki"),
        new Signatures([new("Puheenjohtaja", "raadin puheenjohtaja"), new("Sihteeri")], "Vahvistettu kokouksessa.", ByHand: true),
        new Small("Pienellä painettu."),
        new NewPage(),
        new Heading(4, "Kohdan osa"),
        new Contents(["Ensimmäinen luku"]),
        new TickBoxes([new("0", "Ei vastaa"), new("5", "Vastaa täysin")]),
        new WritingLines("Perustelu", 2)) with
    { Mark = "Esimerkki: kuvitteellinen", RunningHead = "Raadin päätös 2027", Summary = "Esimerkkipäätös." };

    public static Table Entries(int rows) => new(
        "Ehdotukset",
        [new("Nro", Align.End, Share: 0), new("Ehdotus", Share: 2), new("Vastuutaho")],
        [.. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<Passage>)[$"{i}", $"Ehdotus numero {i}", $"Taho {i}"])],
        RowHeaders: true);

    /// <summary>Texts that must come out as they were typed.</summary>
    public static TheoryData<string> Typed { get; } =
    [
        "#panic(\"no\") #let x = 1 *not bold* _not italic_ `raw` $x^2$ @ref <label> // comment /* c */ \\ ~ --- [x]",
        "<script>alert(1)</script> &amp; <b>bold</b> &nbsp; ]]>",
        "= Not a heading - not a list + nor this / term: no",
        "'single' \"double\" ”suomalaiset” 1 253 – 28 §",
        "Rabâsvuõʹđǩǩ Ǩiurrâl ǩ Čáppa ŋieskâ ǥǥ ʒʒ ǯ",
        "Привет Ελλάδα ✓ →",
        "{\"json\": \"\\u0041\"} %PDF %s {0} {{x}}",
    ];
}
