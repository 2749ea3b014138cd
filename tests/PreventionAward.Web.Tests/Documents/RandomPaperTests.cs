using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bunit;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Documents;

[Collection(nameof(Press))]
public sealed partial class RandomPaperTests : BunitContext
{
    private const int Papers = 300;
    private const int Seed = 20271002;
    private readonly Press press;

    public RandomPaperTests(Press press)
    {
        this.press = press;
        Services.AddTexts(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), strict: true);
    }

    [PdfFact]
    public async Task Any_paper_is_a_valid_pdf_and_a_page_with_the_same_text_in_the_same_order()
    {
        var papers = new RandomPapers(Seed);
        ConcurrentBag<string> wrong = [];
        List<Task> checks = [];
        using var room = new SemaphoreSlim(3);
        for (var number = 0; number < Papers; number++)
        {
            var (paper, name) = (papers.Next(), $"paper {number}");
            using var view = Render<PaperView>(p => p.Add(v => v.Paper, paper));
            var page = string.Concat(view.Nodes.Select(node => node.TextContent));
            var (drawn, refused) = await DrawAsync(paper);
            if (drawn is null)
            {
                wrong.Add($"{name} was refused: {refused}");
                continue;
            }

            await room.WaitAsync();
            checks.Add(Task.Run(() =>
            {
                foreach (var fault in Compare(page, drawn)) wrong.Add($"{name}: {fault}");
                room.Release();
            }));
        }

        await Task.WhenAll(checks);
        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {Papers}\n" + string.Join('\n', wrong.Take(12)));
    }

    private async Task<(DrawnPaper? Drawn, string? Refused)> DrawAsync(Paper paper)
    {
        try
        {
            return (await press.DrawAsync(paper), null);
        }
        catch (PaperNotDrawnException refused)
        {
            return (null, refused.Message);
        }
    }

    private static IEnumerable<string> Compare(string page, DrawnPaper drawn)
    {
        using var pdf = new Pdf(drawn.Pdf);
        if (!pdf.Check().Contains("No syntax or stream encoding errors", StringComparison.Ordinal)) yield return "qpdf finds it broken";
        var (onPage, inFile) = (Plain(page, drawn.Boxed), Plain(pdf.RawText(), drawn.Boxed));
        if (onPage == inFile) yield break;
        var at = onPage.Zip(inFile).TakeWhile(pair => pair.First == pair.Second).Count();
        yield return $"differs at {at}\n  page {Around(onPage, at)}\n  file {Around(inFile, at)}";
    }

    // Without spaces and what cannot be seen, words put together again, boxes read as the character whose code they show.
    private static string Plain(string text, IReadOnlyList<string> boxed)
    {
        var seen = string.Concat(text.EnumerateRunes().Where(IsSeen).Select(rune => rune.ToString()));
        var once = Repeated().Replace(seen, "");
        var read = boxed.OrderByDescending(code => code.Length).Aggregate(once, (said, code) =>
            said.Replace(code, char.ConvertFromUtf32(int.Parse(code.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)), StringComparison.Ordinal));

        // Typst gives every glyph of a letter with a mark of its own the text of both, so a copy may have the letter twice.
        return Doubled().Replace(string.Concat(read.EnumerateRunes().Where(IsSeen).Select(rune => rune.ToString())).Normalize(), "$1");
    }

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control)
        && rune.Value is not ('•' or 0x34F or (>= 0xFE00 and <= 0xFE0F));

    private static string Around(string text, int at) => text.Length == 0 ? "(nothing)" : text[Math.Max(0, Math.Min(at, text.Length) - 20)..Math.Min(text.Length, at + 30)];

    [GeneratedRegex(@"§num§\d+/\d+|§[a-z]+\d*§")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"((?:\P{M}\p{M}+)+?)\1+")]
    private static partial Regex Doubled();
}
