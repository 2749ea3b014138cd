using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

/// <summary>One PDF engine for every test of documents; starting it costs half a second.</summary>
public sealed class Press : IAsyncLifetime
{
    public static readonly DateTimeOffset Noon = new(2027, 10, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TypstWorker worker = NewWorker(new());

    internal PaperPress Engine => new PaperPdf(worker);

    internal static TypstWorker NewWorker(DocumentsOptions options) => new(Options.Create(options), NullLogger<TypstWorker>.Instance);

    public Task<DrawnPaper> DrawAsync(Paper paper, params PaperAttachment[] attachments) => Engine.PressAsync(paper, Noon, attachments);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await worker.DisposeAsync();
}

[CollectionDefinition(nameof(Press))]
public sealed class PressCollection : ICollectionFixture<Press>;
