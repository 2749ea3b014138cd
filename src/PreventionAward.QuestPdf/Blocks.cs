using PreventionAward.Web.Documents;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace PreventionAward.QuestPdf;

/// <summary>Draws each kind of block; a kind that is not known here stops the paper.</summary>
internal static class Blocks
{
    public static void Draw(Block block, IContainer place)
    {
        switch (block)
        {
            case Heading heading: DrawHeading(heading, place); break;
            case Paragraph paragraph: Running(paragraph.Text, place); break;
            case Facts facts: place.Column(column => facts.Items.ToList().ForEach(fact => Pair(fact.Label, fact.Value, column.Item()))); break;
            case Bullets bullets: place.SemanticList().Column(column => bullets.Items.ToList().ForEach(item => Bullet(item, column.Item()))); break;
            case Table table: DrawTable(table, place); break;
            case Figure figure: DrawFigure(figure, place); break;
            case DotRange chart: DrawChart(chart, place); break;
            case Bars bars: DrawBars(bars, place); break;
            case Notice notice: Running(notice.Text, place.Background(Colors.Blue.Lighten5).Padding(10)); break;
            case Proclamation result: Proclaim(result, place); break;
            case Signatures signatures: Sign(signatures, place); break;
            case Small small: Running(small.Text, place.DefaultTextStyle(style => style.FontSize(9))); break;
            case Contents contents: place.SemanticList().Column(column => contents.Items.ToList().ForEach(item => Bullet(item, column.Item()))); break;
            case NewPage: place.PageBreak(); break;
            case TickBoxes boxes: place.Column(column => boxes.Items.ToList().ForEach(box => Running(new($"☐ {box.Mark.Text} {box.Text.Text}", box.Text.Language), column.Item()))); break;
            case WritingLines lines: Ruled(lines, place); break;
            default: throw new NotSupportedException($"QuestPDF draws no {block.GetType().Name}.");
        }
    }

    private static void DrawHeading(Heading heading, IContainer place)
    {
        var tagged = heading.Level switch { 1 => place.SemanticHeader2(), 2 => place.SemanticHeader3(), _ => place.SemanticHeader4() };
        tagged.PaddingTop(8).EnsureSpace(60).Element(PaperDocument.Said(heading.Text)).Text(heading.Text.Text).FontSize(17 - (2 * heading.Level)).SemiBold();
    }

    private static void Running(Passage passage, IContainer place) => place.Element(PaperDocument.Said(passage)).Column(column =>
    {
        column.Spacing(6);
        foreach (var lines in PaperText.Paragraphs(passage.Text)) column.Item().SemanticParagraph().Text(string.Join('\n', lines));
    });

    private static void Pair(Passage label, Passage value, IContainer place) => place.Row(row =>
    {
        row.RelativeItem(1).Element(PaperDocument.Said(label)).Text(label.Text).SemiBold();
        Running(value, row.RelativeItem(2));
    });

    private static void Ruled(WritingLines lines, IContainer place) => place.Column(column =>
    {
        column.Item().Element(PaperDocument.Said(lines.Label)).Text(lines.Label.Text);
        for (var line = 0; line < lines.Count; line++) column.Item().Height(22).BorderBottom(0.5f);
    });

    private static void Bullet(Passage item, IContainer place) => place.SemanticListItem().Row(row =>
    {
        row.ConstantItem(14).SemanticListLabel().Text("–");
        Running(item, row.RelativeItem().SemanticListItemBody());
    });

    private static void DrawTable(Table table, IContainer place) => place.Column(column =>
    {
        if (table.Caption is { } caption) column.Item().SemanticCaption().Text(caption.Text).SemiBold();
        column.Item().SemanticTable().Table(grid =>
        {
            grid.ColumnsDefinition(columns => table.Columns.ToList().ForEach(c => columns.RelativeColumn(Math.Max(1, c.Share))));
            grid.Header(header => table.Columns.ToList().ForEach(c =>
                Placed(header.Cell().AsSemanticHorizontalHeader().BorderBottom(1).Padding(4), c.Align).Text(c.Header.Text).SemiBold()));
            foreach (var row in table.Rows)
                foreach (var (cell, c) in row.Zip(table.Columns))
                    Running(cell, Placed(grid.Cell().BorderBottom(0.5f).BorderColor(Colors.Grey.Lighten1).Padding(4), c.Align));
        });
    });

    private static IContainer Placed(IContainer place, Align align) => align switch
    {
        Align.Center => place.AlignCenter(),
        Align.End => place.AlignRight(),
        _ => place.AlignLeft(),
    };

    private static void DrawFigure(Figure figure, IContainer place) => place.Column(column =>
    {
        column.Item().SemanticFigure(figure.Alternative.Text).Svg(figure.Svg).FitWidth();
        if (figure.Caption is { } caption) column.Item().SemanticCaption().Text(caption.Text).FontSize(9);
    });

    private static void DrawChart(DotRange chart, IContainer place) => place.SemanticFigure(chart.Alternative.Text).Column(column =>
    {
        if (chart.Caption is { } caption) column.Item().Text(caption.Text).SemiBold();
        foreach (var row in chart.Rows)
            column.Item().Row(line =>
            {
                var (least, most) = ((float)chart.PlaceOf(row.Least), (float)chart.PlaceOf(row.Most));
                line.RelativeItem(2).Text(row.Label.Text);
                line.RelativeItem(3).PaddingVertical(5).Row(scale =>
                {
                    if (least > 0) scale.RelativeItem(least);
                    if (most > least) scale.RelativeItem(most - least).Height(3).Background(Colors.Blue.Darken3);
                    if (most < 1) scale.RelativeItem(1 - most);
                });
                line.RelativeItem(1).Text(row.Words.Text);
            });
    });

    // Bars of coloured rows, as the chart above: no drawing that a reader of text would miss.
    private static void DrawBars(Bars bars, IContainer place) => place.SemanticFigure(bars.Alternative.Text).Column(column =>
    {
        if (bars.Caption is { } caption) column.Item().Text(caption.Text).SemiBold();
        foreach (var row in bars.Rows)
            column.Item().Row(line =>
            {
                var length = (float)bars.LengthOf(row);
                line.RelativeItem(2).Element(PaperDocument.Said(row.Label)).Text(row.Label.Text);
                line.RelativeItem(3).PaddingVertical(4).Row(scale =>
                {
                    if (length > 0) scale.RelativeItem(length).Height(6).Background(Colors.Blue.Darken3);
                    if (length < 1) scale.RelativeItem(1 - length);
                });
                line.RelativeItem(1).AlignRight().Text(row.Words.Text);
            });
    });

    private static void Proclaim(Proclamation result, IContainer place) => place.PaddingVertical(12).Column(column =>
    {
        column.Item().Text(result.Label.Text);
        column.Item().Element(PaperDocument.Said(result.Name)).Text(result.Name.Text).FontSize(20).SemiBold();
        if (result.By is { } by) column.Item().Text(by.Text);
    });

    private static void Sign(Signatures signatures, IContainer place) => place.ShowEntire().Column(column =>
    {
        column.Spacing(24);
        if (signatures.Note is { } note) Running(note, column.Item());
        foreach (var signature in signatures.Items)
            column.Item().Width(220).BorderTop(0.5f).PaddingTop(2).Text($"{signature.Name.Text}\n{signature.Role?.Text}".TrimEnd());
    });
}
