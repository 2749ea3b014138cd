using Microsoft.AspNetCore.Components;
using PreventionAward.Domain;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Ui;

/// <summary>Every address of the site, relative to the base so that the language stays: none starts with a slash.</summary>
public static partial class Links
{
    /// <summary>The home page; a link needs something in it, and the base itself is "./".</summary>
    public const string Home = "./";
    public const string SignIn = "sign-in";
    public const string SignOut = "sign-out";
    public const string Accessibility = "accessibility";
    public const string Privacy = "privacy";

    /// <summary>Where one waits for a file that takes long to make.</summary>
    public static string PaperInTheMaking(Guid id) => $"papers/{id}";

    /// <summary>A place on the page that is shown: a bare "#id" would lead to the base.</summary>
    public static string OnThisPage(NavigationManager navigation, string id) =>
        $"{navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0]}#{id}";

    /// <summary>The page that is shown, in another language; absolute, since it leaves the base.</summary>
    public static string SamePageIn(Language language, NavigationManager navigation)
    {
        var root = navigation.BaseUri;
        if (Cultures.Current != Language.Finnish) root = root[..^$"{Cultures.Current}/".Length];
        var page = navigation.ToBaseRelativePath(navigation.Uri);
        return new Uri(root).AbsolutePath + (language == Language.Finnish ? "" : $"{language}/") + page;
    }
}
