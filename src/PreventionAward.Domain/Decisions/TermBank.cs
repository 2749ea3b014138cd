using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Decisions;

/// <summary>Terms of the field that are easily mistranslated from Finnish into Finland-Swedish (the competition's glossary).</summary>
internal static class TermBank
{
    private static readonly Term[] Terms =
    [
        new("raati", @"\braa(ti|di)", "jury", @"\bråde[tn]", Except: @"\brådet för brottsförebyggande", Unless: "neuvosto"),
        new("vaikuttavuusarviointi", @"\bvaikuttavuusarvio", "effektutvärdering", @"(?<!effekt)utvärdering", IsWordOfItsOwn: true),
        new("rikoksentorjuntaneuvosto", @"\brikoksentorjuntaneuvosto", "rådet för brottsförebyggande", @"\bbrottsförebyggande rådet|\bBrå\b"),
        new("oikeusministeriö", @"\boikeusministeriö", "justitieministeriet", @"\bjustitiedepartementet|\brättsministeriet"),
        new("esteellinen", @"\besteelli", "jävig", @"\binkompetent|\bdiskvalificera|\bförhindrad"),
        new("kunniamaininta", @"\bkunniamainin", "hedersomnämnande", @"(?<!heders)\bomnämnande"),
        new("pöytäkirja", @"\bpöytäkirja", "protokoll", @"\bdagbok|\bminuter"),
        new("eriävä mielipide", @"\beriävä", "avvikande mening", @"\breservation|\bskiljaktig"),
    ];

    /// <summary>Terms of the Finnish text for which the Swedish one has a word that means something else.</summary>
    public static IEnumerable<Refusal> Slips(string finnish, string swedish) =>
        from term in Terms
        where Has(finnish, term.Finnish) && (term.Unless is null || !Has(finnish, term.Unless))
        let found = Regex.Match(term.Except is null ? swedish : Regex.Replace(swedish, term.Except, "", RegexOptions.IgnoreCase), term.Wrong, RegexOptions.IgnoreCase)
        where found.Success && !(term.IsWordOfItsOwn && Count(swedish, term.Right) >= Count(finnish, term.Finnish))
        select new Refusal("slips.term", term.Name, term.Right, found.Value);

    private static int Count(string text, string pattern) => Regex.Count(text, pattern, RegexOptions.IgnoreCase);

    private static bool Has(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase);

    /// <param name="Except">What holds the wrong word and is right all the same.</param>
    /// <param name="Unless">A Finnish word beside which the wrong one may be right.</param>
    /// <param name="IsWordOfItsOwn">The wrong word has a meaning of its own: it is one too many only where the right one stands fewer times than the Finnish.</param>
    private sealed record Term(string Name, string Finnish, string Right, string Wrong, string? Except = null, string? Unless = null, bool IsWordOfItsOwn = false);
}
