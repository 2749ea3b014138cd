using PreventionAward.Domain;
using PreventionAward.Domain.Decisions;
using PreventionAward.Domain.Entries;
using PreventionAward.Web.Database;
using PreventionAward.Web.Documents;

namespace PreventionAward.Web.Features.Decisions;

/// <summary>The texts of a decision as fields of a form: one for each section and language.</summary>
public static class DecisionFields
{
    private const string Prefix = "text";

    public static string Name(string section, Language language) => $"{Prefix}-{language}-{section}";

    /// <summary>Name of the box that asks for what the jury agreed on as the text to start from.</summary>
    public static string Start(string section, Language language) => $"start-{language}-{section}";

    /// <summary>What the jury agreed on that concerns a section: on a criterion of the winner, or on a whole entry.</summary>
    public static IReadOnlyList<AgreedText> On(this IEnumerable<AgreedText> agreed, DecisionMaterial material, string section) => material.EntryOf(section) is not { } entry ? []
        : [.. agreed.Where(a => a.Entry == entry && (DecisionSection.CriterionOf(section) is not { } criterion || a.Key == criterion))];

    /// <summary>The section and the language of a field, or null where it is no text of a decision.</summary>
    public static (string Section, Language Language)? Of(string field) =>
        field.Split('-', 3) is [Prefix, var code, var section] && Language.All.FirstOrDefault(l => l.Code == code) is { } language ? (section, language) : null;

    /// <summary>Every text in a posted form, cleaned, by field.</summary>
    public static IReadOnlyDictionary<string, string> Read(IFormCollection form) =>
        form.Where(field => Of(field.Key) is not null).ToDictionary(field => field.Key, field => Answers.Clean(field.Value));

    /// <summary>The texts on record, by field.</summary>
    public static Answers Saved(Decision decision) => Answers.Of(
        from section in decision.Texts
        from language in Language.All
        let text = section.Value.In(language)
        where text is not null
        select KeyValuePair.Create(Name(section.Key, language), text));

    public static WrittenText Written(string field, string text) => Of(field) is var (section, language) ? new(section, language, text) : throw new ArgumentException($"No text of a decision: {field}", nameof(field));
}
