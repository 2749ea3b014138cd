using PreventionAward.Domain.Entries;

namespace PreventionAward.Domain.Tests.Entries;

public sealed class CleanTextTests
{
    [Fact]
    public void What_is_no_text_is_not_kept() =>
        Assert.Equal("ab\n\tc", Answers.Clean("a\u0000\u0007\u001b\u0085b\n\tc\ufffe\uffff\ufdd0"));
}
