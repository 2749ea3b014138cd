using System.Text.Json.Serialization;

namespace PreventionAward.Web.Documents;

/// <summary>One part of a paper. The list is closed: PaperView.razor and templates/documents/paper.typ draw each of them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Bullets), "bullets")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(DotRange), "dotRange")]
[JsonDerivedType(typeof(Bars), "bars")]
[JsonDerivedType(typeof(Notice), "notice")]
[JsonDerivedType(typeof(Proclamation), "proclamation")]
[JsonDerivedType(typeof(Signatures), "signatures")]
[JsonDerivedType(typeof(Small), "small")]
[JsonDerivedType(typeof(Contents), "contents")]
[JsonDerivedType(typeof(NewPage), "newPage")]
[JsonDerivedType(typeof(TickBoxes), "tickBoxes")]
[JsonDerivedType(typeof(WritingLines), "writingLines")]
public abstract record Block;

/// <param name="Level">1 for a section, 2 to 4 for its parts.</param>
public sealed record Heading(int Level, Passage Text) : Block;

/// <summary>Running text; an empty line in it begins the next paragraph.</summary>
public sealed record Paragraph(Passage Text) : Block;

/// <summary>Labels with their values, side by side.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

/// <summary>One label and its value.</summary>
public sealed record Fact(Passage Label, Passage Value);

/// <summary>A list without an order.</summary>
public sealed record Bullets(IReadOnlyList<Passage> Items) : Block;

/// <summary>Rows under column headings, which are repeated on each page.</summary>
/// <param name="RowHeaders">True when the first cell of a row names the row.</param>
public sealed record Table(Passage? Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Passage>> Rows, bool RowHeaders = false) : Block;

/// <param name="Share">Part of the width that is left over; 0 takes just what the widest cell needs.</param>
public sealed record Column(Passage Header, Align Align = Align.Start, int Share = 1);

/// <summary>Where the text of a column stands; numbers stand at the end.</summary>
public enum Align { Start, Center, End }

/// <param name="Svg">A drawing with plain attributes and colours, no style sheet; made by our own code only.</param>
/// <param name="Alternative">What the drawing says, for those who do not see it.</param>
public sealed record Figure(string Svg, Passage Alternative, Passage? Caption = null) : Block;

/// <summary>How far values lie apart: for each row a line from the least to the most and a dot between them, on one scale. Never points in a published decision.</summary>
/// <param name="Alternative">What the drawing says, for those who do not see it; the rows' words are text as well.</param>
/// <param name="From">Where the scale begins; <paramref name="To"/> is where it ends.</param>
public sealed record DotRange(Passage? Caption, Passage Alternative, decimal From, decimal To, IReadOnlyList<DotRangeRow> Rows) : Block
{
    /// <summary>How far along the scale a value lies, 0 to 1; what is outside lies at its end.</summary>
    public decimal PlaceOf(decimal value) => To <= From ? 0 : Math.Clamp((value - From) / (To - From), 0, 1);
}

/// <summary>One row of a chart.</summary>
/// <param name="Words">The values in words, such as "3,2 (2–4)".</param>
public sealed record DotRangeRow(Passage Label, decimal Least, decimal Middle, decimal Most, Passage Words);

/// <summary>How many of each: for each row a bar from nothing, all on one scale.</summary>
/// <param name="Alternative">What the drawing says, for those who do not see it; the rows' words are text as well.</param>
public sealed record Bars(Passage? Caption, Passage Alternative, IReadOnlyList<Bar> Rows) : Block
{
    /// <summary>The longest bar's value; at least 1.</summary>
    public decimal Most => Rows.Select(row => row.Value).Append(1).Max();

    /// <summary>How long a bar is, 0 to 1; less than nothing is nothing.</summary>
    public decimal LengthOf(Bar row) => Math.Clamp(row.Value / Most, 0, 1);
}

/// <summary>One bar.</summary>
/// <param name="Words">The value in words, such as "12".</param>
public sealed record Bar(Passage Label, decimal Value, Passage Words);

/// <summary>Something to know before reading on, in a tinted box.</summary>
public sealed record Notice(Passage Text) : Block;

/// <summary>The result, in the largest letters after the title.</summary>
public sealed record Proclamation(Passage Label, Passage Name, Passage? By = null) : Block;

/// <summary>Who stands behind the document.</summary>
/// <param name="Note">What stands above the names, for example how the document was confirmed.</param>
/// <param name="ByHand">True where a line is wanted to sign on.</param>
public sealed record Signatures(IReadOnlyList<Signature> Items, Passage? Note = null, bool ByHand = false) : Block;

/// <summary>One of them, and in what capacity.</summary>
public sealed record Signature(Passage Name, Passage? Role = null)
{
    /// <summary>Where a role stands for the name, it is not said twice.</summary>
    public static Signature Of(Passage name, string role) => new(name, string.Equals(name.Text, role, StringComparison.OrdinalIgnoreCase) ? null : new Passage(role));
}

/// <summary>The small print.</summary>
public sealed record Small(Passage Text) : Block;

/// <summary>What is in the document: in the PDF every heading of level 1 with its page, on the web the given words.</summary>
public sealed record Contents(IReadOnlyList<Passage> Items) : Block;

/// <summary>What follows begins on a page of its own.</summary>
public sealed record NewPage : Block;

/// <summary>Boxes to tick with a pen, one below the other, each with what ticking it means.</summary>
public sealed record TickBoxes(IReadOnlyList<TickBox> Items) : Block;

/// <summary>One of them.</summary>
/// <param name="Mark">What stands beside the box, such as the points.</param>
public sealed record TickBox(Passage Mark, Passage Text);

/// <summary>Empty lines to write on by hand.</summary>
public sealed record WritingLines(Passage Label, int Count) : Block;
