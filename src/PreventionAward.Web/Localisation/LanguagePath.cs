using System.Globalization;
using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>Moves a leading /sv or /en from the path to the path base and sets the culture, so that pages know nothing of languages in addresses.</summary>
public sealed class LanguagePath(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var language = Language.All.Skip(1).FirstOrDefault(l => TakeFromPath(context.Request, l)) ?? Language.Finnish;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(language);
        return next(context);
    }

    private static bool TakeFromPath(HttpRequest request, Language language)
    {
        // Exact case: /SV would otherwise be a second address of the same page.
        if (!request.Path.StartsWithSegments($"/{language.Code}", StringComparison.Ordinal, out var rest)) return false;
        request.PathBase = request.PathBase.Add($"/{language.Code}");
        request.Path = rest.HasValue ? rest : "/";
        return true;
    }
}
