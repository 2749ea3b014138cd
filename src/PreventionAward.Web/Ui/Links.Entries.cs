using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>The entries of one's own teams.</summary>
    public const string MyEntries = "entries";

    /// <summary>Where an entry to that competition is started.</summary>
    public static string Enter(string competition) => $"competitions/{competition}/enter";

    public static string Entry(EntryId id) => $"entries/{id.Value}";

    public static string EntryPart(EntryId id, string part) => $"entries/{id.Value}/parts/{part}";

    /// <summary>The place of one question, with what is missing shown beside it.</summary>
    public static string EntryQuestion(EntryId id, string part, string question) => $"{EntryPart(id, part)}?missing=true#{question}";

    /// <summary>Where the script of a supplement saves in the background what is typed into it.</summary>
    public static string SupplementDraft(EntryId id, Guid request, PersonId person) => EntryDraft(id, $"supplement.{request}", person);

    /// <summary>Where the script of a part saves in the background what is typed into it.</summary>
    public static string EntryDraft(EntryId id, string part, PersonId person) => $"entries/{id.Value}/draft?part={part}&person={person.Value}";

    /// <summary>Where a page says that its reader is there, and learns who else is.</summary>
    /// <param name="part">Null on a page that is no part.</param>
    public static string EntryPresence(EntryId id, string? part) => $"entries/{id.Value}/presence" + (part is null ? "" : $"?part={part}");

    /// <summary>Every submitted version.</summary>
    public static string EntryHistory(EntryId id) => $"entries/{id.Value}/history";

    /// <summary>Two versions beside each other; null is the draft.</summary>
    public static string EntryComparison(EntryId id, int? from, int? to) => $"entries/{id.Value}/history/compare?from={from?.ToString() ?? "draft"}&to={to?.ToString() ?? "draft"}";

    /// <summary>What stood in the answers of a part before.</summary>
    public static string EntryEarlier(EntryId id, string part) => $"entries/{id.Value}/history/texts/{part}";

    public static string EntryCheck(EntryId id) => $"entries/{id.Value}/check";

    /// <param name="version">Null: of the version that counts.</param>
    public static string EntryReceipt(EntryId id, int? version = null) => $"entries/{id.Value}/receipt{(version is null ? "" : $"?version={version}")}";

    /// <param name="version">Null: of the version that counts.</param>
    public static string EntryReceiptPdf(EntryId id, int? version = null) => $"entries/{id.Value}/receipt.pdf{(version is null ? "" : $"?version={version}")}";

    /// <summary>The jury's feedback to the team, once the decision is public.</summary>
    public static string EntryFeedback(EntryId id, Language language) => $"entries/{id.Value}/feedback.pdf?in={language}";

    /// <summary>The certificate of a winner or an honourable mention.</summary>
    public static string EntryCertificate(EntryId id, Language language) => $"entries/{id.Value}/certificate.pdf?in={language}";

    public static string EntryWithdraw(EntryId id) => $"entries/{id.Value}/withdraw";

    /// <summary>What of the entry is secret, and which files the jury does not see.</summary>
    public static string EntryMarks(EntryId id) => $"entries/{id.Value}/marks";

    /// <summary>The languages into which the entry is translated.</summary>
    public static string EntryTranslations(EntryId id) => $"entries/{id.Value}/translations";

    public static string EntryTranslation(EntryId id, Language language) => $"entries/{id.Value}/translations/{language}";

    /// <summary>The entry as PDF: the draft, or a submitted version.</summary>
    public static string EntryPdf(EntryId id, int? version = null) => $"entries/{id.Value}/entry.pdf{(version is null ? "" : $"?version={version}")}";

    /// <summary>Where the mailed link of a responsible organisation leads.</summary>
    public static string Endorse(EntryId id, string token) => $"endorsement/{id.Value}?token={token}";

    /// <summary>What staff asked the team to supplement.</summary>
    public static string EntrySupplement(EntryId id) => $"entries/{id.Value}/supplement";

    public static string EntryTeam(EntryId id) => $"entries/{id.Value}/team";

    /// <summary>Where a mailed invitation to a team leads: sign-in first, then accept or decline.</summary>
    public static string TeamInvitation(Guid id) => $"invitations/{id}";

    /// <summary>An attached file, as a download.</summary>
    public static string EntryFile(EntryId id, AttachmentId file) => $"entries/{id.Value}/files/{file.Value}";
}
