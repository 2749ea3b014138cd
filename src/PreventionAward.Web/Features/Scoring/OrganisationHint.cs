using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>A member whose organisation looks like one that an entry names.</summary>
/// <param name="Named">As the entry writes them.</param>
/// <param name="Interest">What the member has declared.</param>
public sealed record OrganisationHint(LocalizedText Member, LocalizedText Own, EntryTitle Entry, IReadOnlyList<string> Named, Interest Interest);

/// <summary>Finds such members.</summary>
public static class OrganisationHintQuery
{
    /// <summary>Every member against every entry whose organisations the person may see and from which the person does not stay out.</summary>
    public static async Task<IReadOnlyList<OrganisationHint>> OrganisationHintsAsync(this AwardDb db, Competition competition, Person person)
    {
        var entries = (await db.EligibleAsync(competition)).Where(e => person.May(Can.SeeEntryHead, e.MatterIn(competition)) && !person.StaysOutOf(e.Id)).ToDictionary(e => e.Id);
        var ids = entries.Keys.ToArray();
        var answers = await db.Entries.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.Versions.OrderByDescending(v => v.Version).First().Answers }).ToListAsync();
        var members = await db.JuryMembers.AsNoTracking().Where(m => m.CompetitionId == competition.Id).OrderBy(m => m.Place).ToListAsync();
        var declared = (await db.Declarations.AsNoTracking().Where(d => d.CompetitionId == competition.Id).ToListAsync()).ToDictionary(d => (d.EntryId, d.PersonId), d => d.Interest);
        return
        [
            .. from entry in answers.OrderBy(a => entries[a.Id].Number)
               let named = entry.Answers.Organisations
               from member in members
               let alike = OrganisationMatch.Of(member.Organisation, named)
               where alike.Count > 0
               select new OrganisationHint(member.Name, member.Organisation, entries[entry.Id], alike, declared.GetValueOrDefault((entry.Id, member.PersonId))),
        ];
    }
}
