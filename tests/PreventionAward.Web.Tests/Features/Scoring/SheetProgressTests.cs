using PreventionAward.Domain;
using PreventionAward.Web.Database;
using PreventionAward.Web.Features.Scoring;

namespace PreventionAward.Web.Tests.Features.Scoring;

public sealed class SheetProgressTests
{
    [Fact]
    public void Two_thousand_entries_come_fifty_a_page_and_are_counted_whole()
    {
        var progress = Of(2000);

        Assert.Equal(40, progress.Pages);
        Assert.Equal(2000, progress.Missing);
        Assert.Equal([51, 100], new[] { progress.RowsOf(2)[0].Entry.Number, progress.RowsOf(2)[^1].Entry.Number });
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 2)]
    [InlineData(-7, 1)]
    public void A_page_that_is_not_there_is_the_nearest_one(int asked, int shown) => Assert.Equal(shown, Of(60).Number(asked));

    [Fact]
    public void Without_entries_there_is_one_empty_page()
    {
        Assert.Equal(1, Of(0).Pages);
        Assert.Empty(Of(0).RowsOf(1));
    }

    private static SheetProgress Of(int entries) =>
        new([], [.. Enumerable.Range(1, entries).Select(number => new SheetProgressRow(new(new(Guid.NewGuid()), number, "", Language.Finnish), [SheetState.Missing]))]);
}
