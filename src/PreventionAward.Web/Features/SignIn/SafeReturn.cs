namespace PreventionAward.Web.Features.SignIn;

/// <summary>Where somebody goes after signing in: only ever a page of this site.</summary>
internal static class SafeReturn
{
    /// <summary>The address that was asked for; where none was, the person's own work.</summary>
    public static string OrOwnWork(string? address) => string.IsNullOrEmpty(address) ? Ui.Links.AfterSignIn : Of(address);

    /// <summary>The address as one relative to the base, or the home page where it leads anywhere else.</summary>
    public static string Of(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Any(c => c == '\\' || char.IsControl(c)) || address.Split('?', '#')[0].Contains("//", StringComparison.Ordinal)) return Ui.Links.Home;

        var path = WithoutSlash(WithoutLanguage(WithoutSlash(WithoutLanguage(WithoutSlash(address)))));
        return path.Length == 0 || path.Split('/', '?', '#')[0].Contains(':') ? Ui.Links.Home : path;
    }

    // Two slashes are refused above, wherever they stand: after a language they would lead to another site.
    private static string WithoutSlash(string path) => path.StartsWith('/') ? path[1..] : path;

    private static string WithoutLanguage(string path) => path.StartsWith("sv/", StringComparison.Ordinal) || path.StartsWith("en/", StringComparison.Ordinal) ? path[2..] : path;
}
