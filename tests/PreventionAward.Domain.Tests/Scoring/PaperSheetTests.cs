using PreventionAward.Domain.Scoring;
using static PreventionAward.Domain.Tests.Scoring.ExampleSheets;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class PaperSheetTests
{
    private static readonly PersonId Secretary = new(Guid.NewGuid());

    private readonly ScoreSheet sheet = new(Competition, Entry(), Juror());

    private static Dictionary<string, Mark> Threes => Criteria.ToDictionary(c => c.Key, _ => new Mark(3));

    [Fact]
    public void A_sheet_from_paper_is_handed_in_and_says_who_typed_it()
    {
        Assert.Null(sheet.EnterFromPaper(Criteria, Threes, Secretary, Noon));

        Assert.True(sheet.IsHandedIn);
        Assert.Equal(new PaperEntry(Secretary, Noon), sheet.Paper);
    }

    [Fact]
    public void Nothing_that_the_juror_wrote_is_overwritten()
    {
        sheet.Save(Criteria, "C2", new(null, "My own thought"), Noon);
        Assert.Equal("scoring.paper.begun", sheet.EnterFromPaper(Criteria, Threes, Secretary, Noon)?.Code);

        foreach (var criterion in Criteria) sheet.Save(Criteria, criterion.Key, new(4), Noon);
        sheet.HandIn(Criteria, Noon);
        Assert.Equal("scoring.paper.handed-in", sheet.EnterFromPaper(Criteria, Threes, Secretary, Noon)?.Code);
        Assert.Null(sheet.Paper);
    }

    [Fact]
    public void A_paper_sheet_is_whole_or_not_there()
    {
        Assert.Equal("scoring.paper.incomplete", sheet.EnterFromPaper(Criteria, new Dictionary<string, Mark> { ["C1"] = new(3) }, Secretary, Noon)?.Code);
        Assert.False(sheet.IsHandedIn);
        Assert.Null(sheet.Paper);
    }

    [Fact]
    public void Its_juror_confirms_it_once()
    {
        sheet.EnterFromPaper(Criteria, Threes, Secretary, Noon);

        Assert.Null(sheet.ConfirmPaper(Noon.AddHours(1)));
        Assert.Equal(Noon.AddHours(1), sheet.Paper?.ConfirmedAt);
        Assert.Equal("scoring.paper.nothing-to-confirm", sheet.ConfirmPaper(Noon)?.Code);
        Assert.Equal("scoring.paper.nothing-to-confirm", sheet.TakeUpPaper()?.Code);
    }

    [Fact]
    public void Or_corrects_it_and_the_record_keeps_both()
    {
        sheet.EnterFromPaper(Criteria, Threes, Secretary, Noon);

        Assert.Null(sheet.TakeUpPaper());
        Assert.Null(sheet.Save(Criteria, "C1", new(4), Noon.AddHours(1)));
        Assert.Equal("scoring.paper.begun", sheet.WhyNotFromPaper()?.Code);
        Assert.Null(sheet.HandIn(Criteria, Noon.AddHours(2)));

        Assert.Equal(new PaperEntry(Secretary, Noon, CorrectedAt: Noon.AddHours(2)), sheet.Paper);
    }

    [Fact]
    public void What_was_not_typed_from_paper_has_nothing_to_confirm() =>
        Assert.Equal("scoring.paper.nothing-to-confirm", sheet.ConfirmPaper(Noon)?.Code);
}
