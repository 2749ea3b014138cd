using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Who acts as chair in what, for the pages that say so.</summary>
/// <param name="Chair">Null where the jury has none.</param>
/// <param name="Whole">In what concerns no single entry; null = the secretary.</param>
/// <param name="Entries">The entries from which the chair steps aside, and who acts there; null = the secretary.</param>
public sealed record ActingChairs(Presider? Chair, Presider? Whole, IReadOnlyList<(EntryTitle Entry, Presider? Acting)> Entries, IReadOnlyDictionary<PersonId, LocalizedText> Names)
{
    /// <summary>The chair acts in everything that the reader may know of.</summary>
    public bool IsOrdinary => Chair is not null && Whole?.Id == Chair.Id && Entries.Count == 0;
}

/// <summary>Reads who acts as chair.</summary>
public static class ActingChairsQuery
{
    /// <summary>As that person may know it: of an entry from which the person stays out nothing is said.</summary>
    public static async Task<ActingChairs> ActingChairsAsync(this AwardDb db, Competition competition, Person person)
    {
        var presidium = await db.PresidiumAsync(competition.Id);
        var names = (await db.JurorsAsync(competition)).Where(j => j.Role != SeatRole.Member).ToDictionary(j => j.Id, j => j.Name);
        var entries = presidium.Chair is not { IsParty: false, Aside.Count: > 0 } chair ? [] : (await db.EligibleAsync(competition))
            .Where(e => chair.Aside.Contains(e.Id) && !person.StaysOutOf(e.Id)).Select(e => (e, presidium.ActingIn(e.MatterIn(competition)))).ToList();
        return new(presidium.Chair, presidium.ActingIn(competition.Matter), entries, names);
    }
}
