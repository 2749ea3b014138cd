using System.Security.Cryptography;
using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The decision as PDF: as it is published, and as a draft that says so on every page.</summary>
public static partial class DecisionPdf
{
    /// <summary>Under which name published decisions are stored.</summary>
    public const string Kind = "decision";

    /// <summary>Under which name they are stored for assistive technology.</summary>
    public const string AccessibleKind = "decision-accessible";

    /// <summary>A published version in every language in which the decision is whole: to be kept, with the public record inside, and for assistive technology.</summary>
    /// <param name="at">The moment of publication, the same for all.</param>
    /// <param name="seal">What seals them; null, or without a certificate, leaves them unsealed and saying nothing of a seal.</param>
    /// <param name="version">1 for the first publication, higher for a correction.</param>
    public static async Task<List<PublishedDocument>> EditionAsync(PaperPress press, Texts texts, DecisionMaterial material, DateTimeOffset at, Seal? seal = null, int version = 1)
    {
        List<PublishedDocument> documents = [];
        foreach (var language in material.WholeIn)
        {
            var paper = DecisionPaper.Of(material with { SealedBy = seal?.By }, language, texts);
            await AddAsync(Kind, paper, PublicRecord.Of(material).Attachment(texts.In(language)));
            await AddAsync(AccessibleKind, paper with { Standard = PaperStandard.Accessible }, PublicRecord.Of(material).Attachment(texts.In(language)));
        }

        return documents;

        async Task AddAsync(string kind, Paper paper, params PaperAttachment[] attachments)
        {
            var drawn = await press.DrawAsync(paper, at, attachments);
            var bytes = seal?.By is null ? drawn : await seal.PutAsync(drawn, at, paper.Standard == PaperStandard.Accessible);
            documents.Add(new(material.Competition.Id, kind, paper.Language, version, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), at, seal?.By));
        }
    }

    /// <summary>The same for whoever is about to publish it.</summary>
    /// <returns>Refused: a document could not be drawn or sealed, which the log tells; nothing is to be committed then.</returns>
    public static async Task<(List<PublishedDocument> Documents, Refusal? Refusal)> ToPublishAsync(
        PaperPress press, Texts texts, DecisionMaterial material, DateTimeOffset at, Seal seal, ILogger log, int version = 1)
    {
        try
        {
            return (await EditionAsync(press, texts, material, at, seal, version), null);
        }
        catch (Exception e) when (e is PaperNotDrawnException or PdfNotSealedException)
        {
            LogNotDrawn(log, material.Competition.Name, version, e);
            return ([], new(e is PaperNotDrawnException ? "decisions.drawing-failed" : "decisions.sealing-failed"));
        }
    }

    /// <summary>The document as it would be, marked as a draft; the record is not in it.</summary>
    public static Paper Draft(DecisionMaterial material, Language language, Texts texts)
    {
        var paper = DecisionPaper.Of(material, language, texts);
        var draft = texts.In(language)["decisions.preview.draft"];
        return paper with { Mark = new(paper.Mark is { } mark ? $"{draft} · {mark.Text}" : draft) };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Version} of the decision of {Competition} could not be drawn or sealed; nothing was published")]
    private static partial void LogNotDrawn(ILogger log, string competition, int version, Exception e);
}
