using PreventionAward.Domain.Competitions;

namespace PreventionAward.Web.Localisation;

/// <summary>The tie rule as whole sentences.</summary>
public static class TieRuleWords
{
    /// <param name="title">The name of a criterion, quoted.</param>
    public static string InWords(this TieRule rule, Texts texts, Func<string, string> title) =>
        texts["public.competition.rule-tie", rule.Order(texts, title), rule.EndInWords(texts)];

    /// <summary>The criteria in the order in which their means are compared.</summary>
    public static string Order(this TieRule rule, Texts texts, Func<string, string> title) =>
        string.Join(texts["public.competition.tie-then"], rule.CriteriaOrder.Select(title));

    /// <summary>What happens when the criteria leave a tie.</summary>
    public static string EndInWords(this TieRule rule, Texts texts) => rule.End switch
    {
        TieEnd.ChairDecides => texts["public.competition.tie-chair-decides"],
        TieEnd.Shared => texts["public.competition.tie-shared"],
        _ => texts["public.competition.tie-vote"],
    };
}
