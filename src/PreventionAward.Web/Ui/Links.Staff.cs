using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>All competitions, for staff.</summary>
    public const string Staff = "staff";
    public const string NewCompetition = "staff/new";
    /// <summary>When the portal did not work.</summary>
    public const string Outages = "staff/outages";
    public const string Outbox = "staff/outbox";

    /// <summary>A later page of the outbox, filtered alike.</summary>
    public static string OutboxPage(int page, string? state, string to) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Outbox}?state={Uri.EscapeDataString(state ?? "")}&to={Uri.EscapeDataString(to)}&page={page}");

    public const string People = "staff/people";

    /// <summary>One competition: where it stands and what is next.</summary>
    public static string StaffCompetition(string name) => $"staff/{name}";

    /// <summary>One section of the set-up: a key of SetupSection.</summary>
    public static string Setup(string name, string section) => $"staff/{name}/setup/{section}";

    /// <summary>What is missing before the call can open, and the button that opens it.</summary>
    public static string SetupCheck(string name) => $"staff/{name}/setup/check";

    public static string SetupCriterion(string name, string key) => $"staff/{name}/setup/criteria/{key}";

    public static string CancelCompetition(string name) => $"staff/{name}/cancel";

    /// <summary>A later closing time for everybody.</summary>
    public static string ExtendDeadline(string name) => $"staff/{name}/extend";

    /// <summary>Attempts that came after the deadline, and what was decided on them.</summary>
    public static string LateAttempts(string name) => $"staff/{name}/late";

    /// <summary>Entries begun: number, state and contact, never content.</summary>
    public static string BegunEntries(string name) => $"staff/{name}/begun";

    /// <summary>Questions about the call.</summary>
    public static string CallQuestions(string name) => $"staff/{name}/questions";

    public static string AnswerQuestion(string name, Guid question) => $"staff/{name}/questions/{question}";

    public static string Screening(string name) => $"staff/{name}/screening";

    public static string ScreenEntry(string name, Guid entry) => $"staff/{name}/entries/{entry}";

    /// <summary>Where staff decide on the marks of an entry.</summary>
    public static string StaffMarks(string name, Guid entry) => $"{ScreenEntry(name, entry)}/marks";

    /// <summary>Where staff translate an entry for its readers.</summary>
    public static string StaffTranslation(string name, Guid entry, Domain.Language language) => $"{ScreenEntry(name, entry)}/translations/{language}";

    /// <summary>Where staff ask the team of an entry to supplement it.</summary>
    public static string AskSupplement(string name, EntryId entry) => $"staff/{name}/entries/{entry.Value}/supplement";

    public static string Audit(string name) => $"staff/{name}/audit";

    /// <summary>Nominated, sent to Europe, the result there.</summary>
    public static string Europe(string name) => $"staff/{name}/europe";

    /// <summary>One of those events, to correct it or to take it back.</summary>
    public static string EuropeanEvent(string name, string kind, DateOnly day) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"staff/{name}/europe/{kind}/{day:yyyy-MM-dd}");

    /// <summary>How public pages and the decision name one member of the jury.</summary>
    public static string Juror(string name, PersonId person) => $"staff/{name}/setup/jury/{person.Value}";

    /// <summary>Who appointed the jury, for how long, and when its names become public.</summary>
    public static string JuryMandate(string name) => $"staff/{name}/setup/jury/mandate";

    /// <summary>Chair, vice-chair or member.</summary>
    public static string JurorSeat(string name, PersonId person) => $"staff/{name}/setup/jury/{person.Value}/seat";

    /// <summary>Which officials have declared their interests in which entry; where one declares one's own.</summary>
    public static string Officials(string name) => $"staff/{name}/interests";

    public static string OfficialInterest(string name, EntryId entry) => $"staff/{name}/interests/{entry.Value}";

    /// <summary>Asks before a member is taken out of the jury.</summary>
    public static string RemoveJuror(string name, PersonId person) => $"staff/{name}/setup/jury/{person.Value}/remove";

    /// <summary>Asks before an office is taken from somebody.</summary>
    public static string RemoveRole(PersonId person, string role) => $"staff/people/{person.Value}/remove/{role}";

    /// <summary>What happened in the competition's year, in numbers.</summary>
    public static string YearReport(string name, Language? language = null) => $"staff/{name}/year-report" + (language is null ? "" : $"?in={language}");

    public static string YearReportPdf(string name, Language language) => $"staff/{name}/year-report.pdf?in={language}";

    /// <summary>The dossier of a competition as one file.</summary>
    public static string Dossier(string name) => $"staff/{name}/dossier.zip";
}
