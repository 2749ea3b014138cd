using PreventionAward.Domain;

namespace PreventionAward.Web.Templates;

/// <summary>What public sources tell of one year's competition before this portal; what is null is not known.</summary>
/// <param name="Entries">How many entries there were.</param>
/// <param name="Note">What else is known of the year.</param>
public sealed record PastCompetition(
    int Year, LocalizedText? Theme = null, int? Entries = null, PastWinner? Winner = null, PastEurope? Europe = null, LocalizedText? Note = null);

/// <summary>The winner in Finland.</summary>
public sealed record PastWinner(LocalizedText Name, LocalizedText? Organisation = null);

/// <summary>The European competition of the year.</summary>
/// <param name="Until">Last day, where it took several.</param>
public sealed record PastEurope(LocalizedText? Host = null, LocalizedText? Place = null, DateOnly? Date = null, DateOnly? Until = null, LocalizedText? Result = null);
