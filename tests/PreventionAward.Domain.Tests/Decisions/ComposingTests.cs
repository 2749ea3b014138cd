using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Tests.Decisions;

public sealed class ComposingTests
{
    private static readonly EntryId Winner = new(Guid.NewGuid());
    private static readonly EntryId Other = new(Guid.NewGuid());
    private static readonly DecisionScope Scope = new([Winner, Other], ["C1", "C2"]);
    private static readonly PersonId Reader = An.Person();
    private readonly Decision decision = Whole();

    [Fact]
    public void The_winner_has_grounds_on_every_criterion_and_no_winner_has_none()
    {
        Assert.Equal(["grounds", "grounds.C1", "grounds.C2", DecisionSection.Assessment(Other), "remarks"], decision.Sections(Scope));
        Assert.Equal(
            ["grounds", DecisionSection.Assessment(Winner), DecisionSection.Assessment(Other), "remarks"],
            Decision.Restore(new(Guid.NewGuid()), new(null, [], "none"), [], Reader, An.Spring, null, null).Sections(Scope));
    }

    [Fact]
    public void A_criterion_without_a_word_for_the_winner_refuses_approval()
    {
        decision.Write([new("grounds.C2", Language.Finnish, ""), new("grounds.C2", Language.Swedish, "")]);

        Assert.Equal("decisions.texts-missing", decision.Approve(Scope, Reader, An.Spring)?.Code);
        Assert.Contains(("grounds.C2", Language.Finnish), decision.Missing(Scope));
    }

    [Fact]
    public void Changing_one_language_puts_the_others_behind_until_they_follow_or_somebody_confirms()
    {
        decision.Write("grounds", Language.Finnish, "Uusi perustelu.");
        Assert.Equal([("grounds", Language.Swedish)], decision.OutOfDateIn(Scope));
        Assert.Equal("decisions.texts-out-of-date", decision.Approve(Scope, Reader, An.Spring)?.Code);

        decision.Write("grounds", Language.Swedish, "Ny motivering.");
        Assert.Empty(decision.OutOfDateIn(Scope));

        decision.Write("remarks", Language.Swedish, "Ny anmärkning.");
        Assert.Equal([("remarks", Language.Finnish)], decision.OutOfDateIn(Scope));
        Assert.Null(decision.Confirm("remarks", Language.Finnish));
        Assert.Equal("decisions.not-out-of-date", decision.Confirm("remarks", Language.Finnish)?.Code);
        Assert.Null(decision.Approve(Scope, Reader, An.Spring));
    }

    [Fact]
    public void Languages_changed_in_one_save_or_written_for_the_first_time_put_nothing_behind()
    {
        decision.Write([new("grounds", Language.Finnish, "Uusi."), new("grounds", Language.Swedish, "Ny.")]);
        decision.Write("grounds", Language.English, "New.");

        Assert.Empty(decision.OutOfDateIn(Scope));
        Assert.Equal("decisions.not-out-of-date", decision.Confirm("grounds", Language.Swedish)?.Code);
    }

    [Fact]
    public void A_language_check_holds_for_the_words_that_were_read_and_no_others()
    {
        Assert.Equal([Language.Finnish, Language.Swedish], decision.Unchecked(Scope));
        Assert.Null(decision.CheckLanguage(Scope, Language.Finnish, Reader, An.Spring));
        Assert.Null(decision.CheckLanguage(Scope, Language.Swedish, Reader, An.Spring));
        Assert.Empty(decision.Unchecked(Scope));
        Assert.Equal("decisions.language-missing", decision.CheckLanguage(Scope, Language.English, Reader, An.Spring)?.Code);

        decision.Write("remarks", Language.Finnish, "Toinen huomio.");
        Assert.Equal([Language.Finnish], decision.Unchecked(Scope));
        Assert.Equal("decisions.texts-out-of-date", decision.CheckLanguage(Scope, Language.Swedish, Reader, An.Spring)?.Code);
        decision.Write([new("remarks", Language.Finnish, "remarks (fi) by Winner"), new("remarks", Language.Swedish, "remarks (sv) by Winner")]);
    }

    [Theory]
    [InlineData("Ks. liite.", "only-points-elsewhere")]
    [InlineData("Perustelut ovat liitteenä.", "only-points-elsewhere")]
    [InlineData("Hanke tavoitti 1 253 asiakasta, mikä on kaksi kertaa odotettua enemmän.", null)]
    public void Grounds_that_only_point_elsewhere_are_a_warning(string text, string? code)
    {
        decision.Write([new("grounds", Language.Finnish, text), new("grounds", Language.Swedish, text.Contains("1 253", StringComparison.Ordinal) ? "Projektet nådde 1 253 klienter, dubbelt fler än väntat." : "Projektet nådde dubbelt fler än väntat.")]);

        Assert.Equal(code, decision.Warnings(Scope).SingleOrDefault()?.Code);
    }

    [Fact]
    public void One_paragraph_about_several_entries_is_a_warning_which_passes_with_a_reason_until_the_text_changes()
    {
        const string Same = "Hanke on suunniteltu hyvin, mutta sen vaikutuksia ei ole vielä arvioitu luotettavasti.";
        decision.Write([new("grounds", Language.Finnish, "Voitto.\n" + Same), new(DecisionSection.Assessment(Other), Language.Finnish, Same), new(DecisionSection.Assessment(Other), Language.Swedish, "Juryns bedömning.")]);
        decision.Confirm("grounds", Language.Swedish);

        var warnings = decision.Warnings(Scope);
        Assert.Equal(["grounds", DecisionSection.Assessment(Other)], warnings.Select(w => w.Section));
        Assert.Equal("decisions.warnings-open", decision.Approve(Scope, Reader, An.Spring)?.Code);
        Assert.Equal("decisions.warning-needs-a-reason", decision.Pass(Scope, warnings[0].Key, " ", Reader, An.Spring)?.Code);
        Assert.Equal("decisions.no-such-warning", decision.Pass(Scope, "anything", "why", Reader, An.Spring)?.Code);
        foreach (var warning in warnings) Assert.Null(decision.Pass(Scope, warning.Key, "Sama seikka", Reader, An.Spring));
        Assert.Null(decision.Approve(Scope, Reader, An.Spring));

        decision.Unapprove();
        decision.Write([new("grounds", Language.Finnish, "Toinen.\n" + Same), new("grounds", Language.Swedish, "En annan.")]);
        Assert.Equal("decisions.warnings-open", decision.Approve(Scope, Reader, An.Spring)?.Code);
    }

    [Fact]
    public void A_sitting_of_one_writer_is_one_version()
    {
        var first = DecisionVersion.Next(null, decision, Reader, An.Spring);
        var same = DecisionVersion.Next(first, decision, Reader, An.Spring.AddMinutes(9));
        var later = DecisionVersion.Next(same, decision, Reader, An.Spring.AddMinutes(19));
        var another = DecisionVersion.Next(later, decision, An.Person(), An.Spring.AddMinutes(20));

        Assert.Equal([1, 1, 2, 3], new[] { first, same, later, another }.Select(v => v.Number));
    }

    private static Decision Whole()
    {
        var decision = Decision.Restore(new(Guid.NewGuid()), new(Winner, [], ""), [], Reader, An.Spring, null, null);
        foreach (var section in decision.Sections(Scope))
            decision.Write([new(section, Language.Finnish, $"{section} (fi)"), new(section, Language.Swedish, $"{section} (sv)")]);
        return decision;
    }
}
