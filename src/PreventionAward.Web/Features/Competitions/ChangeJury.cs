using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Competitions;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Competitions;

/// <summary>Takes a member out of the jury, who is told by mail, or gives a member another seat. Once scoring has started it needs a reason and stays on record.</summary>
public sealed class ChangeJury(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock, Vacating vacating)
{
    /// <param name="role">The seat that the member gets; null takes the member out.</param>
    /// <param name="reason">Asked for once scoring has started.</param>
    /// <returns>Refused: the jury has approved its decision; a reason is missing; no such member.</returns>
    public async Task<Refusal?> RunAsync(string name, PersonId member, SeatRole? role, JuryChangeReason? reason = null, string explanation = "")
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.Competitions.ForStaffAsync(person, name) is not { } competition) return new("ui.not-found");
        if (competition.WhyJuryIsFixed(await db.IsApprovedAsync(competition)) is { } isFixed) return isFixed;
        if (competition.IsJuryFrozen && JuryChange.Check(role is null ? JuryChangeKind.Released : JuryChangeKind.RoleChanged, reason, explanation) is { } unexplained) return unexplained;
        var jury = await db.JuryMembers.Where(m => m.CompetitionId == competition.Id).ToListAsync();
        if (jury.FirstOrDefault(m => m.PersonId == member) is not { } chosen) return new("ui.not-found");

        if (role is { } seat) Give(db, competition, jury, chosen, seat, new(reason ?? default, explanation, person.Id!.Value, now));
        else await vacating.RunAsync(db, competition, chosen, JuryChangeKind.Released, new(reason ?? default, explanation, person.Id!.Value, now));
        db.Audit(person.Id, role is null ? "juror-removed" : "seat-changed", now, competition.Id, detail: new { person = member, chosen.Name, role, reason, explanation });
        return await db.CommitAsync();
    }

    private static void Give(AwardDb db, Competition competition, List<JuryMember> jury, JuryMember member, SeatRole role, Why why)
    {
        foreach (var changed in jury.Give(member, role))
            if (competition.IsJuryFrozen) db.Add(JuryChange.Of(changed, JuryChangeKind.RoleChanged, why.Reason, why.Explanation, sheetsStay: false, why.By, why.At));
    }
}

/// <summary>Why, by whom and when the jury is changed.</summary>
public sealed record Why(JuryChangeReason Reason, string Explanation, PersonId By, DateTimeOffset At);
