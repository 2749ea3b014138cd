using System.Text.Json;
using PreventionAward.Domain.Access;
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

    /// <summary>Who decided on a member, and the day. The body decides on its member (Hallintolaki 29 §), but is named only where its minutes say so.</summary>
    public static string DecidedBy(Declaration declaration, RecusalDecider decider, Texts t)
    {
        var kind = declaration.Answer == InterestAnswer.Unsure ? "doubt" : "decided";
        return t[decider switch
        {
            RecusalDecider.Law => "documents.decision.decided-by-law",
            RecusalDecider.Self => "documents.decision.decided-by-member",
            RecusalDecider.Body => "documents.decision.decided-by-jury",
            RecusalDecider.Secretary => $"documents.decision.{kind}-by-secretary",
            RecusalDecider.ViceChair => $"documents.decision.{kind}-by-vice-chair",
            _ => $"documents.decision.{kind}-by-chair",
        }, On(declaration, t)];
    }

    /// <summary>Who decided on an official, and the day.</summary>
    public static string DecidedOnOfficial(Declaration declaration, Texts t) =>
        t[RecusalDeciders.Of(declaration, null, isMinuted: false) == RecusalDecider.Self ? "documents.decision.official-self" : "documents.decision.official-other", On(declaration, t)];

    private static string On(Declaration declaration, Texts t) => HelsinkiTime.Date(RecusalDeciders.DecidedAt(declaration), t.Language);
}

/// <summary>Who decided that somebody stays out.</summary>
public enum RecusalDecider
{
    /// <summary>The person, first and alone.</summary>
    Self,

    /// <summary>The jury on its member, in a meeting that was handling the entry.</summary>
    Body,

    /// <summary>The chair, or a member who acted as chair.</summary>
    Chair,
    ViceChair,

    /// <summary>The secretary of the competition.</summary>
    Secretary,

    /// <summary>Nobody had to: a party.</summary>
    Law,
}

/// <summary>Reads from a declaration who decided it.</summary>
internal static class RecusalDeciders
{
    /// <param name="seat">Of whoever confirmed it; null where that is no member of the jury.</param>
    /// <param name="isMinuted">A meeting of the jury was handling the entry when it was decided.</param>
    public static RecusalDecider Of(Declaration declaration, SeatRole? seat, bool isMinuted) =>
        declaration.IsByLaw ? RecusalDecider.Law
        : declaration.ConfirmedBy is null ? RecusalDecider.Self
        : isMinuted ? RecusalDecider.Body
        : seat switch { null => RecusalDecider.Secretary, SeatRole.ViceChair => RecusalDecider.ViceChair, _ => RecusalDecider.Chair };

    public static DateTimeOffset DecidedAt(Declaration declaration) => declaration.ConfirmedAt ?? declaration.DeclaredAt;
}
