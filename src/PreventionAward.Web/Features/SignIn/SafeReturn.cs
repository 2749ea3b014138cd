namespace PreventionAward.Web.Features.SignIn;

/// <summary>Where somebody goes after signing in: only ever a page of this site.</summary>
internal static class SafeReturn
{
    /// <summary>The address as one relative to the base, or the home page where it leads anywhere else.</summary>
    public static string Of(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Contains('\\') || address.StartsWith("//", StringComparison.Ordinal) || address.Any(char.IsControl)) return Ui.Links.Home;
        var path = address.TrimStart('/');
        foreach (var language in new[] { "sv/", "en/" })
            if (path.StartsWith(language, StringComparison.Ordinal)) path = path[language.Length..];
        return path.Length == 0 || path.Split('/', '?')[0].Contains(':') ? Ui.Links.Home : path;
    }
}
