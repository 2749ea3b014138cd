namespace PreventionAward.Domain;

/// <summary>A language the portal speaks. Finnish and Swedish are the national languages (Kielilaki 423/2003); English serves Europe.</summary>
public sealed record Language
{
    public static readonly Language Finnish = new("fi");
    public static readonly Language Swedish = new("sv");
    public static readonly Language English = new("en");

    /// <summary>Every language, in the order in which the portal offers them.</summary>
    public static IReadOnlyList<Language> All { get; } = [Finnish, Swedish, English];

    private Language(string code) => Code = code;

    /// <summary>Two-letter ISO 639-1 code.</summary>
    public string Code { get; }

    /// <summary>The language of a code, or Finnish where the code is none of ours.</summary>
    public static Language Of(string? code) => All.FirstOrDefault(l => l.Code == code) ?? Finnish;

    public override string ToString() => Code;
}
