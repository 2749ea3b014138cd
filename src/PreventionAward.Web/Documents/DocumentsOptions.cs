using System.Reflection;

namespace PreventionAward.Web.Documents;

/// <summary>Where the parts of the PDF engine are, and what it may use.</summary>
public sealed class DocumentsOptions
{
    /// <summary>The Node program.</summary>
    public string Node { get; set; } = "node";

    /// <summary>The folder with Typst and the fonts; beside a published copy, else the one the build has filled.</summary>
    public string? NodeModules { get; set; }

    /// <summary>How long one paper may take; a long one takes longer, two seconds for each hundred thousand letters.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many papers may wait for the engine; who comes then is asked to try again.</summary>
    public int MostWaiting { get; set; } = 32;

    /// <summary>How long somebody waits for the answer before being shown that a long paper is being made.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Memory of the engine, in megabytes, after which a fresh one takes over.</summary>
    public int MemoryMegabytes { get; set; } = 1024;

    /// <summary>Memory of the engine, in megabytes, at which it is ended in the middle of a paper, which is then refused.</summary>
    public int MostMemoryMegabytes { get; set; } = 4096;

    internal string Template { get; } = Path.Combine(AppContext.BaseDirectory, "templates", "documents", "paper.typ");

    internal string Worker { get; } = Path.Combine(AppContext.BaseDirectory, "Documents", "typst-worker.mjs");

    internal TimeSpan LimitFor(string question) => TimeLimit + TimeSpan.FromSeconds(2 * (question.Length / 100_000));

    internal string FoundNodeModules() =>
        NodeModules
        ?? new[] { Path.Combine(AppContext.BaseDirectory, "node_modules"), Built() }.FirstOrDefault(Directory.Exists)
        ?? throw new PaperNotDrawnException("No node_modules folder: run npm ci in the web project, or set Documents:NodeModules");

    private static string? Built() => typeof(DocumentsOptions).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "NodeModules")?.Value;
}

/// <summary>Puts the documents into the application.</summary>
public static class DocumentsSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptions<DocumentsOptions>().BindConfiguration("Documents");
        services.AddOptions<SealOptions>().BindConfiguration("Seal").Validate(seal => seal.Load() is not null).ValidateOnStart();
        services.AddSingleton<TypstWorker>();
        services.AddSingleton<Seal>();
        services.AddSingleton<PaperPress, PaperPdf>();
        services.AddSingleton<PressOnce>();
        services.AddSingleton<LongPapers>();
        services.AddSingleton<IssuedPdf>();
        return services;
    }
}
