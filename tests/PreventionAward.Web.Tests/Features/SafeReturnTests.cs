using PreventionAward.Web.Features.SignIn;

namespace PreventionAward.Web.Tests.Features;

public sealed class SafeReturnTests
{
    [Theory]
    [InlineData("/sv///evil.example/x")]
    [InlineData("sv///evil.example")]
    [InlineData("sv//evil.example")]
    [InlineData("/sv/en///evil.example")]
    [InlineData("/sv/en//evil.example")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/sv/\\evil.example")]
    [InlineData("/sv/\t/evil.example")]
    [InlineData("/sv/https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    [InlineData(null)]
    public void An_address_that_leaves_the_site_leads_home(string? address) => Assert.Equal(Web.Ui.Links.Home, SafeReturn.Of(address));

    [Theory]
    [InlineData("/entries", "entries")]
    [InlineData("/sv/entries/1?saved=x", "entries/1?saved=x")]
    [InlineData("en/staff", "staff")]
    public void A_page_of_the_site_is_kept_without_its_language(string address, string kept) => Assert.Equal(kept, SafeReturn.Of(address));
}
