using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>The chair or the secretary decides a doubt, or confirms a ground, of somebody else (Hallintolaki 29 §).</summary>
public sealed class ConfirmDeclaration(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, EntryId id, PersonId member, bool? recused)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter) || !person.May(Can.ConfirmDeclaration, competition.Matter)) return new("ui.not-found");
        if (recused is not { } found) return new("declarations.finding-missing");
        if (person.Id == member) return new("declarations.not-on-oneself");
        if (!person.May(Can.ConfirmDeclaration, matter)) return new("declarations.decider-is-out");
        if (await db.Declarations.FindAsync(id, member) is not { } declaration) return new("ui.not-found");

        if (declaration.Confirm(found, person.Id!.Value, now) is { } refusal) return refusal;
        db.Audit(person.Id, "declaration-decided", now, competition.Id, id, new { member, recused = found });
        return await db.CommitAsync();
    }
}
