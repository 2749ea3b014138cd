namespace PreventionAward.Web.Ui;

public static partial class Links
{
    /// <summary>Where the mailed link leads: a page with a button, since mail scanners follow links.</summary>
    public static string SignInLink(Guid id, string token) => $"sign-in/link?id={id}&token={token}";

    /// <summary>Leads whoever has just signed in to the page of their own work.</summary>
    public const string AfterSignIn = "sign-in/done";

    public static string SignInCode(Guid id, string? returnTo) =>
        $"sign-in/code?id={id}" + (returnTo is null ? "" : "&returnTo=" + Uri.EscapeDataString(returnTo));
}
