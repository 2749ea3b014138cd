namespace PreventionAward.Web.Features.Entries.Files;

/// <summary>Puts attached files into the application: the scanner where one is configured, and what looks after files in the background.</summary>
public static class FilesSetup
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Clamav").Get<ClamavSettings>() ?? new();
        services.AddSingleton(settings).AddScoped<FileGate>();
        return settings.Target is null ? services.AddSingleton<FileScanner, NoScanner>() : services.AddSingleton<FileScanner, ClamdScanner>();
    }
}
