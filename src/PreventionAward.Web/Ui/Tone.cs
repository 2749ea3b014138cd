namespace PreventionAward.Web.Ui;

/// <summary>What a mark is about; always said in words too.</summary>
public enum Tone { Neutral, Info, Ok, Warning, Error }

internal static class ToneLook
{
    /// <summary>The class of the style sheet.</summary>
    public static string Css(this Tone tone) => tone.ToString().ToLowerInvariant();

    /// <summary>The icon that goes with the tone.</summary>
    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Ok => "check",
        Tone.Warning => "warn",
        Tone.Error => "error",
        _ => "info",
    };
}
