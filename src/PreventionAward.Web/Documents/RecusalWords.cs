using System.Text.Json;
using PreventionAward.Domain;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Documents;

/// <summary>A recusal in words, the same in the decision and the minutes: by which point of the law, who decided it and when.</summary>
internal static class RecusalWords
{
    /// <summary>The point of Hallintolaki 28 § 1 mom. with what it says; where no ground was coded, that the person was found recused.</summary>
    public static string Ground(RecusalGround? ground, Texts t) => ground is { } given
        ? t["documents.recusal-ground.point", (int)given + 1, t[$"documents.recusal-ground.{JsonNamingPolicy.KebabCaseLower.ConvertName(given.ToString())}"]]
        : t["documents.recusal-ground.found"];

    /// <summary>Who decided on a member, and the day. A body decides on its member (Hallintolaki 29 §); the chair or the secretary records it.</summary>
    /// <param name="member">The name of a member of the jury; null for anybody else.</param>
    public static string DecidedBy(Declaration declaration, Func<PersonId, LocalizedText?> member, Texts t) => RecusalDeciders.Of(declaration) switch
    {
        RecusalDecider.Law => t["documents.decision.decided-by-law", On(declaration, t)],
        RecusalDecider.Self => t["documents.decision.decided-by-member", On(declaration, t)],
        _ => member(declaration.ConfirmedBy!.Value) is { } name ? t["documents.decision.decided-by-jury", On(declaration, t), name] : t["documents.decision.decided-by-jury-secretary", On(declaration, t)],
    };

    /// <summary>Who decided on an official, and the day.</summary>
    public static string DecidedOnOfficial(Declaration declaration, Texts t) =>
        t[RecusalDeciders.Of(declaration) == RecusalDecider.Self ? "documents.decision.official-self" : "documents.decision.official-other", On(declaration, t)];

    private static string On(Declaration declaration, Texts t) => HelsinkiTime.Date(RecusalDeciders.DecidedAt(declaration), t.Language);
}

/// <summary>Who decided that somebody stays out.</summary>
public enum RecusalDecider
{
    /// <summary>The person, first and alone.</summary>
    Self,

    /// <summary>The jury on its member, or another official on an official.</summary>
    Body,

    /// <summary>Nobody had to: a party.</summary>
    Law,
}

/// <summary>Reads from a declaration who decided it.</summary>
internal static class RecusalDeciders
{
    public static RecusalDecider Of(Declaration declaration) =>
        declaration.IsByLaw ? RecusalDecider.Law : declaration.ConfirmedBy is null ? RecusalDecider.Self : RecusalDecider.Body;

    public static DateTimeOffset DecidedAt(Declaration declaration) => declaration.ConfirmedAt ?? declaration.DeclaredAt;
}
