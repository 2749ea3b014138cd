using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    public const string Archive = "archive";

    /// <summary>Whether a file is the published one.</summary>
    public const string Verify = "verify";

    public static string VerifyDigest(string sha256) => $"{Verify}?sha256={sha256}";

    public static string Competition(string name) => $"competitions/{name}";

    /// <summary>The call for entries as PDF, in the language of the page.</summary>
    public static string CallPdf(string name) => $"competitions/{name}/call.pdf";

    public static string Decision(string name) => $"competitions/{name}/decision";

    /// <summary>A version of the decision that a correction has replaced.</summary>
    public static string DecisionVersion(string name, int version) => $"competitions/{name}/decision/versions/{version}";

    /// <summary>The same in that language, whatever the page is in.</summary>
    public static string DecisionVersionIn(Language language, string name, int version) =>
        (language == Language.Finnish ? "/" : $"/{language}/") + DecisionVersion(name, version);

    /// <summary>Its PDF in that language, whatever the page is in.</summary>
    public static string DecisionVersionPdfIn(Language language, string name, int version, bool isAccessible) =>
        (language == Language.Finnish ? "/" : $"/{language}/") + $"{DecisionVersion(name, version)}/decision{(isAccessible ? "-accessible" : "")}.pdf";

    /// <summary>The press release on the decision.</summary>
    public static string Release(string name) => $"competitions/{name}/release";

    /// <summary>The release as PDF in that language, whatever the page is in.</summary>
    public static string ReleasePdfIn(Language language, string name) => (language == Language.Finnish ? "/" : $"/{language}/") + $"competitions/{name}/release.pdf";

    /// <summary>The published PDF in the language of the page.</summary>
    public static string DecisionPdf(string name) => $"competitions/{name}/decision.pdf";

    /// <summary>The published PDF in that language, whatever the page is in: a rooted path, since it leaves the base.</summary>
    public static string DecisionPdfIn(Language language, string name) =>
        (language == Language.Finnish ? "/" : $"/{language}/") + DecisionPdf(name);

    /// <summary>The same for assistive technology.</summary>
    public static string AccessibleDecisionPdfIn(Language language, string name) =>
        (language == Language.Finnish ? "/" : $"/{language}/") + $"competitions/{name}/decision-accessible.pdf";
}
