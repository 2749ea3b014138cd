using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>The decisions that wait for the publisher.</summary>
    public const string Publish = "publish";

    public static string DecisionDraft(string name) => $"staff/{name}/decision";

    /// <summary>Where the script of the draft saves in the background what is typed into it.</summary>
    public static string DecisionDraftSaving(string name, PersonId person) => $"staff/{name}/decision/draft?person={person.Value}";

    /// <summary>Remarks on the draft.</summary>
    /// <param name="on">The section to which one is to be made.</param>
    public static string DecisionRemarks(string name, string? on = null) => $"staff/{name}/decision/remarks" + (on is null ? "" : $"?on={on}#{on}");

    public static string DecisionVersions(string name) => $"staff/{name}/decision/versions";

    public static string DecisionPreview(string name, Language language) => $"staff/{name}/decision/preview?in={language}";

    /// <summary>The draft as PDF, marked as a draft.</summary>
    public static string DecisionPreviewPdf(string name, Language language) => $"staff/{name}/decision/preview.pdf?in={language}";

    /// <summary>The press release before publication.</summary>
    public static string ReleasePreview(string name, Language language) => $"staff/{name}/decision/release?in={language}";

    public static string ReleasePreviewPdf(string name, Language language) => $"staff/{name}/decision/release.pdf?in={language}";

    /// <summary>Where a correction of the published decision is prepared.</summary>
    public static string Correction(string name) => $"staff/{name}/decision/correction";

    /// <summary>Where the script of the correction saves in the background what is typed into it.</summary>
    public static string CorrectionSaving(string name, PersonId person) => $"staff/{name}/decision/correction/draft?person={person.Value}";

    public static string CorrectionPreview(string name, Language language) => $"staff/{name}/decision/correction/preview?in={language}";

    public static string CorrectionPreviewPdf(string name, Language language) => $"staff/{name}/decision/correction/preview.pdf?in={language}";

    public static string PublishCorrection(string name) => $"publish/{name}/correction";

    public static string PublishDecision(string name) => $"publish/{name}";
}
