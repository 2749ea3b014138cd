using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>The decisions that wait for the publisher.</summary>
    public const string Publish = "publish";

    public static string DecisionDraft(string name) => $"staff/{name}/decision";

    public static string DecisionPreview(string name, Language language) => $"staff/{name}/decision/preview?in={language}";

    /// <summary>The draft as PDF, marked as a draft.</summary>
    public static string DecisionPreviewPdf(string name, Language language) => $"staff/{name}/decision/preview.pdf?in={language}";

    public static string PublishDecision(string name) => $"publish/{name}";
}
