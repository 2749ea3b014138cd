using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PreventionAward.Web.Localisation;

/// <summary>Puts the sentences and the language in the address into the application.</summary>
public static class LocalisationSetup
{
    /// <summary>Reads the texts now, so that an unfinished one stops the start.</summary>
    /// <param name="services">Where the texts are put.</param>
    /// <param name="folder">The folder templates/texts.</param>
    /// <param name="strict">True in development and tests: asking for a missing text throws.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, string folder, bool strict)
    {
        services.AddSingleton(TextStore.Read(folder));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // ä is sent as ä, not as a number
        services.AddSingleton(provider => new TextFaults(provider.GetRequiredService<ILogger<TextFaults>>(), strict));
        return services.AddSingleton(provider => new Texts(provider.GetRequiredService<TextStore>(), provider.GetRequiredService<TextFaults>()));
    }

    /// <summary>To be called before UseRouting.</summary>
    public static IApplicationBuilder UseLanguagePath(this IApplicationBuilder app) => app.UseMiddleware<LanguagePath>();
}
