using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>What a corrected decision says of its corrections before anything else: which version it is, what was corrected, on what ground, by whom.</summary>
internal static class CorrectionNote
{
    /// <summary>The latest correction in a box of its own, the earlier ones below it.</summary>
    public static IEnumerable<Block> Of(DecisionMaterial material, Texts t)
    {
        if (material.Corrections is not [.., var latest]) yield break;
        yield return new Notice($"{Version(latest, t)}\n\n{Said(latest, material, t)}\n\n{t["corrections.note.replaces", latest.Version - 1, material.ReplacedDecidedOn]}");
        foreach (var block in InAnother(latest, t)) yield return block;
        if (material.Corrections.Count == 1) yield break;
        yield return new Heading(1, t["corrections.note.earlier"]);
        yield return new Bullets([.. material.Corrections.SkipLast(1).Reverse().Select(c => new Passage($"{Version(c, t)}: {Said(c, material, t)}"))]);
        foreach (var block in material.Corrections.SkipLast(1).Reverse().SelectMany(c => InAnother(c, t))) yield return block;
    }

    /// <summary>One box for a document that is drawn from the decision and has to say that it was corrected: every correction, the latest first.</summary>
    public static IEnumerable<Block> Brief(DecisionMaterial material, Texts t) => material.Corrections.Count == 0 ? []
        :
        [
            new Notice(string.Join("\n\n", material.Corrections.Reverse().Select(c => c.What.Has(t.Language) ? t["corrections.note.brief", On(c, t), c.Version, t.Written(c.What)] : t["corrections.note.brief-only", On(c, t), c.Version]))),
            .. material.Corrections.Reverse().SelectMany(c => InAnother(c, t)),
        ];

    /// <summary>The date of a document that is drawn from the decision: when that was published, and when it was corrected last.</summary>
    public static string Dated(string published, DecisionMaterial material, Texts t) =>
        published.Length > 0 && material.Corrections is [.., var latest] ? t["corrections.note.dated", published, On(latest, t)] : published;

    /// <summary>What has been corrected, on what ground, how it was decided, who approved it and when. What has been corrected is left out where nobody has written it in that language.</summary>
    public static string Said(Correction correction, DecisionMaterial material, Texts t) =>
        (correction.What.Has(t.Language) ? t["corrections.note.what", t.Written(correction.What)] + "\n" : "")
        + $"{CorrectionGround.Of(correction, material, t)} {(Approved(correction, "corrections.note.approved-by", material, t) ?? t["corrections.note.not-approved"])}";

    /// <summary>That the text was corrected after its approval: who approved each slip that was mended since the jury decided, and when.</summary>
    public static IEnumerable<string> ApprovedSince(DecisionMaterial material, Texts t) =>
        material.Corrections.Reverse().TakeWhile(c => c.Kind == CorrectionKind.Clerical).Reverse().Select(c => Approved(c, "corrections.note.approved-version", material, t)).OfType<string>();

    /// <summary>"Corrected decision, version 2, 3.6.2027".</summary>
    public static string Version(Correction correction, Texts t) =>
        t["corrections.note.version", correction.Version, On(correction, t)];

    /// <summary>The head of the pages from the second on.</summary>
    public static Passage Head(string title, DecisionMaterial material, Texts t) =>
        material.Corrections is [.., var latest] ? $"{title} · {Version(latest, t)}" : title;

    /// <summary>What has been corrected, in the language that it has, where the document's own lacks it.</summary>
    private static IEnumerable<Block> InAnother(Correction correction, Texts t) => correction.What.Has(t.Language) || correction.What.IsEmpty() ? []
        : [new Small(t["corrections.note.what-is-in", correction.Version, correction.What.Best(t.Language).Language]), new Paragraph(Passage.Of(correction.What, t.Language))];

    // Null until it is approved: nobody has said so yet.
    private static string? Approved(Correction correction, string key, DecisionMaterial material, Texts t) =>
        correction.ApprovedAt is { } at ? t[key, Approver(correction, material, t), HelsinkiTime.DayOf(at), correction.Version] : null;

    private static string On(Correction correction, Texts t) => correction.PublishedAt is { } at ? HelsinkiTime.Date(at, t.Language) : t["corrections.note.not-yet"];

    // The role is said where the name does not say it already.
    private static string Approver(Correction correction, DecisionMaterial material, Texts t)
    {
        if (material.Jury.FirstOrDefault(m => m.Role != SeatRole.Member && m.PersonId == correction.ApprovedBy) is not { } member) return t["corrections.note.by-secretary"];
        var role = t[member.Role == SeatRole.ViceChair ? "documents.decision.vice-chair-of-jury" : "documents.decision.chair-of-jury"];
        var name = t.Written(member.Name);
        return string.Equals(name, role, StringComparison.OrdinalIgnoreCase) ? role : $"{name} ({role})";
    }
}
