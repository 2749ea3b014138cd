using Microsoft.EntityFrameworkCore;
using PreventionAward.Domain;
using PreventionAward.Domain.Access;
using PreventionAward.Domain.Scoring;
using PreventionAward.Web.Access;
using PreventionAward.Web.Database;

namespace PreventionAward.Web.Features.Scoring;

/// <summary>A juror says how things stand between oneself and an entry, before reading it or at any time later (Hallintolaki 28-29 §).</summary>
public sealed class DeclareInterest(IDbContextFactory<AwardDb> dbs, CurrentPerson current, AwardClock clock)
{
    public async Task<Refusal?> RunAsync(string name, EntryId id, InterestAnswer? answer, RecusalGround? ground, string? explanation)
    {
        var now = await clock.NowAsync();
        var person = await current.GetAsync();
        await using var db = await dbs.CreateDbContextAsync();
        if (await db.EntryBeforeTheJuryAsync(name, id) is not var (competition, matter) || !person.May(Can.DeclareInterest, matter))
            return new("ui.not-found");
        if (answer is not { } said) return new("declarations.answer-missing");

        await using var transaction = await db.Database.BeginTransactionAsync();
        var declaration = await db.Declarations.FindAsync(id, person.Id);
        if (declaration is null) db.Add(declaration = new(competition.Id, id, person.Id!.Value));
        var before = declaration.Interest;
        if (declaration.Declare(said, ground, explanation, now) is { } refusal) return refusal;
        db.Audit(person.Id, "interest-declared", now, competition.Id, id, new { before, after = declaration.Interest, answer = said, ground });
        await db.TellMeetingAsync(competition, declaration, now);
        if (await db.CommitAsync() is { } lost) return lost;
        await transaction.CommitAsync();
        return null;
    }
}
