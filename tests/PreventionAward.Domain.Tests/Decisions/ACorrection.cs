using PreventionAward.Domain.Decisions;

namespace PreventionAward.Domain.Tests.Decisions;

/// <summary>A decision in force of two entries, and corrections of it.</summary>
internal static class ACorrection
{
    public static readonly EntryId Winner = new(Guid.NewGuid());
    public static readonly EntryId Other = new(Guid.NewGuid());
    public static readonly DecisionScope Scope = new([Winner, Other], []);
    public static readonly PersonId Chair = An.Person();
    public static readonly DateTimeOffset Decided = An.Spring;
    public static readonly DateTimeOffset Later = An.Spring.AddDays(9);

    public static CorrectionFacts Anew => new(FactError.Evidence, new(DecidingWay.Meeting, new(2027, 10, 4), [Chair]), WereHeard: true, null, null);

    public static CorrectionFacts Unheard(NotHeardBecause why) => Anew with { WereHeard = false, NotHeard = why };

    public static Decision InForce(params string[] more) => Decision.Restore(
        new(Guid.NewGuid()), new(Winner, [], ""),
        new[] { "grounds", DecisionSection.Assessment(Winner), DecisionSection.Assessment(Other), "remarks" }.Concat(more).Select(s => KeyValuePair.Create(s, new LocalizedText($"{s} (fi)", $"{s} (sv)"))),
        Chair, Decided, Chair, Decided);

    public static Decision Unlocked(Decision decision)
    {
        decision.Unapprove();
        return decision;
    }

    public static Correction Opened(Decision decision, CorrectionKind kind = CorrectionKind.Clerical) =>
        Correction.Open(decision, 2, kind, "A figure was wrong", Chair, Later).Correction!;

    public static Correction Written(Correction correction)
    {
        Assert.Null(correction.Describe(new(new("Mitä", "Vad"), "Not needed", false, "", Anew)));
        Assert.Null(correction.Write([new("grounds", Language.Finnish, "Uusi."), new("grounds", Language.Swedish, "Ny.")]));
        return correction;
    }
}
