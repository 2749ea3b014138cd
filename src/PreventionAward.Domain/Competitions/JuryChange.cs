using PreventionAward.Domain.Access;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Competitions;

/// <summary>A change of the jury after scoring had started, when its membership is frozen: it stays on record and is told in the decision.</summary>
/// <param name="PersonId">The member concerned.</param>
/// <param name="Name">As the decision named the member at that moment.</param>
/// <param name="Role">The seat that was left, taken, or is held from now on.</param>
/// <param name="Explanation">For the jury and its staff; the decision tells the reason only.</param>
/// <param name="SheetsStay">Of a member who left: whether the sheets handed in stay in the results; see <see cref="Leaving"/>.</param>
/// <param name="By">Who made the change: the member when resigning, else staff.</param>
public sealed record JuryChange(
    Guid Id, CompetitionId CompetitionId, PersonId PersonId, JuryChangeKind Kind, LocalizedText Name, SeatRole Role, JuryChangeReason Reason,
    string Explanation, bool SheetsStay, PersonId By, DateTimeOffset At)
{
    /// <summary>Whether the member left the jury.</summary>
    public bool IsLeaving => Kind is JuryChangeKind.Resigned or JuryChangeKind.Released;

    /// <summary>Holds a reason and its explanation to what the record needs.</summary>
    /// <returns>Refused: no reason, or none for such a change; another reason without a word of it; too long.</returns>
    public static Refusal? Check(JuryChangeKind kind, JuryChangeReason? reason, string? explanation)
    {
        if (reason is not { } given || !ReasonsFor(kind).Contains(given)) return new("membership.reason-missing");
        if (reason == JuryChangeReason.Other && string.IsNullOrWhiteSpace(explanation)) return new("membership.explanation-missing");
        return TextLimit.Check(explanation);
    }

    /// <summary>The reasons that such a change may have.</summary>
    public static IReadOnlyList<JuryChangeReason> ReasonsFor(JuryChangeKind kind) => kind switch
    {
        JuryChangeKind.Appointed => [JuryChangeReason.Replacement, JuryChangeReason.Other],
        JuryChangeKind.RoleChanged => Enum.GetValues<JuryChangeReason>(),
        _ => [.. Enum.GetValues<JuryChangeReason>().Where(reason => reason != JuryChangeReason.Replacement)],
    };

    /// <summary>A change as it is made now.</summary>
    public static JuryChange Of(
        JuryMember member, JuryChangeKind kind, JuryChangeReason reason, string? explanation, bool sheetsStay, PersonId by, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), member.CompetitionId, member.PersonId, kind, member.Name, member.Role, reason, Answers.Clean(explanation), sheetsStay, by, now);
}

/// <summary>What happened to the membership.</summary>
public enum JuryChangeKind
{
    /// <summary>The member resigned.</summary>
    Resigned,

    /// <summary>Staff took the member out.</summary>
    Released,

    /// <summary>Somebody joined.</summary>
    Appointed,

    /// <summary>A member became chair, vice-chair or member.</summary>
    RoleChanged,
}

/// <summary>Why, as a coded choice: it can be told in every language, and no private circumstance stands in the decision.</summary>
public enum JuryChangeReason
{
    /// <summary>A conflict of interest that does not concern one entry only.</summary>
    Recusal,

    /// <summary>The member's duties have changed.</summary>
    ChangedDuties,

    /// <summary>The member is not available or has taken no part.</summary>
    Unavailable,

    /// <summary>A personal reason, of which nothing more is asked.</summary>
    Personal,

    /// <summary>In the place of somebody who left.</summary>
    Replacement,
    Other,
}
