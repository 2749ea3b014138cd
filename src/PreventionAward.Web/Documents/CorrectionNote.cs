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
        if (material.Corrections.Count == 1) yield break;
        yield return new Heading(1, t["corrections.note.earlier"]);
        yield return new Bullets([.. material.Corrections.SkipLast(1).Reverse().Select(c => new Passage($"{Version(c, t)}: {Said(c, material, t)}"))]);
    }

    /// <summary>One box for a document that is drawn from the decision and has to say that it was corrected.</summary>
    public static IEnumerable<Block> Brief(DecisionMaterial material, Texts t) => material.Corrections is [.., var latest]
        ? [new Notice(t["corrections.note.brief", latest.PublishedAt is { } at ? HelsinkiTime.Date(at, t.Language) : t["corrections.note.not-yet"], latest.Version, t.Written(latest.What)])]
        : [];

    /// <summary>What has been corrected, in one line for a page.</summary>
    public static string Said(Correction correction, DecisionMaterial material, Texts t) => t[
        $"corrections.note.{(correction.Kind == CorrectionKind.Clerical ? "clerical" : "fact")}", t.Written(correction.What), Approver(correction, material, t)];

    /// <summary>"Corrected decision, version 2, 3.6.2027".</summary>
    public static string Version(Correction correction, Texts t) =>
        t["corrections.note.version", correction.Version, correction.PublishedAt is { } at ? HelsinkiTime.Date(at, t.Language) : t["corrections.note.not-yet"]];

    /// <summary>The head of the pages from the second on.</summary>
    public static Passage Head(string title, DecisionMaterial material, Texts t) =>
        material.Corrections is [.., var latest] ? $"{title} · {Version(latest, t)}" : title;

    // The role is said where the name does not say it already.
    private static string Approver(Correction correction, DecisionMaterial material, Texts t)
    {
        if (material.Jury.FirstOrDefault(m => m.Role != SeatRole.Member && m.PersonId == correction.ApprovedBy) is not { } member) return t["corrections.note.by-secretary"];
        var role = t[member.Role == SeatRole.ViceChair ? "documents.decision.vice-chair-of-jury" : "documents.decision.chair-of-jury"];
        var name = t.Written(member.Name);
        return string.Equals(name, role, StringComparison.OrdinalIgnoreCase) ? name : $"{name} ({role})";
    }
}
