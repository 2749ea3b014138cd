using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>How pages call the sections of a decision.</summary>
public static class SectionTitles
{
    public static string Of(DecisionMaterial material, string section, Texts t)
    {
        if (DecisionSection.CriterionOf(section) is { } key) return t["decisions.section.criterion", material.Competition.Criteria.FirstOrDefault(c => c.Key == key)?.Title];
        if (!section.StartsWith("assessment.", StringComparison.Ordinal)) return t["decisions.section." + section];
        var entry = material.Entries.First(e => e.Id == material.EntryOf(section));
        return t["decisions.section.assessment", entry.Number, entry.PublicTitle];
    }
}
