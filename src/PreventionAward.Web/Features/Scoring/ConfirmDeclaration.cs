using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>Whoever acts as chair, or the secretary, decides a doubt or confirms a ground of a member; a secretary that of another official (Hallintolaki 29 §).</summary>
public sealed class ConfirmDeclaration(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    /// <returns>Refused: not decided; on oneself; somebody else decides; found clear without a reason; decided already.</returns>
    public async Task<Refusal?> RunAsync(string name, EntryId id, PersonId member, bool? recused, string? reason)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter)) return new("ui.not-found");

        // The jury decides on its members, the staff on officials.
        var isMember = await db.JuryMembers.AnyAsync(m => m.CompetitionId == competition.Id && m.PersonId == member);
        if (!person.May(isMember ? Can.SeeProgress : Can.ManageCompetition, competition.Matter)) return new("ui.not-found");
        if (recused is not { } found) return new("declarations.finding-missing");
        if (person.Id == member) return new("declarations.not-on-oneself");
        if (!person.May(isMember ? Can.ConfirmDeclaration : Can.ConfirmOfficial, matter)) return new(person.StaysOutOf(id) || person.IsPartyBefore(competition.Id) ? "declarations.decider-is-out" : "declarations.not-now-or-not-you");
        if (await db.Declarations.FindAsync(id, member) is not { } declaration) return new("ui.not-found");

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (declaration.Confirm(found, reason, person.Id!.Value, now) is { } refusal) return refusal;
        db.Audit(person.Id, "declaration-decided", now, competition.Id, id, new { member, recused = found, reason });
        await db.TellMeetingAsync(competition, declaration, now);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}
