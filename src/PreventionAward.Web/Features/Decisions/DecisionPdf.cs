using System.Security.Cryptography;
using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The decision as PDF: as it is published, and as a draft that says so on every page.</summary>
public static class DecisionPdf
{
    /// <summary>Under which name published decisions are stored.</summary>
    public const string Kind = "decision";

    /// <summary>The first published version in every language in which the decision is whole, each with the public record inside.</summary>
    /// <param name="at">The moment of publication, the same for all.</param>
    public static async Task<List<PublishedDocument>> EditionAsync(PaperPress press, Texts texts, DecisionMaterial material, DateTimeOffset at)
    {
        List<PublishedDocument> documents = [];
        foreach (var language in material.WholeIn)
        {
            var record = PublicRecord.Of(material).Attachment(texts.In(language));
            var bytes = await press.DrawAsync(DecisionPaper.Of(material, language, texts), at, [record]);
            documents.Add(new(material.Competition.Id, Kind, language, 1, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), at));
        }

        return documents;
    }

    /// <summary>The document as it would be, marked as a draft; the record is not in it.</summary>
    public static Task<byte[]> DrawDraftAsync(PaperPress press, Texts texts, DecisionMaterial material, Language language, DateTimeOffset at, CancellationToken cancel = default)
    {
        var paper = DecisionPaper.Of(material, language, texts);
        var draft = texts.In(language)["decisions.preview.draft"];
        return press.DrawAsync(paper with { Mark = new(paper.Mark is { } mark ? $"{draft} · {mark.Text}" : draft) }, at, [], cancel);
    }
}
