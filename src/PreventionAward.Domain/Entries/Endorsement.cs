namespace PreventionAward.Domain.Entries;

/// <summary>Whether the organisation responsible for a project lets somebody else nominate it. Asked by mail, due before scoring starts.</summary>
/// <param name="Organisation">As the entry names it.</param>
/// <param name="Mail">Who is asked: the address that the nominator gave.</param>
/// <param name="TokenHash">SHA-256 of the secret in the mailed link, lower-case hexadecimal; null after an import. Once answered, the link shows the answer.</param>
public sealed record Endorsement(string Organisation, string Mail, DateTimeOffset AskedAt, string? TokenHash = null)
{
    /// <summary>So many different addresses one entry may have asked by mail: the form must not become a way to write to strangers.</summary>
    public const int MostAddresses = 5;

    /// <summary>Null until the organisation has answered.</summary>
    public EndorsementAnswer? Answer { get; init; }

    /// <summary>Who answered for the organisation: name and position as given.</summary>
    public string By { get; init; } = "";

    /// <summary>What the organisation wrote beside its answer; may be empty.</summary>
    public string Remark { get; init; } = "";

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Why staff accepted the entry without an endorsement; null where they did not.</summary>
    public string? AcceptedWithout { get; init; }

    public EndorsementState State => Answer switch
    {
        EndorsementAnswer.Endorsed => EndorsementState.Endorsed,
        _ when AcceptedWithout is not null => EndorsementState.AcceptedWithout,
        EndorsementAnswer.Declined => EndorsementState.Declined,
        _ => EndorsementState.Asked,
    };

    /// <summary>Whom these answers say must be asked: organisation and address, or null where the project is the team's own.</summary>
    public static (string Organisation, string Mail)? NeededBy(Answers answers) =>
        answers["nomination"] == "third-party" ? (answers["organisation"], answers["endorserMail"].ToLowerInvariant()) : null;

    /// <summary>Why the organisation that these answers name cannot be asked, or null.</summary>
    /// <param name="asked">The addresses to which this entry has sent its question before.</param>
    public static Refusal? WhyNotAsk(Answers answers, IReadOnlyCollection<string> asked) =>
        NeededBy(answers) is var (_, mail) && !asked.Contains(mail) && asked.Distinct().Count() >= MostAddresses ? new("endorsement.too-many-addresses", MostAddresses) : null;
}

/// <summary>What a responsible organisation answers.</summary>
public enum EndorsementAnswer
{
    Endorsed,
    Declined,
}

/// <summary>How the endorsement of a nomination stands.</summary>
public enum EndorsementState
{
    Asked,
    Endorsed,
    Declined,

    /// <summary>Staff accepted the entry without it, for a reason on record.</summary>
    AcceptedWithout,
}
