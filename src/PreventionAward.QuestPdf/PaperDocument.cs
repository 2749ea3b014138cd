using PreventionAward.Web.Documents;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace PreventionAward.QuestPdf;

/// <summary>A paper as QuestPDF lays it out: letterhead, title, blocks, page numbers; tagged, PDF/A-3a.</summary>
internal sealed class PaperDocument(Paper paper, DateTimeOffset creationTime) : IDocument
{
    /// <summary>How many pages came out; known after drawing.</summary>
    public int Pages { get; private set; }

    public DocumentMetadata GetMetadata() => new()
    {
        Title = paper.Title.Text,
        Author = paper.Letterhead.Authority.FirstOrDefault()?.Text,
        Subject = paper.Summary,
        Language = paper.Language.Code,
        CreationDate = creationTime,
        ModifiedDate = creationTime,
    };

    public DocumentSettings GetSettings() => new() { PDFA_Conformance = PDFA_Conformance.PDFA_3A, PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 };

    public void Compose(IDocumentContainer container) => container.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.Margin(2.5f, Unit.Centimetre);
        page.DefaultTextStyle(style => style.FontFamily("Source Sans 3", "Noto Sans", "Noto Emoji").FontSize(11).LineHeight(1.35f));
        page.Header().Element(Head);
        page.Content().Column(Body);
        page.Footer().AlignCenter().Text(text =>
        {
            text.CurrentPageNumber().Format(Numbered);
            text.Span(" / ");
            text.TotalPages();
        });
    });

    private string Numbered(int? number)
    {
        Pages = Math.Max(Pages, number ?? 0);
        return $"{number}";
    }

    private void Head(IContainer container) => container.PaddingBottom(18).Column(column =>
    {
        column.Item().ShowOnce().Row(row =>
        {
            row.RelativeItem().Column(lines =>
            {
                foreach (var line in paper.Letterhead.Authority) lines.Item().Element(Said(line)).Text(line.Text);
            });
            row.RelativeItem().Column(lines =>
            {
                foreach (var line in new[] { paper.Letterhead.Kind, paper.Letterhead.Date, paper.Letterhead.Number })
                    lines.Item().Element(Said(line)).Text(line.Text);
            });
        });
        column.Item().SkipOnce().Text((paper.RunningHead ?? paper.Title).Text).FontSize(9);
        if (paper.Mark is { } mark) column.Item().Text(mark.Text).FontSize(9).Italic();
    });

    private void Body(ColumnDescriptor column)
    {
        column.Spacing(8);
        column.Item().SemanticHeader1().Element(Said(paper.Title)).Text(paper.Title.Text).FontSize(22).Light();
        foreach (var block in paper.Blocks) column.Item().Element(place => Blocks.Draw(block, place));
    }

    /// <summary>Marks a text with its language where that is not the document's.</summary>
    internal static Func<IContainer, IContainer> Said(Passage passage) =>
        place => passage.Language is { } language ? place.SemanticLanguage(language.Code) : place;
}
