using System.Text.Json;
using System.Text.RegularExpressions;
using PreventionAward.Domain;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Json;

namespace PreventionAward.Web.Templates;

/// <summary>The words and forms of the ministry, read once at start; a missing or broken file stops the start, not a user.</summary>
public sealed class TemplateStore
{
    private readonly Dictionary<(string Name, string Language), TemplateText> mails = [];

    public TemplateStore(string folder)
    {
        EntryForm = Read<FormDefinition>(Path.Combine(folder, "forms", "entry.json"));
        Criteria = Read<List<Criterion>>(Path.Combine(folder, "forms", "criteria.json"));
        Past = [.. Read<List<PastCompetition>>(Path.Combine(folder, "archive", "past.json")).OrderByDescending(p => p.Year)];
        foreach (var mail in Directory.GetDirectories(Path.Combine(folder, "mail")))
            foreach (var language in Language.All)
                mails[(Path.GetFileName(mail), language.Code)] = TemplateText.Parse(File.ReadAllText(Path.Combine(mail, language.Code + ".md")));
    }

    /// <summary>The entry form that a new competition starts from.</summary>
    public FormDefinition EntryForm { get; }

    /// <summary>The criteria that a new competition starts from.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>The competitions of earlier years, newest first.</summary>
    public IReadOnlyList<PastCompetition> Past { get; }

    public TemplateText Mail(string name, Language language) => mails[(name, language.Code)];

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), AwardJson.Options) ?? throw new InvalidDataException(file + " is empty.");
}

/// <summary>A text with a first line for the subject and {{placeholders}}; words only, never logic.</summary>
public sealed partial record TemplateText(string Subject, string Body)
{
    public static TemplateText Parse(string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split('\n', 2);
        return new(parts[0].Trim(), parts[1].Trim());
    }

    /// <summary>The names of the placeholders in it.</summary>
    public IReadOnlySet<string> Placeholders => Placeholder().Matches(Subject + Body).Select(m => m.Groups[1].Value).ToHashSet();

    /// <summary>The text with its placeholders filled; one without a value is a mistake of ours and throws.</summary>
    public TemplateText Fill(IReadOnlyDictionary<string, string> values) =>
        new(Fill(Subject, values).ReplaceLineEndings(" "), Gap().Replace(Fill(Body, values), "\n\n"));

    private static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, match => values[match.Groups[1].Value]);

    // A paragraph whose only placeholder is empty leaves nothing behind.
    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
