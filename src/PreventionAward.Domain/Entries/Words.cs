namespace PreventionAward.Domain.Entries;

/// <summary>How words are counted, told to the applicant beside each limit.</summary>
public static class Words
{
    /// <summary>A word is what stands between blanks; a hyphenated word is one, a lone dash is one.</summary>
    public static int Count(string? text) => In(text).Length;

    internal static string[] In(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
