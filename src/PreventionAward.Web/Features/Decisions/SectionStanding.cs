using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Web.Documents;
using PreventionAward.Web.Localisation;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>How far one section of a decision is: what is missing in a required language, and what is behind its counterpart.</summary>
public sealed record SectionStanding(string Section, string Title, IReadOnlyList<Language> Missing, IReadOnlyList<Language> Behind)
{
    /// <summary>The languages in which it still has the words that were written for the winner of the version in force.</summary>
    public IReadOnlyList<Language> ForAnother { get; init; } = [];

    public bool IsWhole => Missing.Count + Behind.Count + ForAnother.Count == 0;

    /// <summary>The field that comes next in this section; null where it is whole.</summary>
    public string? NextField => IsWhole ? null : DecisionFields.Name(Section, Missing.Concat(ForAnother).Concat(Behind).First());

    /// <summary>Every section of the list, in its order.</summary>
    /// <param name="correction">Whose draft the material is; null before the first publication.</param>
    public static IReadOnlyList<SectionStanding> Of(DecisionMaterial material, IEnumerable<string> sections, Texts t, Correction? correction = null)
    {
        var another = (correction?.WrittenForAnother ?? []).ToLookup(a => a.Section, a => a.Language);
        var missing = material.Decision.Missing(material.Scope).ToLookup(m => m.Section, m => m.Language);
        var behind = material.Decision.OutOfDateIn(material.Scope).ToLookup(b => b.Section, b => b.Language);
        return [.. sections.Select(section => new SectionStanding(section, SectionTitles.Of(material, section, t), [.. missing[section]], [.. behind[section]]) { ForAnother = [.. another[section]] })];
    }
}
