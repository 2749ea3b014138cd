using System.Globalization;
using Microsoft.AspNetCore.Http;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Tests.Localisation;

public sealed class LanguagePathTests
{
    [Theory]
    [InlineData("", "/", "", "/", "fi-FI")]
    [InlineData("", "/competitions/2023", "", "/competitions/2023", "fi-FI")]
    [InlineData("", "/sv", "/sv", "/", "sv-FI")]
    [InlineData("", "/sv/competitions/2023", "/sv", "/competitions/2023", "sv-FI")]
    [InlineData("/award", "/en/sign-in", "/award/en", "/sign-in", "en-GB")]
    [InlineData("", "/svenska", "", "/svenska", "fi-FI")]
    [InlineData("", "/SV/sign-in", "", "/SV/sign-in", "fi-FI")]
    public async Task The_language_leaves_the_path_and_becomes_the_culture(string pathBase, string path, string newBase, string rest, string culture)
    {
        var http = new DefaultHttpContext { Request = { PathBase = pathBase, Path = path } };
        string? seen = null;

        await new LanguagePath(_ =>
        {
            seen = CultureInfo.CurrentUICulture.Name;
            return Task.CompletedTask;
        }).InvokeAsync(http);

        Assert.Equal((newBase, rest, culture), (http.Request.PathBase.Value, http.Request.Path.Value, seen));
    }
}
