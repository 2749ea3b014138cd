using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Scoring;

public sealed class EvidenceTests
{
    [Fact]
    public void Objectives_are_met_from_below_or_from_above()
    {
        var answers = Answers.Of(
        [
            new("evaluationDesign", "4"),
            new("objectives.1.baseline", "100"), new("objectives.1.target", "80"), new("objectives.1.actual", "79,5"),
            new("objectives.2.target", "400"), new("objectives.2.actual", "380"),
            new("objectives.3.target", "10"),
        ]);
        Assert.Equal(new Evidence(4, Achieved: 1, Measured: 2, Objectives: 3), Evidence.Of(answers));
    }

    [Fact]
    public void What_was_not_said_is_unknown() => Assert.Equal(new Evidence(null, 0, 0, 0), Evidence.Of(Answers.None));
}
