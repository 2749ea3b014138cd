using PreventionAward.Domain;

namespace PreventionAward.Web.Localisation;

/// <summary>What happens when a page asks for a sentence that nobody wrote: it stops in development and tests; in use it is logged, and the reader meets words, never a key.</summary>
public sealed partial class TextFaults(ILogger<TextFaults> logger, bool strict)
{
    /// <summary>Words in place of the missing sentence.</summary>
    public string Missing(string key, Language language)
    {
        if (strict) throw new KeyNotFoundException($"templates/texts has no '{key}' in '{language}'.");
        LogMissing(key, language);
        return language.Code switch { "sv" => "(texten saknas)", "en" => "(text missing)", _ => "(teksti puuttuu)" };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No text '{Key}' in '{Language}'")]
    private partial void LogMissing(string key, Language language);
}
