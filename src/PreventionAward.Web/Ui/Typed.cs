using PreventionAward.Domain;

namespace PreventionAward.Web.Ui;

/// <summary>What a field shows: what was just typed where a form was refused, else what is on record.</summary>
/// <param name="http">The request; only a posted form counts.</param>
public sealed class Typed(HttpContext? http)
{
    private readonly IFormCollection? form = http is { Request: { HasFormContentType: true } request } ? request.Form : null;

    /// <summary>True when a form was posted.</summary>
    public bool IsPosted => form is not null;

    /// <summary>The posted value, trimmed; empty where there is none.</summary>
    public string this[string name] => form?[name].ToString().Trim() ?? "";

    /// <summary>The posted value exactly as typed, or the one on record.</summary>
    public string Or(string name, string? stored) => form is not null && form.ContainsKey(name) ? form[name].ToString() : stored ?? "";

    /// <summary>A text in its three languages, from the fields NAME.fi, NAME.sv and NAME.en.</summary>
    public LocalizedText Text(string name) =>
        Language.All.Aggregate(LocalizedText.Empty, (text, language) => text.With(language, this[$"{name}.{language}"].ReplaceLineEndings("\n")));
}
