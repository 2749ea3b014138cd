using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Competitions;
using PreventionAward.Domain.Entries;
using PreventionAward.Domain.Scoring;

namespace PreventionAward.Web.Database;

/// <summary>Puts on record that members of a jury whose own team competes stay out of every entry (Hallintolaki 28 § 1 mom. 1).</summary>
public static class PartiesBeforeTheJury
{
    /// <summary>Recuses them in the commit at hand from every entry that is before the jury; leaving the team later changes nothing.</summary>
    /// <param name="joining">Somebody who joins a competing team in the same commit.</param>
    public static async Task RecusePartiesAsync(this AwardDb db, Competition competition, DateTimeOffset now, PersonId? joining = null)
    {
        var jury = await db.JuryMembers.Where(m => m.CompetitionId == competition.Id).Select(m => m.PersonId).ToListAsync();
        var competing = await db.Entries.Where(e => e.CompetitionId == competition.Id && e.Number != null && e.Status != EntryStatus.Withdrawn)
            .SelectMany(e => e.Team).Select(m => m.PersonId).ToListAsync();
        var parties = jury.Where(juror => juror == joining || competing.Contains(juror)).ToList();
        if (parties.Count == 0) return;

        var before = await db.Entries.Where(e => e.CompetitionId == competition.Id && e.Status == EntryStatus.Eligible).Select(e => e.Id).ToListAsync();
        var declared = await db.Declarations.Where(d => d.CompetitionId == competition.Id && parties.Contains(d.PersonId)).ToDictionaryAsync(d => (d.EntryId, d.PersonId));
        foreach (var juror in parties)
        {
            foreach (var entry in before)
            {
                if (!declared.TryGetValue((entry, juror), out var declaration)) db.Add(declaration = new Declaration(competition.Id, entry, juror));
                declaration.RecuseAsParty(now);
            }

            db.Audit(juror, "recused-as-party", now, competition.Id, detail: new { entries = before.Count });
        }
    }
}
