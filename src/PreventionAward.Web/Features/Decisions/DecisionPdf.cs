using PreventionAward.Domain;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The decision as PDF: as it is published, and as a draft that says so on every page.</summary>
public static class DecisionPdf
{
    /// <summary>Under which name published decisions are stored.</summary>
    public const string Kind = "decision";

    /// <summary>The document with its public record inside.</summary>
    public static Task<byte[]> DrawAsync(PaperPress press, Texts texts, DecisionMaterial material, Language language, DateTimeOffset at) =>
        press.DrawAsync(DecisionPaper.Of(material, language, texts), at, [PublicRecord.Of(material).Attachment(texts.In(language))]);

    /// <summary>The document as it would be, marked as a draft; the record is not in it.</summary>
    public static Task<byte[]> DrawDraftAsync(PaperPress press, Texts texts, DecisionMaterial material, Language language, DateTimeOffset at)
    {
        var paper = DecisionPaper.Of(material, language, texts);
        var draft = texts.In(language)["decisions.preview.draft"];
        return press.DrawAsync(paper with { Mark = new(paper.Mark is { } mark ? $"{draft} · {mark.Text}" : draft) }, at, []);
    }
}
