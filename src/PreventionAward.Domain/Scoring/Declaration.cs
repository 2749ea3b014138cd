using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Scoring;

/// <summary>What a member says about own interests in one entry before reading it, and what was decided of it (Hallintolaki 28-29 §).</summary>
public sealed class Declaration
{
    private Declaration() { }

    public Declaration(CompetitionId competitionId, EntryId entryId, PersonId personId) =>
        (CompetitionId, EntryId, PersonId) = (competitionId, entryId, personId);

    public CompetitionId CompetitionId { get; private set; }

    public EntryId EntryId { get; private set; }

    public PersonId PersonId { get; private set; }

    public InterestAnswer Answer { get; private set; }

    public RecusalGround? Ground { get; private set; }

    /// <summary>The member's own words; no relative's name is asked for.</summary>
    public string Explanation { get; private set; } = "";

    public DateTimeOffset DeclaredAt { get; private set; }

    /// <summary>Who decided a doubt or confirmed a ground, and when.</summary>
    public PersonId? ConfirmedBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>What the one who confirmed found; null until then.</summary>
    public bool? FoundRecused { get; private set; }

    /// <summary>Why it was found so; always there where a member who named a ground or a doubt was found clear.</summary>
    public string FindingReason { get; private set; } = "";

    /// <summary>Where the member stands: in doubt one stays out.</summary>
    public Interest Interest => DeclaredAt == default ? Interest.Undeclared : InterestOf(FoundRecused, Answer);

    /// <summary>Where a member stands who has declared so and of whom that was found.</summary>
    public static Interest InterestOf(bool? foundRecused, InterestAnswer answer) => (foundRecused, answer) switch
    {
        (true, _) or (null, InterestAnswer.Ground) => Interest.Recused,
        (false, _) or (null, InterestAnswer.None) => Interest.Clear,
        _ => Interest.InDoubt,
    };

    /// <summary>Records the member's own answer. A later ground or doubt may always be added; a recusal or a doubt is not taken back by its own member.</summary>
    /// <returns>Refused: recused already, doubt waiting to be decided, nothing new, no ground, no explanation or one that is too long.</returns>
    public Refusal? Declare(InterestAnswer answer, RecusalGround? ground, string? explanation, DateTimeOffset now)
    {
        if (Interest == Interest.Recused) return new("declarations.already-recused");
        if (Interest == Interest.InDoubt && answer != InterestAnswer.Ground) return new("declarations.being-decided");
        if (Interest == Interest.Clear && answer == InterestAnswer.None) return new("declarations.nothing-new");
        if (answer == InterestAnswer.Ground && ground is null) return new("declarations.ground-missing");
        if (answer == InterestAnswer.Unsure && string.IsNullOrWhiteSpace(explanation)) return new("declarations.explanation-missing");
        if (TextLimit.Check(explanation) is { } tooLong) return tooLong;

        (Answer, Ground, Explanation, DeclaredAt) = (answer, answer == InterestAnswer.Ground ? ground : null, Answers.Clean(explanation), now);
        (ConfirmedBy, ConfirmedAt, FoundRecused, FindingReason) = (null, null, null, "");
        return null;
    }

    /// <summary>Recuses a member whose own team competes: the law decides, so nobody has anything to confirm. What was declared before stays unless it said less.</summary>
    public void RecuseAsParty(DateTimeOffset now)
    {
        if (Interest == Interest.Recused && !AwaitsDecision) return;
        (Answer, Ground, DeclaredAt) = (InterestAnswer.Ground, RecusalGround.Party, now);
        (ConfirmedBy, ConfirmedAt, FoundRecused, FindingReason) = (null, now, true, "");
    }

    /// <summary>Recused by <see cref="RecuseAsParty"/>, without a decision of anybody.</summary>
    public bool IsByLaw => Ground == RecusalGround.Party && FoundRecused == true && ConfirmedBy is null;

    /// <summary>Whether somebody has something to decide: a doubt, or a ground that nobody has confirmed.</summary>
    public bool AwaitsDecision => DeclaredAt != default && FoundRecused is null && Answer != InterestAnswer.None;

    /// <summary>Decides what the declaration leads to; nobody decides on oneself.</summary>
    /// <param name="reason">Why; needed where the member is found clear against the own declaration (Hallintolaki 29 and 45 §).</param>
    /// <returns>Refused: on oneself; there is nothing to decide; found clear without a reason, or with one that is too long.</returns>
    public Refusal? Confirm(bool recused, string? reason, PersonId by, DateTimeOffset now)
    {
        if (!AwaitsDecision) return new("declarations.nothing-to-decide");
        if (by == PersonId) return new("declarations.not-on-oneself");
        if (!recused && string.IsNullOrWhiteSpace(reason)) return new("declarations.finding-needs-a-reason");
        if (TextLimit.Check(reason) is { } tooLong) return tooLong;
        (FoundRecused, FindingReason, ConfirmedBy, ConfirmedAt) = (recused, Answers.Clean(reason), by, now);
        return null;
    }

    /// <summary>Puts a declaration back as a record holds it: for the import of a dossier only.</summary>
    public static Declaration Restore(
        CompetitionId competitionId, EntryId entryId, PersonId personId, InterestAnswer answer, RecusalGround? ground, string explanation,
        DateTimeOffset declaredAt, PersonId? confirmedBy, DateTimeOffset? confirmedAt, bool? foundRecused, string findingReason = "") =>
        new(competitionId, entryId, personId)
        {
            Answer = answer,
            Ground = ground,
            Explanation = explanation,
            DeclaredAt = declaredAt,
            ConfirmedBy = confirmedBy,
            ConfirmedAt = confirmedAt,
            FoundRecused = foundRecused,
            FindingReason = findingReason,
        };
}

/// <summary>A member's own answer.</summary>
public enum InterestAnswer
{
    None,
    Ground,
    Unsure,
}

/// <summary>Where a member stands towards an entry.</summary>
public enum Interest
{
    Undeclared,
    Clear,
    InDoubt,
    Recused,
}

/// <summary>The grounds of Hallintolaki 28 § 1 mom., as coded choices.</summary>
public enum RecusalGround
{
    /// <summary>The member or a close person is a party.</summary>
    Party,

    /// <summary>The member or a close person assists or represents a party.</summary>
    Assists,

    /// <summary>Special benefit or harm is to be expected for the member or a close person.</summary>
    BenefitOrHarm,

    /// <summary>Employment or a related commission with a party.</summary>
    Employment,

    /// <summary>A place on the board or a comparable body of a party.</summary>
    Board,

    /// <summary>A supervising body's member in a matter of what it supervises.</summary>
    Supervision,

    /// <summary>Impartiality is endangered for another special reason.</summary>
    OtherReason,
}
