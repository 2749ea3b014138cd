namespace PreventionAward.Web.Features.SignIn;

/// <summary>Where somebody goes after signing in: only ever a page of this site.</summary>
internal static class SafeReturn
{
    /// <summary>The address as one relative to the base, or the home page where it leads anywhere else.</summary>
    public static string Of(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Any(c => c == '\\' || char.IsControl(c))) return Ui.Links.Home;

        // What follows the language must be a plain path too: "sv///other.example" would leave the site.
        var path = WithoutSlash(WithoutLanguage(WithoutSlash(WithoutLanguage(WithoutSlash(address)))));
        return path.Length == 0 || path.StartsWith('/') || path.Split('/', '?', '#')[0].Contains(':') ? Ui.Links.Home : path;
    }

    // One slash only: a path that begins with more is refused above.
    private static string WithoutSlash(string path) => path.StartsWith('/') ? path[1..] : path;

    private static string WithoutLanguage(string path) => path.StartsWith("sv/", StringComparison.Ordinal) || path.StartsWith("en/", StringComparison.Ordinal) ? path[2..] : path;
}
