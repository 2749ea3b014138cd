using System.Diagnostics;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

public sealed class TypstWorkerTests
{
    [Fact]
    public async Task An_engine_that_is_killed_is_started_again_and_every_document_arrives()
    {
        await using var worker = Press.NewWorker(new());
        var press = new PaperPdf(worker);
        await DrawAsync(press);

        var ten = Enumerable.Range(0, 10).Select(_ => DrawAsync(press)).ToArray();
        using (var engine = Process.GetProcessById(worker.ProcessId!.Value)) engine.Kill();
        var drawn = await Task.WhenAll(ten);

        Assert.All(drawn, paper => Assert.Equal(drawn[0].Pdf, paper.Pdf));
    }

    [Fact]
    public async Task An_engine_over_its_memory_limit_makes_room_for_a_fresh_one()
    {
        await using var worker = Press.NewWorker(new() { MemoryMegabytes = 1 });
        var press = new PaperPdf(worker);

        var first = await DrawAsync(press);
        var second = await DrawAsync(press);

        Assert.Equal(first.Pdf, second.Pdf);
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

    private static Task<DrawnPaper> DrawAsync(PaperPdf press) => press.PressAsync(SamplePapers.EveryBlock, Press.Noon, []);
}
