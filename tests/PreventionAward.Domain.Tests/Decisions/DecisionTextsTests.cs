using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Domain.Tests.Decisions;

public class DecisionTextsTests
{
    private static readonly DateTimeOffset Now = new(2027, 9, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Chair = new(Guid.NewGuid());
    private static readonly EntryId Winner = new(Guid.NewGuid());
    private static readonly EntryId Other = new(Guid.NewGuid());
    private static readonly DecisionScope Scope = new([Winner, Other], []);

    [Fact]
    public void Grounds_an_assessment_of_every_other_entry_and_remarks_must_be_written() =>
        Assert.Equal([DecisionSection.Grounds, DecisionSection.Assessment(Other), DecisionSection.Remarks], Recorded().Sections(Scope));

    [Fact]
    public void Where_nobody_won_every_entry_is_assessed() =>
        Assert.Equal(4, Recorded(winner: null).Sections(Scope).Count);

    [Fact]
    public void Finnish_and_Swedish_are_missing_until_written_and_English_never_is()
    {
        var decision = Recorded();
        decision.Write(DecisionSection.Grounds, Language.Finnish, "Perustelut.");

        var missing = decision.Missing(Scope);

        Assert.DoesNotContain((DecisionSection.Grounds, Language.Finnish), missing);
        Assert.Contains((DecisionSection.Grounds, Language.Swedish), missing);
        Assert.DoesNotContain(missing, m => m.Language == Language.English);
    }

    [Fact]
    public void A_decision_without_its_Swedish_is_not_approved()
    {
        var decision = Whole();
        decision.Write(DecisionSection.Remarks, Language.Swedish, "  \n ");

        var refusal = decision.Approve(Scope, Chair, Now);

        Assert.Equal("decisions.texts-missing", refusal?.Code);
        Assert.False(decision.IsApproved);
    }

    [Fact]
    public void Approved_texts_are_locked_until_the_approval_is_taken_back()
    {
        var decision = Whole();
        Assert.Null(decision.Approve(Scope, Chair, Now));

        var whileApproved = decision.Write(DecisionSection.Grounds, Language.Finnish, "Muutos.");
        decision.Unapprove();
        var afterwards = decision.Write(DecisionSection.Grounds, Language.Finnish, "Muutos.");

        Assert.Equal("decisions.already-approved", whileApproved?.Code);
        Assert.Null(afterwards);
        Assert.Equal("Muutos.", decision[DecisionSection.Grounds].Fi);
    }

    [Fact]
    public void A_text_stays_as_it_was_typed()
    {
        const string typed = "#strong[ei] <b>tagia</b> & \"lainaus\"\n\nSkolt: ǩ ǯ, emoji 😀";
        var decision = Recorded();

        decision.Write(DecisionSection.Remarks, Language.Finnish, typed);

        Assert.Equal(typed, decision[DecisionSection.Remarks].Fi);
    }

    private static Decision Recorded() => Recorded(Winner);

    private static Decision Recorded(EntryId? winner)
    {
        var decision = new Decision(new(Guid.NewGuid()));
        RankedEntry[] ranking = [new(Winner, 1, 4, [], []), new(Other, 2, 3, [], [])];
        Assert.Null(decision.Record(new(winner, [], winner is null ? "Mikään ehdotus ei ole arvioitu." : ""), ranking, Chair, Now));
        return decision;
    }

    private static Decision Whole()
    {
        var decision = Recorded();
        foreach (var section in decision.Sections(Scope))
            foreach (var language in new[] { Language.Finnish, Language.Swedish })
                decision.Write(section, language, $"{section} {language}");
        return decision;
    }
}
