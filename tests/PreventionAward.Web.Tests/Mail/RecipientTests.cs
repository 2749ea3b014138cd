using PreventionAward.Web.Mail;

namespace PreventionAward.Web.Tests.Mail;

public sealed class RecipientTests
{
    [Theory]
    [InlineData("\"some body\"@example.fi")]
    [InlineData("\"team\"@example.fi")]
    [InlineData("team@example.fi.")]
    [InlineData("team")]
    public void An_address_that_would_be_a_second_one_for_the_same_box_is_refused(string mail) => Assert.Null(Recipient.Parse(mail));

    [Fact]
    public void An_ordinary_address_is_kept_in_lower_case() => Assert.Equal("team@example.fi", Recipient.Parse(" Team@Example.fi "));
}
