namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>Where the mailed link leads: a page with a button, since mail scanners follow links.</summary>
    public static string SignInLink(Guid id, string token) => $"sign-in/link?id={id}&token={token}";

    public static string SignInCode(Guid id, string? returnTo) =>
        $"sign-in/code?id={id}" + (returnTo is null ? "" : "&returnTo=" + Uri.EscapeDataString(returnTo));
}
