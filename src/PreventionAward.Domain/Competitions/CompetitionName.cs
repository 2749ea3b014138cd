using System.Text.RegularExpressions;

namespace PreventionAward.Domain.Competitions;

/// <summary>What a competition may be called in addresses, which never change.</summary>
public static partial class CompetitionName
{
    public const int Longest = 60;

    // Pages of the staff stand at these addresses.
    private static readonly string[] Taken = ["new", "outages", "outbox", "people"];

    /// <summary>Refused: anything but lower-case letters a to z, digits and single hyphens between them; a word the portal needs itself.</summary>
    public static Refusal? Check(string name)
    {
        if (name.Length > Longest || !Plain().IsMatch(name)) return new("competitions.name-not-plain");
        return Taken.Contains(name) ? new("competitions.name-taken", name) : null;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Plain();
}
