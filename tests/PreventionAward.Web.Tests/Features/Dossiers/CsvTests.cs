using System.Text;
using PreventionAward.Web.Features.Dossiers;

namespace PreventionAward.Web.Tests.Features.Dossiers;

public sealed class CsvTests
{
    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("a-b = c+d @e", "a-b = c+d @e")]
    [InlineData("a;=1+1", "\"a;'=1+1\"")]
    [InlineData("a; @b", "\"a; '@b\"")]
    [InlineData("a\n=1+1", "\"a\n'=1+1\"")]
    [InlineData("a\r\n-1", "\"a\r\n'-1\"")]
    [InlineData("a\t+1", "\"a\t'+1\"")]
    [InlineData(";=1", "\"';'=1\"")]
    public void No_part_of_a_cell_is_a_formula(string text, string cell) =>
        Assert.Equal($"\uFEFF{cell}\r\n", Encoding.UTF8.GetString(Csv.Write([[text]])));
}
