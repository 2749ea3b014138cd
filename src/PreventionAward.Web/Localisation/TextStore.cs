using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>Every sentence of the portal in every language, read once at start from templates/texts; a text that is not whole stops the start.</summary>
public sealed partial class TextStore
{
    private readonly FrozenDictionary<string, LocalizedText> texts;

    private TextStore(Dictionary<string, LocalizedText> texts) => this.texts = texts.ToFrozenDictionary();

    /// <summary>Every key there is.</summary>
    public IReadOnlyCollection<string> Keys => texts.Keys;

    /// <summary>Reads every *.json of a folder; throws an <see cref="InvalidDataException"/> that names file and key where a language or a placeholder is missing.</summary>
    public static TextStore Read(string folder)
    {
        var texts = new Dictionary<string, LocalizedText>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
            ReadFile(file, texts);
        return new(texts);
    }

    /// <summary>The sentence with its {0}, or null where there is no such key.</summary>
    public string? Find(string key, Language language) => texts.GetValueOrDefault(key)?.In(language);

    private static void ReadFile(string file, Dictionary<string, LocalizedText> texts)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var (key, value) in document.RootElement.EnumerateObject().Select(p => (p.Name, p.Value)))
        {
            var text = value.Deserialize<LocalizedText>(JsonSerializerOptions.Web) ?? LocalizedText.Empty;
            if (Fault(text) is { } fault) throw new InvalidDataException($"{Path.GetFileName(file)}: {key}: {fault}");
            texts[key] = text;
        }
    }

    private static string? Fault(LocalizedText text)
    {
        var missing = Language.All.Where(language => !text.Has(language)).ToList();
        if (missing.Count > 0) return $"no text in {string.Join(", ", missing)}";
        return Language.All.Select(language => Placeholders(text.In(language)!)).Distinct().Count() == 1
            ? null
            : "the languages have different placeholders";
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
