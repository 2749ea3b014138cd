using System.Diagnostics;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

public sealed class TypstWorkerTests
{
    [Fact]
    public async Task An_engine_that_is_killed_in_the_middle_is_started_again_and_all_ten_documents_arrive_and_none_is_wrong()
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        var papers = Enumerable.Range(1, 10).Select(number => SamplePapers.EveryBlock with { Title = $"Päätös {number}", Blocks = [SamplePapers.Entries(20 * number)] }).ToArray();
        List<byte[]> expected = [];
        foreach (var paper in papers) expected.Add((await press.PressAsync(paper, Press.Noon, [])).Pdf);
        var first = worker.ProcessId!.Value;

        var ten = papers.Select(paper => press.PressAsync(paper, Press.Noon, [])).ToArray();
        await ten[2];
        using (var engine = Process.GetProcessById(first)) engine.Kill();
        var drawn = await Task.WhenAll(ten);

        Assert.All(drawn.Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Pdf));
        Assert.NotEqual(first, worker.ProcessId);
    }

    [Fact]
    public async Task An_engine_over_its_memory_limit_makes_room_for_a_fresh_one()
    {
        await using var worker = Press.NewWorker(new() { MemoryMegabytes = 1 });
        var press = new PaperPdf(worker);

        var first = await DrawAsync(press);
        var engine = worker.ProcessId;
        var second = await DrawAsync(press);

        Assert.Equal(first.Pdf, second.Pdf);
        Assert.NotEqual(engine ?? 0, worker.ProcessId ?? 1);
    }

    [Fact]
    public async Task A_paper_that_takes_too_much_memory_is_given_up_in_words_and_the_next_one_arrives()
    {
        var options = new DocumentsOptions();
        await using var worker = Press.NewWorker(options);
        var press = new PaperPdf(worker);
        await DrawAsync(press);
        options.MostMemoryMegabytes = 20;

        var refused = await Assert.ThrowsAsync<PaperNotDrawnException>(() => press.PressAsync(SamplePapers.Of(SamplePapers.Entries(4000)), Press.Noon, []));

        Assert.Contains("more than 20 MB", refused.Message, StringComparison.Ordinal);
        Assert.Null(worker.ProcessId);
        options.MostMemoryMegabytes = 2048;
        Assert.NotEmpty((await DrawAsync(press)).Pdf);
    }

    [Fact]
    public async Task A_paper_that_takes_too_long_is_given_up_in_words()
    {
        await using var worker = Press.NewWorker(new() { TimeLimit = TimeSpan.FromMilliseconds(1) });

        var late = await Assert.ThrowsAsync<PaperNotDrawnException>(() => DrawAsync(new PaperPdf(worker)));

        Assert.Contains("No answer within", late.Message, StringComparison.Ordinal);
        Assert.Null(worker.ProcessId);
    }

    [Fact]
    public async Task Without_node_the_setting_to_mend_is_named()
    {
        await using var worker = Press.NewWorker(new() { Node = "no-such-node" });

        var missing = await Assert.ThrowsAsync<PaperNotDrawnException>(() => DrawAsync(new PaperPdf(worker)));

        Assert.Contains("Documents:Node", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_nobody_waits_for_any_more_is_not_drawn()
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        await DrawAsync(press);
        var first = DrawAsync(press);
        using var gone = new CancellationTokenSource();
        var dropped = Enumerable.Range(0, 20).Select(_ => press.PressAsync(SamplePapers.EveryBlock, Press.Noon, [], gone.Token)).ToArray();

        await gone.CancelAsync();
        await first;
        var clock = Stopwatch.StartNew();
        var next = await DrawAsync(press);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}: the dropped ones were drawn first");
        Assert.NotEmpty(next.Pdf);
        foreach (var paper in dropped) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paper);
    }

    [Fact]
    public async Task Only_so_many_papers_wait_and_the_next_is_refused_at_once()
    {
        await using var worker = Press.NewWorker(new() { MostWaiting = 3 });
        var press = new PaperPdf(worker);

        var papers = Enumerable.Range(0, 20).Select(_ => DrawAsync(press)).ToArray();
        var refused = papers.Where(paper => paper.IsFaulted).ToArray();
        foreach (var paper in refused) Assert.Contains("waiting already", (await Assert.ThrowsAsync<PaperNotDrawnException>(() => paper)).Message, StringComparison.Ordinal);

        Assert.Equal(16, refused.Length);
        Assert.All(await Task.WhenAll(papers.Except(refused)), paper => Assert.NotEmpty(paper.Pdf));
    }

    [Fact]
    public async Task After_a_paper_that_took_too_long_the_next_one_arrives()
    {
        var options = new DocumentsOptions { TimeLimit = TimeSpan.FromMilliseconds(1) };
        await using var worker = Press.NewWorker(options);
        var press = new PaperPdf(worker);
        await Assert.ThrowsAsync<PaperNotDrawnException>(() => DrawAsync(press));

        options.TimeLimit = TimeSpan.FromSeconds(30);

        Assert.NotEmpty((await DrawAsync(press)).Pdf);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("kakapota")]
    [InlineData("жизнь")]
    [InlineData("👩\u200d")]
    [InlineData("ab\u00a0")]
    [InlineData("漢字")]
    [InlineData("\u0301")]
    public async Task A_word_of_twenty_thousand_letters_does_not_hold_the_engine(string letters)
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        await DrawAsync(press);
        var word = string.Concat(Enumerable.Repeat(letters, 20_000 / letters.Length));
        var clock = Stopwatch.StartNew();

        var drawn = await press.PressAsync(SamplePapers.EveryBlock with { Blocks = [new Paragraph(word)] }, Press.Noon, []);

        Assert.NotEmpty(drawn.Pdf);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_receipt_with_the_longest_title_that_is_taken_is_there_within_a_second()
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        await DrawAsync(press);
        var title = string.Concat(Enumerable.Repeat("👩\u200d", Domain.TextLimit.Line / 3));
        var clock = Stopwatch.StartNew();

        await press.PressAsync(SamplePapers.EveryBlock with { Blocks = [new Facts([new("Title", title), new("Organisation", new string('ж', Domain.TextLimit.Line))])] }, Press.Noon, []);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
    }

    private static Task<DrawnPaper> DrawAsync(PaperPdf press) => press.PressAsync(SamplePapers.EveryBlock, Press.Noon, []);
}
