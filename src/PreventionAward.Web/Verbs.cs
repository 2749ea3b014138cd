using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Features.Dossiers;
using PreventionAward.Web.Features.Entries.Files;
using PreventionAward.Web.Features.SignIn;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web;

/// <summary>What the program does besides serving: one word on the command line, one task, one exit code.</summary>
internal static class Verbs
{
    /// <summary>Runs the task named by the first argument; returns 0 when done, 1 when refused, 2 when there is no such task.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database", LogLevel.None); // Asks a new database for its history, and is told there is none.
        var services = builder.Services;
        services.AddTexts(Path.Combine(AppContext.BaseDirectory, "templates", "texts"), strict: true);
        services.AddDatabase(builder.Configuration).AddTemplates().AddMail(builder.Configuration).AddPeople().AddUseCases().AddFiles(builder.Configuration).AddDocuments().AddAdapters(builder.Configuration);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        return await RunAsync(args, scope.ServiceProvider);
    }

    private static Task<int> RunAsync(string[] args, IServiceProvider services) => args switch
    {
        ["migrate"] => MigrateAsync(services),
        ["demo"] => DemoAsync(services),
        ["export", var name, var folder] => ExportAsync(services, name, folder),
        ["import", var path] => ImportAsync(services, path),
        ["schema"] => SayAsync(DossierJson.Schema().TrimEnd(), 0),
        ["invite", var mail, var role] => InviteAsync(services, mail, role),
        _ => SayAsync($"There is no such task: {string.Join(' ', args)}", 2),
    };

    private static async Task<int> MigrateAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AwardDb>>().CreateDbContextAsync();
        await db.BringUpToDateAsync();
        return 0;
    }

    private static async Task<int> DemoAsync(IServiceProvider services)
    {
        var faults = await services.GetRequiredService<LoadDemo>().RunAsync();
        return faults.Count == 0 ? 0 : await SayAsync(string.Join('\n', faults), 1);
    }

    private static async Task<int> InviteAsync(IServiceProvider services, string mail, string role)
    {
        var (address, refusal) = await services.GetRequiredService<InviteFromConsole>().RunAsync(mail, role);
        if (refusal is not null) return await SayAsync(services.GetRequiredService<Texts>().In(Language.English)[refusal], 1);
        return await SayAsync(address!, 0);
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string name, string folder) =>
        await services.GetRequiredService<ExportDossier>().RunAsync(name, folder) is { } wrong
            ? await SayAsync(wrong, 1)
            : await SayAsync($"The dossier of {name} is in {folder}.", 0);

    private static async Task<int> ImportAsync(IServiceProvider services, string path)
    {
        var faults = await services.GetRequiredService<ImportDossier>().RunAsync(path);
        return faults.Count == 0
            ? await SayAsync("Imported.", 0)
            : await SayAsync("Nothing was changed:\n" + string.Join('\n', faults.Take(20)), 1);
    }

    private static async Task<int> SayAsync(string text, int code)
    {
        await (code == 0 ? Console.Out : Console.Error).WriteLineAsync(text);
        return code;
    }
}
