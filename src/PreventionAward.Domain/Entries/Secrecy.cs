namespace PreventionAward.Domain.Entries;

/// <summary>Why information in an entry is secret: the grounds of the Publicity Act (621/1999) 24 § 1 mom. that occur in entries.</summary>
public enum SecrecyGround
{
    /// <summary>Methods and plans of police and prisons.</summary>
    PoliceMethods,

    /// <summary>Security of persons, buildings and systems.</summary>
    SecurityArrangements,

    TradeSecret,

    /// <summary>Health, disability, a client of social care.</summary>
    HealthOrSocialCare,

    /// <summary>Sensitive facts about a victim, a suspect or another person of a criminal case.</summary>
    VictimOrSuspect,

    /// <summary>Way of life, family, convictions.</summary>
    PersonalCircumstances,
}

/// <summary>Marks on answers that contain secret information. A mark stands beside its answer, as a translation does: <c>costs@secret</c>.</summary>
public static class Secrecy
{
    private const string Suffix = "@secret";

    /// <summary>What the decision names publicly can never be secret.</summary>
    private static readonly string[] AlwaysPublic = ["title", "organisation", "summary"];

    extension(SecrecyGround ground)
    {
        /// <summary>The point of 24 § 1 mom.</summary>
        public int Point => ground switch
        {
            SecrecyGround.PoliceMethods => 5,
            SecrecyGround.SecurityArrangements => 7,
            SecrecyGround.TradeSecret => 20,
            SecrecyGround.HealthOrSocialCare => 25,
            SecrecyGround.VictimOrSuspect => 26,
            SecrecyGround.PersonalCircumstances => 32,
            _ => throw new ArgumentOutOfRangeException(nameof(ground)),
        };

        /// <summary>How a mark is kept: the point's number, which does not change with our words.</summary>
        public string Code => ground.Point.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The ground of a code, or null where it is none.</summary>
    public static SecrecyGround? Ground(string? code) =>
        Enum.GetValues<SecrecyGround>().Cast<SecrecyGround?>().FirstOrDefault(ground => ground!.Value.Code == code);

    /// <summary>The mark's place among the answers.</summary>
    public static string KeyOf(string question) => question + Suffix;

    /// <summary>Whether a question's answer can be marked; attachments are marked one by one.</summary>
    public static bool MayBeSecret(this FormField field) =>
        !AlwaysPublic.Contains(field.Key) && field.Kind is not (FieldKind.Files or FieldKind.Confirm);

    /// <summary>The ground that the team has given for an answer, or null where it is not marked.</summary>
    public static SecrecyGround? SecretOf(this Answers answers, string question) => Ground(answers[KeyOf(question)]);
}

/// <summary>What staff decided at screening on one mark of an entry. It stands beside what the team submitted and changes nothing of it.</summary>
/// <param name="On">A question's key, or the id of an attached file.</param>
/// <param name="Secret">The ground; null = not secret.</param>
/// <param name="NotJudged">Of an attached file: whether the jury does not see it.</param>
public sealed record StaffRuling(string On, SecrecyGround? Secret, bool NotJudged, PersonId By, DateTimeOffset At);
