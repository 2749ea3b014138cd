namespace PreventionAward.Domain.Decisions;

/// <summary>What the record of a correction holds by codes, so that the corrected decision can say it and name no party.</summary>
/// <param name="Error">Which error of fact; null where a clerical one is corrected.</param>
/// <param name="Anew">How the jury decided anew; null where a clerical error is corrected.</param>
/// <param name="WereHeard">The parties were heard (Hallintolaki 34 and 52 §). False says nothing by itself: see <see cref="NotHeard"/>.</param>
/// <param name="Basis">What lets the correction be to the detriment of a party; null where it is not.</param>
/// <param name="ConsentedOn">The day on which that party consented; null where no consent is needed.</param>
public sealed record CorrectionFacts(FactError? Error, DecidedAnew? Anew, bool WereHeard, DetrimentBasis? Basis, DateOnly? ConsentedOn)
{
    public static readonly CorrectionFacts None = new(null, null, false, null, null);

    /// <summary>Why the parties were not heard; null where they were, and where nobody has said.</summary>
    public NotHeardBecause? NotHeard { get; init; }

    internal bool SaysTheSameAs(CorrectionFacts other) =>
        (this with { Anew = null }) == (other with { Anew = null }) && Anew?.Way == other.Anew?.Way && Anew?.On == other.Anew?.On
        && (Anew?.TookPart ?? []).SequenceEqual(other.Anew?.TookPart ?? []);

    // Only what belongs to the kind of correction is kept.
    internal CorrectionFacts For(CorrectionKind kind, bool isToDetriment) => this with
    {
        Error = kind == CorrectionKind.Fact ? Error : null,
        Anew = kind == CorrectionKind.Fact ? Anew : null,
        Basis = isToDetriment ? Basis : null,
        ConsentedOn = isToDetriment && Basis == DetrimentBasis.Consent ? ConsentedOn : null,
        NotHeard = !WereHeard && (kind == CorrectionKind.Clerical) == (NotHeard == NotHeardBecause.Unnecessary) ? NotHeard : null,
    };

    // Whom a correction is to the detriment of has something to say about it (Hallintolaki 34 and 52 §).
    internal Refusal? WhyNotUnheard(bool isToDetriment) =>
        isToDetriment && NotHeard is NotHeardBecause.Unnecessary or NotHeardBecause.EvidentlyUnnecessary ? new("corrections.hearing-is-necessary") : null;

    internal Refusal? WhyNotReady(CorrectionKind kind, bool isToDetriment)
    {
        if (kind == CorrectionKind.Fact && Error is null) return new("corrections.error-missing");
        if (kind == CorrectionKind.Fact && Anew is not { TookPart.Count: > 0 }) return new("corrections.anew-missing");
        if (!WereHeard && NotHeard is null) return new("corrections.hearing-choice-missing");
        if (WhyNotUnheard(isToDetriment) is { } unheard) return unheard;
        if (!isToDetriment) return null;
        var isBasisOfAnother = Basis == (kind == CorrectionKind.Fact ? DetrimentBasis.NotUnreasonable : DetrimentBasis.Consent);
        if (Basis is null || isBasisOfAnother) return new("corrections.basis-missing");
        return Basis == DetrimentBasis.Consent && ConsentedOn is null ? new("corrections.consented-on-missing") : null;
    }
}

/// <summary>How the jury decided a matter anew: in a meeting or in writing, on which day, and which members.</summary>
public sealed record DecidedAnew(DecidingWay Way, DateOnly On, IReadOnlyList<PersonId> TookPart);

/// <summary>How a jury decides.</summary>
public enum DecidingWay
{
    Meeting,

    /// <summary>Written procedure, without a meeting.</summary>
    Writing,
}

/// <summary>The errors of fact, in the order of the points of Hallintolaki 50 § 1 mom.</summary>
public enum FactError
{
    Evidence,
    Law,
    Procedure,

    /// <summary>New evidence: a decision is corrected on it only in favour of a party.</summary>
    NewEvidence,
}

/// <summary>What lets a correction be to the detriment of a party.</summary>
public enum DetrimentBasis
{
    /// <summary>The party consents (50 §).</summary>
    Consent,

    /// <summary>The error is obvious and came from the party itself (50 and 51 §).</summary>
    OwnConduct,

    /// <summary>The result is not unreasonable for the party (51 §).</summary>
    NotUnreasonable,
}

/// <summary>What lets the parties be left unheard: one for a clerical error, the others for an error of fact, in the order of the points of Hallintolaki 34 § 2 mom.</summary>
public enum NotHeardBecause
{
    /// <summary>Hearing is unnecessary before a clerical error is corrected (52 §); never where that is to a party's detriment.</summary>
    Unnecessary,

    /// <summary>A claim is left unexamined or rejected at once as groundless.</summary>
    RejectedAtOnce,

    /// <summary>Admission to employment or to voluntary education.</summary>
    Admission,

    /// <summary>A benefit that is granted by the qualities of the applicant.</summary>
    ApplicantsQualities,

    /// <summary>Hearing may endanger the purpose of the decision, or the delay does considerable harm.</summary>
    PurposeOrDelay,

    /// <summary>A claim that concerns no other party is approved, or hearing is evidently unnecessary otherwise; never where the correction is to a party's detriment.</summary>
    EvidentlyUnnecessary,
}
