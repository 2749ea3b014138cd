using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Tests.Documents;

public sealed class PaperTextTests
{
    [Theory]
    [InlineData("a\r\nb\rc\u0085d\u2028e", "a\nb\nc\nd\ne")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u0000\u0007\u009Fb", "ab")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069", "evil x")]
    [InlineData("1\u00A0253", "1\u00A0253")]
    [InlineData("a\uFEFFb\uFFFE", "ab")]
    public void What_nobody_can_see_is_left_out_and_the_rest_is_kept(string typed, string clean) =>
        Assert.Equal(clean, PaperText.Clean(typed));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() =>
        Assert.Equal("x\uFFFDy", PaperText.Clean("x\ud83dy"));

    [Fact]
    public void An_empty_line_parts_paragraphs_however_many_there_are() =>
        Assert.Equal([["a", "b"], ["c"]], PaperText.Paragraphs("a\nb\n\n\n\nc\n"));
}
