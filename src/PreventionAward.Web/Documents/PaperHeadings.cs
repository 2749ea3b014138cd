namespace PreventionAward.Web.Documents;

/// <summary>Keeps the headings of a paper in steps, for page and PDF alike: no level is passed over and none says nothing, which assistive technology would stumble on.</summary>
internal static class PaperHeadings
{
    /// <summary>The blocks as they are drawn.</summary>
    public static IReadOnlyList<Block> InSteps(IReadOnlyList<Block> blocks)
    {
        List<Block> drawn = new(blocks.Count);
        var level = 0;
        foreach (var block in blocks)
            if (block is not Heading heading) drawn.Add(block);
            else if (PaperText.Clean(heading.Text.Text).Length > 0) drawn.Add(heading with { Level = level = Math.Min(heading.Level, level + 1) });
        return drawn;
    }
}
