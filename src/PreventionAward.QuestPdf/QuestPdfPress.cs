using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PreventionAward.Web;
using PreventionAward.Web.Documents;
using QuestPDF;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace PreventionAward.QuestPdf;

/// <summary>Draws papers with QuestPDF instead of Typst. Its licence does not give public bodies the free tier: the buyer names theirs in QuestPdf:License.</summary>
public sealed class QuestPdfAdapter : IAdapter
{
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        Settings.License = Enum.TryParse<LicenseType>(configuration["QuestPdf:License"], out var bought)
            ? bought
            : throw new InvalidOperationException("QuestPDF needs a licence: set QuestPdf:License to Professional or Enterprise once it is bought.");
        services.AddSingleton<PaperPress, QuestPdfPress>();
    }
}

internal sealed class QuestPdfPress : PaperPress
{
    public override async Task<DrawnPaper> PressAsync(
        Paper paper, DateTimeOffset creationTime, IReadOnlyList<PaperAttachment> attachments, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("award-paper-");
        try
        {
            var document = new PaperDocument(paper, creationTime);
            var pdf = Path.Combine(folder.FullName, "paper.pdf");
            document.GeneratePdf(pdf);
            var whole = attachments.Count == 0 ? pdf : await AttachAsync(pdf, attachments, creationTime, folder.FullName, cancellation);

            // QuestPDF does not tell which characters no font has; it draws its own mark for them.
            return new(await File.ReadAllBytesAsync(whole, cancellation), document.Pages, []);
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            throw new PaperNotDrawnException("QuestPDF refused the paper", refused);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> AttachAsync(
        string pdf, IReadOnlyList<PaperAttachment> attachments, DateTimeOffset time, string folder, CancellationToken cancellation)
    {
        var operation = DocumentOperation.LoadFile(pdf);
        foreach (var (attachment, number) in attachments.Select((attachment, number) => (attachment, number)))
        {
            var file = Path.Combine(folder, $"attachment-{number}");
            await File.WriteAllBytesAsync(file, attachment.Bytes, cancellation);
            operation.AddAttachment(new()
            {
                Key = attachment.FileName,
                FilePath = file,
                AttachmentName = attachment.FileName,
                MimeType = attachment.Mime,
                Description = attachment.Description,
                CreationDate = time.UtcDateTime,
                ModificationDate = time.UtcDateTime,
                Relationship = DocumentOperation.DocumentAttachmentRelationship.Data,
            });
        }
        var whole = Path.Combine(folder, "whole.pdf");
        operation.Save(whole);
        return whole;
    }
}
